/// Text in one or two bytes for each Chinese character instead of three; it is the bulk of what the index holds.
///
/// The idea is Unicode's own (SCSU, Technical Standard 6), cut down to what Chinese notes need: ASCII stays as it is, the
/// commonest marks and characters take one byte, U+4E00 to U+9FFF two, and everything else is escaped.
enum PackedText {
    /// What takes one byte: the marks, and characters that are common everywhere or in such notes, a third of them.
    private static let common = Array(
        ("，。、：；（）“”？·《》的一是不了在有人他来上中下大小这说到时后未已和为出可户室楼号单元家里门住年月日点分民警走访电话情况居社区调解双方处无老两"
            + "本").unicodeScalars.map(\.value))
    /// The bytes that neither ASCII needs, controls apart that nobody types, nor the first byte of a pair.
    private static let single = [0x01...0x08, 0x0B...0x1F, 0x7F...0x7F, 0xD2...0xFD].flatMap { Array($0) as [UInt8] }
    private static let low: UInt32 = 0x4E00
    private static let pairs: ClosedRange<UInt8> = 0x80...0xD1
    private static let escaped: UInt8 = 0xFE
    private static let escapedLong: UInt8 = 0xFF

    /// The one byte of a code point of the first plane; zero when it has none.
    private static let byte: [UInt8] = {
        var table = [UInt8](repeating: 0, count: 0x1_0000)
        for ascii in 0x20..<UInt8(0x7F) { table[Int(ascii)] = ascii }
        for ascii in [UInt8(0x09), 0x0A] { table[Int(ascii)] = ascii }
        for (code, scalar) in zip(single, common) { table[Int(scalar)] = code }
        return table
    }()
    /// The code point of one byte; zero when it stands for none by itself.
    private static let scalar: [UInt32] = {
        var table = [UInt32](repeating: 0, count: 256)
        for (value, code) in byte.enumerated() where code != 0 { table[Int(code)] = UInt32(value) }
        return table
    }()

    /// Adds a text.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - bytes: gets it.
    static func append(_ text: String, to bytes: inout [UInt8]) {
        let byte = byte
        for scalar in text.unicodeScalars {
            let value = scalar.value
            if value < 0x1_0000, byte[Int(value)] != 0 {
                bytes.append(byte[Int(value)])
            } else if value >= low, value - low < UInt32(pairs.count) << 8 {
                let place = value - low
                bytes.append(pairs.lowerBound + UInt8(place >> 8))
                bytes.append(UInt8(truncatingIfNeeded: place))
            } else {
                bytes.append(value < 0x1_0000 ? escaped : escapedLong)
                if value >= 0x1_0000 { bytes.append(UInt8(value >> 16)) }
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
        let scalars = scalar
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
                var value = scalars[Int(byte)]
                if value == 0 {
                    switch byte {
                    case pairs: value = low + (UInt32(byte - pairs.lowerBound) << 8 | next())
                    case escaped: value = next() << 8 | next()
                    case escapedLong: value = next() << 16 | next() << 8 | next()
                    default: failed = true
                    }
                }
                guard !failed, let scalar = Unicode.Scalar(value) else {
                    failed = true
                    return written
                }
                if value < 0x80 {
                    buffer[written] = UInt8(value)
                    written += 1
                    continue
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
