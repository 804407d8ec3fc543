/// base64url without padding (RFC 4648 §5): how hashes, salts, keys and signatures stand in JSON.
enum Base64URL {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    private static let values: [UInt8] = {
        var table = [UInt8](repeating: 0xFF, count: 256)
        for (value, character) in alphabet.enumerated() { table[Int(character)] = UInt8(value) }
        return table
    }()

    /// Whether a byte can stand in a text.
    static func isCharacter(_ byte: UInt8) -> Bool { values[Int(byte)] != 0xFF }

    /// The text of some bytes.
    static func text(_ bytes: some Sequence<UInt8>) -> String {
        var result: [UInt8] = []
        append(bytes, to: &result)
        return String(decoding: result, as: UTF8.self)
    }

    /// Appends the text of some bytes.
    static func append(_ bytes: some Sequence<UInt8>, to result: inout [UInt8]) {
        var pending: UInt32 = 0
        var bits: UInt32 = 0
        for byte in bytes {
            pending = (pending << 8 | UInt32(byte)) & 0xFFFF
            bits += 8
            while bits >= 6 {
                bits -= 6
                result.append(alphabet[Int(pending >> bits & 63)])
            }
        }
        if bits > 0 { result.append(alphabet[Int(pending << (6 - bits) & 63)]) }
    }

    /// Reads a text into a buffer.
    ///
    /// - Parameters:
    ///   - text: the characters.
    ///   - result: as many bytes as the text must hold.
    /// - Returns: `false` when it is not the one spelling of that many bytes.
    static func read(_ text: UnsafeBufferPointer<UInt8>, into result: UnsafeMutableBufferPointer<UInt8>) -> Bool {
        guard text.count == (result.count * 8 + 5) / 6 else { return false }
        var pending: UInt32 = 0
        var bits: UInt32 = 0
        var count = 0
        return values.withUnsafeBufferPointer { values in
            for character in text {
                let value = values[Int(character)]
                guard value != 0xFF else { return false }
                pending = (pending << 6 | UInt32(value)) & 0xFFFF
                bits += 6
                if bits >= 8 {
                    bits -= 8
                    result[count] = UInt8(truncatingIfNeeded: pending >> bits)
                    count += 1
                }
            }
            // Bits left over must be zero, or the same bytes would have several spellings.
            return pending & (1 << bits - 1) == 0
        }
    }

    /// The bytes of a text; `nil` when it is not the one spelling of that many bytes.
    static func bytes(_ text: String, count: Int) -> [UInt8]? {
        var text = text
        return text.withUTF8 { characters in
            var isGood = false
            let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
                isGood = read(characters, into: UnsafeMutableBufferPointer(rebasing: buffer[..<count]))
                initialized = isGood ? count : 0
            }
            return isGood ? bytes : nil
        }
    }
}
