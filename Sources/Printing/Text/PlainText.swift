/// Text that may stand in a terminal or a file.
///
/// Stored text is somebody else's: an escape sequence in it must not clear the officer's screen, and a direction mark must not
/// turn a line around.
public enum PlainText {
    /// One line: line ends and tabs become spaces, control characters and direction marks a middle dot.
    ///
    /// - Parameter text: any text.
    /// - Returns: a text without line ends.
    public static func line(_ text: String) -> String {
        cleaned(text) { _ in " " }
    }

    /// Several lines: line ends stay, everything else as in ``line(_:)``.
    ///
    /// - Parameter text: any text.
    /// - Returns: the lines.
    public static func lines(_ text: String) -> [String] {
        text.split(omittingEmptySubsequences: false) { $0.isNewline }.map { line(String($0)) }
    }

    private static func cleaned(_ text: String, space: (Unicode.Scalar) -> Unicode.Scalar) -> String {
        guard text.unicodeScalars.contains(where: isUnfit) else { return text }
        var result = String.UnicodeScalarView()
        var wasReturn = false
        for scalar in text.unicodeScalars {
            defer { wasReturn = scalar == "\r" }
            // A carriage return and line feed are one line end.
            if scalar == "\n", wasReturn { continue }
            switch scalar {
            case "\t", "\n", "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}": result.append(space(scalar))
            default: result.append(isUnfit(scalar) ? "\u{B7}" : scalar)
            }
        }
        return String(result)
    }

    private static func isUnfit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }
}
