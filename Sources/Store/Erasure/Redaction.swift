public import Records

/// What became of a segment's bytes.
public struct Redaction: Sendable {
    /// The bytes to keep: those handed in when nothing had to go.
    public let bytes: [UInt8]
    /// Whether anything was taken out.
    public let isChanged: Bool
    /// What the segment itself says was erased.
    ///
    /// Hand it to ``Store/note(_:in:)``: everything else that is here must go too.
    public let found: [ErasureScope]
    /// Whether it could not be looked into: of a newer version, or sealed with a key that is not here.
    ///
    /// Such a segment is looked through when it is first read.
    public let isUnread: Bool
}
