/// Brings what an input method or an old file produces to the characters that numbers are written with.
public enum TextFolding {
    /// Full-width ASCII, ideographic spaces and the common dashes as plain ASCII (the part of NFKC that numbers meet).
    ///
    /// - Parameter text: as typed.
    /// - Returns: the folded text, without spaces at its ends.
    public static func plain(_ text: some StringProtocol) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { result.append(plain(scalar)) }
        let folded = String(result)
        var rest = Substring(folded)
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }

    /// The dots that stand between the parts of a name, all as U+00B7, for comparing; names are stored as typed.
    ///
    /// - Parameter name: a name as typed.
    /// - Returns: the name with one kind of dot, in plain ASCII where it had full-width letters.
    public static func comparableName(_ name: some StringProtocol) -> String {
        let dots: Set<Unicode.Scalar> = ["\u{2022}", "\u{30FB}", "\u{FF0E}", "\u{2027}", "\u{FF65}"]
        var result = String.UnicodeScalarView()
        for scalar in name.unicodeScalars {
            result.append(dots.contains(scalar) ? "\u{B7}" : plain(scalar))
        }
        return String(result)
    }

    /// One character, folded.
    static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        case 0x3000, 0xA0, 0x2002...0x200A: " "
        case 0x2010...0x2015, 0x2212: "-"
        default: scalar
        }
    }
}
