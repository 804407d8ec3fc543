/// How many columns text takes on a line of a terminal or a typewriter face: Chinese two, Latin one.
///
/// It serves to line tables up in text files and plain output; the screen asks the terminal's own table.
public enum ColumnWidth {
    /// The columns of a text.
    ///
    /// - Parameter text: one line.
    /// - Returns: the columns.
    public static func of(_ text: String) -> Int { text.reduce(0) { $0 + of($1) } }

    /// The columns of a character: what its first scalar takes; marks that combine with it take none.
    ///
    /// - Parameter character: one character.
    /// - Returns: 0, 1 or 2.
    public static func of(_ character: Character) -> Int {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        switch scalar.value {
        case 0x20..<0x7F: return 1
        case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F: return 0
        default: break
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: return 0
        default: break
        }
        // An emoji selector makes a narrow sign wide.
        if character.unicodeScalars.contains("\u{FE0F}") { return 2 }
        return isWide(scalar.value) ? 2 : 1
    }

    /// The first characters of a text that fit into some columns, with … when something is left out.
    ///
    /// - Parameters:
    ///   - text: one line.
    ///   - columns: how many columns there are; one at least.
    /// - Returns: the text that fits.
    public static func cut(_ text: String, to columns: Int) -> String {
        guard of(text) > columns else { return text }
        var used = 0
        var result = ""
        for character in text {
            let width = of(character)
            guard used + width <= columns - 1 else { break }
            used += width
            result.append(character)
        }
        return result + "…"
    }

    /// UAX #11: the blocks whose characters are wide or full-width.
    private static func isWide(_ value: UInt32) -> Bool {
        switch value {
        case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
            0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F2FF,
            0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF, 0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
