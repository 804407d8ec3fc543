public import Records

/// What unlocking a sealed store opened.
public struct Unlocked: Hashable, Sendable {
    /// Whose key it was; `nil` for the recovery code.
    public let officer: RecordID?
    /// The streams that are open now.
    ///
    /// The files of others are carried along unread.
    public let streams: Set<Stream>
}
