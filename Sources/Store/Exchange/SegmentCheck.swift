import Records

/// What can be said of a segment's bytes without any key: whose it is, and whether all of it is there.
struct SegmentCheck {
    /// The magic that tells a segment from other files, whatever its name.
    static let opening = Array("{\"beatbook\":\"segment\"".utf8)
    /// A file larger than this is no segment: the largest change sealed, and its neighbours.
    static let largest = 64 * 1024 * 1024

    /// Its head.
    let header: SegmentHeader
    /// Its identity.
    let id: SegmentID
    /// Whether lengths, hashes and signature are as its head says.
    let isWhole: Bool

    /// Whether a newer version wrote it with something that this one does not know.
    var isNewer: Bool { header.isFromNewerVersion }

    /// Looks at bytes; `nil` when their first line is not the head of a segment.
    init?(_ bytes: [UInt8]) {
        guard bytes.starts(with: Self.opening) else { return nil }
        let line = bytes.prefix { $0 != 0x0A }
        guard line.count < bytes.count, let header = SegmentHeader(line), WriterID.isGood(header.writer.rawValue) else {
            return nil
        }
        let hash = Hashing.hash(Array(line))
        self.header = header
        id = SegmentID(
            stream: header.stream, writer: header.writer, name: SegmentName(number: header.number, short: hash.short))
        isWhole = header.isSigned(line: line) && Self.isWhole(bytes, after: line.count + 1, header)
    }

    private static func isWhole(_ bytes: [UInt8], after start: Int, _ header: SegmentHeader) -> Bool {
        let end = start + header.length
        guard header.length <= bytes.count, end < bytes.count, hash(bytes, start..<end) == header.hash else {
            return false
        }
        let line = bytes[end...].prefix { $0 != 0x0A }
        guard line.endIndex < bytes.count, let payload = PayloadHeader(line) else { return false }
        let values = line.endIndex + 1
        guard payload.length <= bytes.count, values + payload.length <= bytes.count,
            PayloadHeader.hash(salt: payload.salt, payload: bytes[values..<values + payload.length]) == payload.hash
        else { return false }
        let rest = bytes[(values + payload.length)...]
        // Sealed, the payload's head stands behind it once more.
        return header.suite == 0 ? rest.isEmpty : rest.elementsEqual(line + [0x0A])
    }

    private static func hash(_ bytes: [UInt8], _ range: Range<Int>) -> Fingerprint {
        bytes.withUnsafeBytes { Hashing.hash(UnsafeRawBufferPointer(rebasing: $0[range])) }
    }
}
