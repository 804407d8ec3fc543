public import Records

/// What the index works out from a record besides its fields.
///
/// The index knows nothing of the casework behind it.
///
/// All are pure functions: the index calls them again with a record's old state in order to take out what they gave then.
public struct Projection: Sendable {
    /// What is due because of a living record.
    public let due: @Sendable (Record, FieldValues, RecordType) -> [DueRow]
    /// Whose the record is, for searches that are limited to one's own: identities of officers, say.
    ///
    /// See ``SearchPolicy``.
    public let scopes: @Sendable (Record, FieldValues, RecordType) -> [String]
    /// What a record shares with another one of the same thing; `nil` when it is not compared.
    public let likeness: @Sendable (FieldValues, RecordType) -> String?
    /// Whether two rows of a record are the same thing.
    public let hasTwinRows: @Sendable (FieldValues, RecordType) -> Bool
    /// Tells projections apart: an image that another one made is not used again.
    public let version: String

    /// Makes a projection.
    ///
    /// - Parameters:
    ///   - version: tells it apart from earlier ones.
    ///   - scopes: whose a record is.
    ///   - likeness: what a record shares with another one of the same thing.
    ///   - hasTwinRows: whether two rows of a record are the same thing.
    ///   - due: what is due because of a record.
    public init(
        version: String = "",
        scopes: @escaping @Sendable (Record, FieldValues, RecordType) -> [String] = { _, _, _ in [] },
        likeness: @escaping @Sendable (FieldValues, RecordType) -> String? = { _, _ in nil },
        hasTwinRows: @escaping @Sendable (FieldValues, RecordType) -> Bool = { _, _ in false },
        due: @escaping @Sendable (Record, FieldValues, RecordType) -> [DueRow] = { _, _, _ in [] }
    ) {
        self.version = version
        self.scopes = scopes
        self.due = due
        self.likeness = likeness
        self.hasTwinRows = hasTwinRows
    }
}
