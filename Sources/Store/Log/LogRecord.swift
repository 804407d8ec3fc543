import Records

/// One record of a write-ahead log: marker, length, sequence, tag, body.
///
/// ```
/// 0   8  marker, a run of bytes that stands in no text
/// 8   4  length of the body, little-endian
/// 12  8  sequence, little-endian, counting on from record to record and from file to file
/// 20 16  clear: the first half of SHA-256(salt ‖ sequence ‖ length ‖ body); sealed: the cipher's tag
/// 36     body: body line, LF, payload line, LF
/// ```
enum LogRecord {
    /// Where a reader picks up again after damage.
    ///
    /// 0xFF stands nowhere in UTF-8, 0x00 in no stored line.
    static let marker: [UInt8] = [0xFF, 0x00, 0xB7, 0x62, 0x72, 0xFF, 0x0D, 0x0A]
    /// Bytes before the body.
    static let headSize = 36
    static let tagSize = 16

    /// Writes a record.
    static func append(_ lines: ChangeLines, sequence: Int, salt: [UInt8], to bytes: inout [UInt8]) {
        let body = lines.body + [0x0A] + lines.payload + [0x0A]
        bytes.append(contentsOf: marker)
        withUnsafeBytes(of: UInt32(body.count).littleEndian) { bytes.append(contentsOf: $0) }
        withUnsafeBytes(of: UInt64(sequence).littleEndian) { bytes.append(contentsOf: $0) }
        let tag = body.withUnsafeBytes { Self.tag(of: $0, sequence: UInt64(sequence), salt: salt) }
        bytes.append(contentsOf: tag)
        bytes.append(contentsOf: body)
    }

    /// How many bytes a change's record takes.
    static func size(of lines: ChangeLines) -> Int { headSize + lines.size }

    /// The tag of a body in its place.
    static func tag(of body: UnsafeRawBufferPointer, sequence: UInt64, salt: [UInt8]) -> ArraySlice<UInt8> {
        var hashing = Hashing()
        hashing.add(salt)
        withUnsafeBytes(of: sequence.littleEndian) { hashing.add($0) }
        withUnsafeBytes(of: UInt32(body.count).littleEndian) { hashing.add($0) }
        hashing.add(body)
        return hashing.finish().bytes.prefix(tagSize)
    }
}
