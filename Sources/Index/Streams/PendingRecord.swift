import Records

/// A record that a step changes.
struct PendingRecord: Sendable {
    /// Its identity.
    let id: RecordID
    /// Its number before; `nil` when it is new.
    let former: Int64?
    /// What it was.
    let before: Record?
    /// What it becomes.
    var after: Record
    /// The numbers of the changes that touch it.
    var changes: [Int64] = []
    /// Its number from now on.
    var number: Int64 = 0
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

    /// The records.
    let records: [PendingRecord]
    /// What follows from each.
    private(set) var outcomes: [Outcome] = []

    /// Gathers records.
    init(_ records: [PendingRecord]) { self.records = records }

    /// Works everything out; it needs nothing but the records.
    func workOut(types: TypeCatalog, projection: Projection) {
        outcomes = records.map { item in
            Outcome(
                old: item.before.map { Derivation($0, types: types, projection: projection) },
                new: Derivation(item.after, types: types, projection: projection),
                doc: RecordWriter(item.after, types: types))
        }
    }
}
