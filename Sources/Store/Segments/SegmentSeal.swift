/// What is needed to open a sealed segment.
struct SegmentSeal: Sendable {
    /// Whose directory it lies in.
    let writer: WriterID
    /// The stream's keys; `nil` while the stream is not open, which leaves hashes and the signature to check.
    let keys: StreamKeys?
}
