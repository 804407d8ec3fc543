import Records

/// The lists that were asked for lately, as numbers of records, until a record of their type changes.
struct ListCache {
    private var lists: [ListQuery: [Int64]] = [:]
    private var counts: [CountQuery: [[UInt8]: Int]] = [:]
    private var changed: Set<Int64> = []

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

    subscript(count: CountQuery) -> [[UInt8]: Int]? {
        get { counts[count] }
        set {
            if counts.count >= 24 { counts.removeAll() }
            counts[count] = newValue
        }
    }

    /// Forgets the lists of the types that changed since.
    ///
    /// - Parameter types: the types.
    mutating func settle(_ types: TypeCatalog) {
        guard !changed.isEmpty else { return }
        let names = Set(changed.compactMap { types[$0]?.type.id })
        lists = lists.filter { !names.contains($0.key.type) }
        counts = counts.filter { !names.contains($0.key.query.type) }
        changed.removeAll()
    }

    /// Notes that a record of a type changed.
    ///
    /// - Parameter type: the type's number.
    mutating func changed(_ type: Int64) { changed.insert(type) }

    /// Forgets everything.
    mutating func removeAll() { self = ListCache() }
}
