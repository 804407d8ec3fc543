public import Records

/// Where a change lies, known when it is saved: the segment it is in or will be in.
///
/// It is a hint: after damage or a new writer a change may lie elsewhere, and looking it up then takes longer.
public struct ChangeLocation: Hashable, Sendable {
    /// The stream.
    public let stream: Stream
    /// Who wrote the segment.
    public let writer: WriterID
    /// The segment's number within its writer.
    public let number: Int
    /// The change's place among the segment's changes, from 0.
    public let index: Int

    /// Makes a location.
    ///
    /// - Parameters:
    ///   - stream: the stream.
    ///   - writer: who wrote the segment.
    ///   - number: the segment's number.
    ///   - index: the change's place in it.
    public init(stream: Stream, writer: WriterID, number: Int, index: Int) {
        self.stream = stream
        self.writer = writer
        self.number = number
        self.index = index
    }
}
