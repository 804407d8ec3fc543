public import Records

/// That a change touched a record: for whoever goes through who wrote what, and when.
public struct Touch: Hashable, Sendable {
    /// The record.
    public let record: RecordID
    /// Its type; `nil` for one that this version does not know.
    public let type: TypeID?
    /// The stream it lies in.
    public let stream: Stream
    /// Who wrote.
    public let officer: RecordID
    /// When, by that officer's clock.
    public let moment: Moment
    /// The batch it is part of.
    public let batch: String?
}
