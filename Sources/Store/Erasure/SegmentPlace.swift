/// Which segment of a stream: whose, and its name.
struct SegmentPlace: Hashable, Sendable {
    let writer: WriterID
    let name: SegmentName
}
