public import Records

/// What applying some changes did.
public struct Applied: Hashable, Sendable {
    /// How many changes were new; the others had been applied before.
    public var changes: Int
    /// The records that the new ones touched.
    public var records: Set<RecordID>
    /// The types of those records.
    public var types: Set<TypeID>

    /// Makes an empty one.
    public init() {
        changes = 0
        records = []
        types = []
    }
}
