/// What stands at the head of some bytes.
enum DecodedScalar: Equatable {
    /// A character of so many bytes.
    case scalar(Unicode.Scalar, bytes: Int)
    /// The beginning of a character; more bytes must follow.
    case incomplete
    /// The first byte belongs to no character.
    case invalid

    /// Decodes the first scalar of well-formed UTF-8; overlong forms and surrogates are invalid.
    ///
    /// - Parameter bytes: the bytes, at least one.
    /// - Returns: the scalar, or why there is none.
    static func utf8(_ bytes: ArraySlice<UInt8>) -> DecodedScalar {
        guard let lead = bytes.first else { return .incomplete }
        if lead < 0x80 { return .scalar(Unicode.Scalar(lead), bytes: 1) }
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch lead {
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        case 0xF1...0xF3: length = 4
        default: return .invalid
        }
        var value = UInt32(lead) & (0x7F >> UInt32(length))
        for offset in 1..<length {
            guard offset < bytes.count else { return .incomplete }
            let byte = bytes[bytes.startIndex + offset]
            guard (offset == 1 ? second : 0x80...0xBF).contains(byte) else { return .invalid }
            value = value << 6 | UInt32(byte & 0x3F)
        }
        guard let scalar = Unicode.Scalar(value) else { return .invalid }
        return .scalar(scalar, bytes: length)
    }
}
