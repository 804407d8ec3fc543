/// Text in two bytes for each common Chinese character instead of three; it is the bulk of what the index holds.
///
/// The idea is Unicode's own (SCSU, Technical Standard 6), cut down to what Chinese notes need: ASCII stays as it is,
/// U+3400 to U+A1FF takes two bytes, the commonest marks take one.
enum PackedText {
    private static let marks: [UInt32] = [
        0xFF0C, 0x3002, 0x3001, 0xFF1A, 0xFF1B, 0xFF08, 0xFF09, 0x201C, 0x201D, 0xFF1F, 0xB7, 0x300A, 0x300B,
    ]
    private static let firstMark: UInt8 = 0xF3
    private static let low: UInt32 = 0x3400
    private static let size: UInt32 = 0x7000

    /// Adds a text.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - bytes: gets it.
    static func append(_ text: String, to bytes: inout [UInt8]) {
        for scalar in text.unicodeScalars {
            let value = scalar.value
            if value < 0x80 {
                bytes.append(UInt8(value))
            } else if value >= low, value < low + size {
                let place = value - low
                bytes.append(0x80 | UInt8(place >> 8))
                bytes.append(UInt8(truncatingIfNeeded: place))
            } else if let mark = marks.firstIndex(of: value) {
                bytes.append(firstMark + UInt8(mark))
            } else {
                bytes.append(0xF0 + UInt8(value >> 16 > 0 ? 1 : 0))
                if value >> 16 > 0 { bytes.append(UInt8(value >> 16)) }
                bytes.append(UInt8(truncatingIfNeeded: value >> 8))
                bytes.append(UInt8(truncatingIfNeeded: value))
            }
        }
    }

    /// Reads a text.
    ///
    /// - Parameter bytes: what ``append(_:to:)`` added.
    /// - Returns: the text; `nil` when the bytes are none.
    static func text(_ bytes: UnsafeRawBufferPointer) -> String? {
        var failed = false
        let text = String(unsafeUninitializedCapacity: bytes.count * 3) { buffer in
            var written = 0
            var position = 0
            func next() -> UInt32 {
                guard position < bytes.count else {
                    failed = true
                    return 0
                }
                defer { position += 1 }
                return UInt32(bytes[position])
            }
            while position < bytes.count {
                let byte = UInt8(next())
                let value: UInt32
                switch byte {
                case 0..<0x80:
                    buffer[written] = byte
                    written += 1
                    continue
                case 0x80..<0xF0: value = low + (UInt32(byte & 0x7F) << 8 | next())
                case 0xF0: value = next() << 8 | next()
                case 0xF1: value = next() << 16 | next() << 8 | next()
                default:
                    guard byte >= firstMark, Int(byte - firstMark) < marks.count else {
                        failed = true
                        return written
                    }
                    value = marks[Int(byte - firstMark)]
                }
                guard let scalar = Unicode.Scalar(value) else {
                    failed = true
                    return written
                }
                for unit in UTF8.encode(scalar).unsafelyUnwrapped {
                    buffer[written] = unit
                    written += 1
                }
            }
            return written
        }
        return failed ? nil : text
    }
}
