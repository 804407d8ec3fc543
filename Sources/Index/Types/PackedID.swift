import Records

/// Identities of 26 characters of base 32 as 17 bytes.
enum PackedID {
    /// How many bytes a packed identity has.
    static let count = 17
    private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
    private static let digits: [UInt8] = {
        var digits = [UInt8](repeating: 0xFF, count: 256)
        for (digit, byte) in alphabet.enumerated() { digits[Int(byte)] = UInt8(digit) }
        return digits
    }()

    /// Packs a text.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - bytes: gets 17 bytes; nothing when the text is not 26 characters of the alphabet.
    /// - Returns: whether it was packed.
    static func append(_ text: String, to bytes: inout [UInt8]) -> Bool {
        guard text.utf8.count == 26 else { return false }
        let start = bytes.count
        var pending: UInt32 = 0
        var bits = 0
        for byte in text.utf8 {
            let digit = digits[Int(byte)]
            if digit == 0xFF {
                bytes.removeSubrange(start...)
                return false
            }
            pending = (pending << 5 | UInt32(digit)) & 0xFFFF
            bits += 5
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: pending >> UInt32(bits)))
            }
        }
        // 130 bits are 16 bytes and two bits, which stand at the top of the last byte.
        bytes.append(UInt8(truncatingIfNeeded: pending << UInt32(8 - bits)))
        return true
    }

    /// Unpacks an identity.
    ///
    /// - Parameter bytes: 17 bytes.
    /// - Returns: 26 characters.
    static func text(_ bytes: UnsafeRawBufferPointer) -> String {
        String(unsafeUninitializedCapacity: 26) { buffer in
            var pending: UInt32 = 0
            var bits = 0
            var next = 0
            for position in 0..<26 {
                if bits < 5 {
                    pending = (pending << 8 | UInt32(next < bytes.count ? bytes[next] : 0)) & 0xFFFF
                    next += 1
                    bits += 8
                }
                bits -= 5
                buffer[position] = alphabet[Int(pending >> UInt32(bits) & 31)]
            }
            return 26
        }
    }

    /// What stands before an identity of another shape: longer than a packed one, so that the two never look alike.
    private static let mark = [UInt8](repeating: 0xFF, count: count + 1)

    /// The key by which a record is found.
    ///
    /// - Parameter id: the identity.
    /// - Returns: 17 bytes, or more for an identity of another shape.
    static func key(_ id: RecordID) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        return append(id.rawValue, to: &bytes) ? bytes : mark + Array(id.rawValue.utf8)
    }

    /// The identity of a key.
    ///
    /// - Parameter key: what ``key(_:)`` gave.
    /// - Returns: the identity.
    static func id(_ key: UnsafeRawBufferPointer) -> RecordID {
        if key.count == count { return RecordID(text(key)) }
        return RecordID(String(decoding: key.dropFirst(mark.count), as: UTF8.self))
    }
}
