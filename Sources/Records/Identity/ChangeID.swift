/// Names one change for ever: the SHA-256 of its stored line.
///
/// The text form is base64url without padding (RFC 4648 §5), 43 characters.
public struct ChangeID: Hashable, Sendable, Comparable, CustomStringConvertible {
    private let words: (UInt64, UInt64, UInt64, UInt64)

    /// Takes a hash.
    ///
    /// - Parameter bytes: exactly 32 bytes; any other count gives `nil`.
    public init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 32 else { return nil }
        var parts: [UInt64] = [0, 0, 0, 0]
        for (position, byte) in bytes.enumerated() {
            parts[position / 8] = parts[position / 8] << 8 | UInt64(byte)
        }
        words = (parts[0], parts[1], parts[2], parts[3])
    }

    /// Takes a hash as four words, the first bytes in the most significant place of the first word.
    ///
    /// - Parameters:
    ///   - first: bytes 0 to 7.
    ///   - second: bytes 8 to 15.
    ///   - third: bytes 16 to 23.
    ///   - fourth: bytes 24 to 31.
    public init(bigEndian first: UInt64, _ second: UInt64, _ third: UInt64, _ fourth: UInt64) {
        words = (first, second, third, fourth)
    }

    /// Reads the text form.
    ///
    /// - Parameter text: 43 characters of base64url; anything else gives `nil`.
    public init?(_ text: some StringProtocol) {
        var parts: [UInt64] = [0, 0, 0, 0]
        var pending: UInt32 = 0
        var bits = 0
        var byteCount = 0
        var characters = 0
        for character in text.utf8 {
            guard let value = Self.value(of: character) else { return nil }
            characters += 1
            guard characters <= 43 else { return nil }
            pending = (pending << 6 | UInt32(value)) & 0xFFFF
            bits += 6
            if bits >= 8 {
                bits -= 8
                parts[byteCount / 8] = parts[byteCount / 8] << 8 | UInt64(pending >> UInt32(bits) & 0xFF)
                byteCount += 1
            }
        }
        // The two bits left over must be zero, or one identity would have four spellings.
        guard byteCount == 32, bits == 2, pending & 0b11 == 0 else { return nil }
        words = (parts[0], parts[1], parts[2], parts[3])
    }

    /// The 32 bytes of the hash.
    public var bytes: [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(32)
        for word in [words.0, words.1, words.2, words.3] {
            for shift in stride(from: 56, through: 0, by: -8) {
                result.append(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
            }
        }
        return result
    }

    /// The text form, 43 characters.
    public var text: String {
        var result: [UInt8] = []
        result.reserveCapacity(43)
        var pending: UInt32 = 0
        var bits = 0
        for byte in bytes {
            pending = pending << 8 | UInt32(byte)
            bits += 8
            while bits >= 6 {
                bits -= 6
                result.append(Self.alphabet[Int(pending >> UInt32(bits) & 63)])
            }
        }
        result.append(Self.alphabet[Int(pending << UInt32(6 - bits) & 63)])
        return String(decoding: result, as: UTF8.self)
    }

    /// The text form.
    public var description: String { text }

    /// Whether both are the same.
    public static func == (left: ChangeID, right: ChangeID) -> Bool { left.words == right.words }

    /// Whether the first stands before the second.
    public static func < (left: ChangeID, right: ChangeID) -> Bool { left.words < right.words }

    /// Feeds what tells values apart.
    public func hash(into hasher: inout Hasher) {
        // The bytes are a cryptographic hash already: one word tells changes apart.
        hasher.combine(words.0)
    }

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    private static func value(of character: UInt8) -> UInt8? {
        switch character {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): character - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): character - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0") + 52
        case UInt8(ascii: "-"): 62
        case UInt8(ascii: "_"): 63
        default: nil
        }
    }
}
