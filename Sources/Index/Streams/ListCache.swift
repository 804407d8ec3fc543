import Records

/// The lists that were asked for lately, as numbers of records, until a record of their type changes.
struct ListCache {
    private var lists: [ListQuery: [Int64]] = [:]
    private var counts: [CountQuery: [[UInt8]: Int]] = [:]
    private var changed: Set<Int64> = []
    /// Whether lists stay as they are while many changes come: bringing them up to date again after every few changes would
    /// keep every key waiting.
    var isHolding = false
    /// What changed meanwhile.
    private var held: Set<Int64> = []

    /// A question for the values of a field and how often each occurs.
    struct CountQuery: Hashable {
        let field: String
        let query: ListQuery
    }

    subscript(query: ListQuery) -> [Int64]? {
        get { lists[query] }
        set {
            // A station's screens show a few lists in turn; a hundred thousand numbers are 800 KB.
            if lists.count >= 12 { lists.removeAll() }
            lists[query] = newValue
        }
    }

    subscript(question: CountQuery) -> [[UInt8]: Int]? {
        get { counts[question] }
        set {
            if counts.count >= 24 { counts.removeAll() }
            counts[question] = newValue
        }
    }

    /// The records that changed since the last time, by the number of their type.
    mutating func takeChanges() -> [Int64: Set<Int64>] {
        defer { changed.removeAll(keepingCapacity: true) }
        return Dictionary(grouping: changed, by: RecordNumber.type(of:)).mapValues { Set($0) }
    }

    /// Forgets the lists of a type.
    mutating func forget(_ type: TypeID) {
        lists = lists.filter { $0.key.type != type }
        counts = counts.filter { $0.key.query.type != type }
    }

    /// Notes that a record changed.
    ///
    /// - Parameters:
    ///   - number: its number.
    ///   - isGone: whether it was in a list and is in none now: nobody is shown what was deleted, even while lists stay.
    mutating func changed(_ number: Int64, isGone: Bool) {
        if isHolding, !isGone { held.insert(number) } else { changed.insert(number) }
    }

    /// Has lists brought up to date with what changed while they stayed as they were.
    mutating func release() {
        changed.formUnion(held)
        held.removeAll()
    }

    /// Forgets everything.
    mutating func removeAll() { self = ListCache() }
}
