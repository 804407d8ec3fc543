/// The red, green and blue of xterm's 256 colours.
public enum PaletteColors {
    /// A colour's parts.
    ///
    /// - Parameter number: the palette number.
    /// - Returns: red, green and blue, 0–255 each, as xterm draws them.
    public static func components(of number: UInt8) -> (red: Int, green: Int, blue: Int) {
        let index = Int(number)
        switch index {
        case 0..<16:
            let value = sixteen[index]
            return (value >> 16, value >> 8 & 255, value & 255)
        case 16..<232:
            let cube = index - 16
            return (level(cube / 36), level(cube / 6 % 6), level(cube % 6))
        default:
            let gray = 8 + 10 * (index - 232)
            return (gray, gray, gray)
        }
    }

    /// A colour as `#rrggbb`.
    ///
    /// - Parameter number: the palette number.
    /// - Returns: seven characters.
    public static func hexadecimal(of number: UInt8) -> String {
        let (red, green, blue) = components(of: number)
        return "#"
            + [red, green, blue].map { part in
                let text = String(part, radix: 16)
                return text.count == 1 ? "0" + text : text
            }.joined()
    }

    private static func level(_ step: Int) -> Int { step == 0 ? 0 : 55 + 40 * step }

    private static let sixteen = [
        0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
        0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
    ]
}
