import FoundationEssentials
import Records

/// One record of a write-ahead log: marker, length, sequence, tag, body.
///
/// ```
/// 0   8  marker, a run of bytes that stands in no text
/// 8   4  length of the body, little-endian
/// 12  8  sequence, little-endian, counting on from record to record and from file to file
/// 20 16  clear: the first half of SHA-256(salt ‖ sequence ‖ length ‖ body); sealed: the cipher's tag
/// 36     body: body line, LF, payload line, LF; sealed: 4 bytes that count writes of this file which failed half-way,
///        little-endian, then the ciphertext of the same
/// ```
/// A sealed record's nonce is the sequence and that count: a sequence that a failed write used is used again, with
/// another text, so by itself it would not be a nonce.
enum LogRecord {
    /// Where a reader picks up again after damage.
    ///
    /// 0xFF stands nowhere in UTF-8, 0x00 in no stored line.
    static let marker: [UInt8] = [0xFF, 0x00, 0xB7, 0x62, 0x72, 0xFF, 0x0D, 0x0A]
    /// Bytes before the body.
    static let headSize = 36
    static let tagSize = 16

    /// How many bytes a sealed body has before its ciphertext.
    static let retrySize = 4

    /// Writes a record.
    static func append(_ lines: ChangeLines, sequence: Int, salt: [UInt8], to bytes: inout [UInt8]) {
        let body = lines.body + [0x0A] + lines.payload + [0x0A]
        let tag = body.withUnsafeBytes { Self.tag(of: $0, sequence: UInt64(sequence), salt: salt) }
        append(body, tag: tag, sequence: sequence, to: &bytes)
    }

    /// Writes a sealed record.
    static func append(
        _ lines: ChangeLines, sequence: Int, cipher: FileCipher, retry: UInt32, to bytes: inout [UInt8]
    ) {
        var plain = lines.body + [0x0A] + lines.payload + [0x0A]
        let sealed = cipher.seal(plain, number: UInt64(sequence), retry: retry)
        plain.wipe()
        var body: [UInt8] = []
        body.reserveCapacity(retrySize + sealed.count)
        withUnsafeBytes(of: retry.littleEndian) { body.append(contentsOf: $0) }
        body.append(contentsOf: sealed.dropLast(tagSize))
        append(body, tag: sealed.suffix(tagSize), sequence: sequence, to: &bytes)
    }

    private static func append(
        _ body: [UInt8], tag: some Sequence<UInt8>, sequence: Int, to bytes: inout [UInt8]
    ) {
        bytes.append(contentsOf: marker)
        withUnsafeBytes(of: UInt32(body.count).littleEndian) { bytes.append(contentsOf: $0) }
        withUnsafeBytes(of: UInt64(sequence).littleEndian) { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: tag)
        bytes.append(contentsOf: body)
    }

    /// Opens the body of a sealed record, also when the count before it is damaged; `nil` when it is not as it was sealed.
    static func open(
        _ body: UnsafeRawBufferPointer, tag: UnsafeRawBufferPointer, sequence: UInt64, cipher: FileCipher
    ) -> (plain: [UInt8], isRepaired: Bool)? {
        guard body.count > retrySize else { return nil }
        let sealed = Array(body[retrySize...]) + Array(tag)
        let stored = body.loadUnaligned(as: UInt32.self).littleEndian
        for retry in stored == 0 ? [0] : [stored, 0] {
            if let plain = sealed.withUnsafeBytes({ cipher.open($0, number: sequence, retry: retry) }) {
                return (Array(plain), retry != stored)
            }
        }
        return nil
    }

    /// How many bytes a change's record takes.
    static func size(of lines: ChangeLines, isSealed: Bool = false) -> Int {
        headSize + lines.size + (isSealed ? retrySize : 0)
    }

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
