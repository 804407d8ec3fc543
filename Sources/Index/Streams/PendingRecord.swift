import Records

/// A record that a step changes.
struct PendingRecord: Sendable {
    /// Its identity.
    let id: RecordID
    /// Its number before; `nil` when it is new.
    let former: Int64?
    /// What it was.
    let before: Record?
    /// What it becomes, once the ops are applied.
    var after: Record
    /// The ops that are still to be applied: the change's place in the part, and the op's in the change.
    var ops: [(change: Int, op: Int)] = []
    /// The numbers of the changes that touch it.
    var changes: [Int64] = []
    /// Its number from now on.
    var number: Int64 = 0

    /// Begins with what stands in the index.
    ///
    /// - Parameters:
    ///   - id: its identity.
    ///   - found: its number and what it was; `nil` when it is new.
    ///   - count: how many ops its change has.
    init(_ id: RecordID, _ found: (number: Int64, record: Record)?, count: Int) {
        self.id = id
        former = found?.number
        before = found?.record
        if let found {
            after = found.record
        } else {
            after = Record(id: id)
            // A change may touch thousands of records.
            after.reserveCapacity(min(count, 32))
        }
    }
}

/// Records that are changed together, with everything that the tables will hold because of them.
///
/// `@unchecked` since whoever works it out hands it over before anybody else looks at it (``Helper``).
final class PendingPart: @unchecked Sendable {
    /// What follows from a record.
    struct Outcome {
        /// What followed from it before.
        let old: Derivation?
        /// What follows now.
        let new: Derivation
        /// The record as it is kept.
        let doc: RecordWriter
    }

    /// A key of one of the records, by its place among them.
    struct PlacedKey {
        /// The key.
        let key: Derivation.Key
        /// The place.
        let record: Int
    }

    /// The changes.
    let changes: ArraySlice<(change: StoredChange, location: Int64)>
    /// The records.
    var records: [PendingRecord]
    /// What follows from each.
    private(set) var outcomes: [Outcome] = []
    /// The keys that the records have no longer, and those that they have anew, in the order of the table: neighbours lie on
    /// the same page, which is still at hand then.
    private(set) var goneKeys: [PlacedKey] = []
    private(set) var newKeys: [PlacedKey] = []
    /// How often changes had been applied when the records were looked up.
    let turn: Int

    /// Gathers records.
    ///
    /// - Parameters:
    ///   - changes: the changes.
    ///   - records: the records that they touch.
    ///   - turn: how often changes had been applied when the records were looked up.
    init(
        _ changes: ArraySlice<(change: StoredChange, location: Int64)>, records: [PendingRecord], turn: Int
    ) {
        self.changes = changes
        self.records = records
        self.turn = turn
    }

    /// Works everything out; it needs nothing but the records and the changes.
    func workOut(types: TypeCatalog, projection: Projection) {
        outcomes.reserveCapacity(records.count)
        for place in records.indices {
            for (change, op) in records[place].ops {
                let stored = changes[change].change
                records[place].after.apply(stored.change.ops[op], of: stored)
            }
            let item = records[place]
            let outcome = Outcome(
                old: item.before.map { Derivation($0, types: types, projection: projection) },
                new: Derivation(item.after, types: types, projection: projection),
                doc: RecordWriter(item.after, types: types))
            // A record that gets another number gives up everything under the old one.
            let stays = item.former.map(RecordNumber.type(of:)) == outcome.new.entry?.number ?? 0
            add(stays ? outcome.old?.keys ?? [] : [], outcome.new.keys, of: place)
            outcomes.append(outcome)
        }
        goneKeys.sort { $0.key < $1.key }
        newKeys.sort { $0.key < $1.key }
    }

    private func add(_ before: [Derivation.Key], _ after: [Derivation.Key], of place: Int) {
        for key in before where !after.contains(key) { goneKeys.append(PlacedKey(key: key, record: place)) }
        for key in after where before.isEmpty || !before.contains(key) {
            newKeys.append(PlacedKey(key: key, record: place))
        }
    }
}

/// The records that changes touch, each once, in the order in which they are touched first.
struct PendingRecords {
    var all: [PendingRecord] = []
    private var places: [RecordID: Int] = [:]

    /// Where a record stands; `nil` when it is not among them yet.
    func place(of id: RecordID) -> Int? {
        // Most changes touch one record with many ops.
        if let last = all.last, last.id == id { return all.count - 1 }
        return places[id]
    }

    /// Adds a record, and says where it stands.
    mutating func add(_ record: PendingRecord) -> Int {
        places[record.id] = all.count
        all.append(record)
        return all.count - 1
    }
}
