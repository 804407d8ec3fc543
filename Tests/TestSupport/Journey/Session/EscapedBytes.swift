/// Bytes as a person can read and compare them.
package enum EscapedBytes {
    /// Writes controls and everything that is no UTF-8 as escapes.
    ///
    /// - Parameter bytes: any.
    /// - Returns: one line.
    package static func text(_ bytes: some Sequence<UInt8>) -> String {
        var text = ""
        for scalar in String(decoding: Array(bytes), as: UTF8.self).unicodeScalars {
            switch scalar.value {
            case 0x1B: text += "\\e"
            case 0x0A: text += "\\n"
            case 0x0D: text += "\\r"
            case 0x09: text += "\\t"
            case 0..<0x20, 0x7F..<0xA0:
                text += "\\x" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}
