public import Records

/// What the index remembers of a change.
///
/// Its ops stay in the store; ``location`` says where.
public struct ChangeEntry: Hashable, Sendable {
    /// Its identity.
    public let id: ChangeID
    /// The stream it lies in.
    public let stream: Stream
    /// Who did it.
    public let officer: RecordID
    /// When, by the officer's clock.
    public let moment: Moment
    /// Whether that clock was to be trusted.
    public let clock: ClockStatus
    /// The batch it is part of.
    public let batch: String?
    /// The change that it takes back.
    public let undoes: ChangeID?
    /// Where the store keeps it, as the store said when it was applied.
    public let location: Int64
}
