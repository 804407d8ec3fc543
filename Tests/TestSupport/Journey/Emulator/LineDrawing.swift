/// The VT100 graphics set: what ncurses' ACS characters are after `ESC ( 0` or SO.
enum LineDrawing {
    /// The glyphs of 0x60…0x7E.
    private static let glyphs = Array("◆▒␉␌␍␊°±␤␋┘┐┌└┼⎺⎻─⎼⎽├┤┴┬│≤≥π≠£·".unicodeScalars)

    /// Maps one character.
    ///
    /// - Parameter scalar: as sent.
    /// - Returns: the line glyph, or the character itself.
    static func glyph(for scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x60...0x7E: glyphs[Int(scalar.value - 0x60)]
        case 0x5F: " "
        default: scalar
        }
    }
}
