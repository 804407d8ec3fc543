import FoundationEssentials
import Records

/// The sealed lines of a segment: `{"s":BASE64}`, each one line of a clear segment under AES-256-GCM.
///
/// One chunk per line keeps damage to one change; what it gives away is how many changes there are and how long each is.
enum SealedChunks {
    static let opening = Array("{\"s\":\"".utf8)
    static let closing = Array("\"}".utf8)
    /// Stands for a line that is gone.
    static let empty = opening + closing

    /// Which segment the lines belong to, as its path says.
    struct Place: Hashable, Sendable {
        let writer: WriterID
        let number: Int

        var words: [String] { [writer.rawValue, String(number)] }
    }

    /// Seals lines; `nil` when the key is not known.
    static func bytes(
        _ lines: [[UInt8]?], _ part: SealPart, _ salt: FileSalt, _ place: Place, _ keys: StreamKeys
    ) -> [UInt8]? {
        guard let cipher = keys.cipher(part, epoch: salt.epoch, salt: salt.salt, header: place.words) else {
            return nil
        }
        var result: [UInt8] = []
        result.reserveCapacity(lines.reduce(0) { $0 + (($1?.count ?? 0) + FileCipher.overhead) * 4 / 3 + 11 })
        for (number, line) in lines.enumerated() {
            guard let line else {
                result += empty + [0x0A]
                continue
            }
            result += opening
            Base64URL.append(cipher.seal(line, number: UInt64(number)), to: &result)
            result += closing
            result.append(0x0A)
        }
        return result
    }

    /// Opens the line at its place; `nil` when it is damaged or stands elsewhere.
    static func open(_ line: UnsafeBufferPointer<UInt8>, number: Int, _ cipher: FileCipher) -> Data? {
        guard line.count > opening.count + closing.count, line.starts(with: opening),
            line.suffix(closing.count).elementsEqual(closing)
        else { return nil }
        return cipher.open(
            text: UnsafeBufferPointer(rebasing: line[opening.count..<line.count - closing.count]),
            number: UInt64(number))
    }

    /// Every run of characters that may be a chunk, wherever the damage around it left it.
    static func runs(_ bytes: UnsafeBufferPointer<UInt8>) -> [UnsafeBufferPointer<UInt8>] {
        var result: [UnsafeBufferPointer<UInt8>] = []
        var start = 0
        for place in 0...bytes.count where place == bytes.count || !Base64URL.isCharacter(bytes[place]) {
            // The shortest chunk is an empty text: its tag alone takes 22 characters.
            if place - start >= 22 { result.append(UnsafeBufferPointer(rebasing: bytes[start..<place])) }
            start = place + 1
        }
        return result
    }
}
