import CNcurses
import Glibc

extension CursesScreen {
    /// Sets the character locale of the process and names its encoding.
    static func chooseLocale(_ environment: TerminalEnvironment) throws(ScreenError) -> Charset {
        if setlocale(LC_CTYPE, "") == nil {
            // A locale that is named but not generated is common on fresh machines; its encoding is what matters here.
            guard environment.namesUTF8, setlocale(LC_CTYPE, "C.UTF-8") != nil else {
                throw .missingLocale(environment.locale)
            }
        }
        let codeset = String(cString: terminal_codeset())
        guard let charset = Charset(codeset: codeset) else { throw .unsupportedCharset(codeset) }
        return charset
    }

    /// Checks with ncurses itself that it uses our widths, and falls back to what libc says where it does not.
    static func agreeing(_ wanted: TextWidth) -> TextWidth {
        let samples: [Unicode.Scalar] = ["a", "中", "“", "—", "·", "①", "★", "℃", "𠮷", "é"]
        let agree = samples.allSatisfy {
            Int(terminal_probe_width(Int32($0.value))) == wanted.columns(of: Character($0))
        }
        return agree ? wanted : TextWidth(table: .ofCurrentLocale(), ambiguous: .measured, lines: wanted.lines)
    }

    /// Turns colour on as far as the terminal and the officer's NO_COLOR allow.
    static func startColor(_ environment: TerminalEnvironment) -> ColorDepth {
        guard !environment.isColorRefused, has_colors(), start_color() == OK else { return .mono }
        use_default_colors()
        let colors = terminal_colors()
        // With direct colour the numbers above 7 are RGB values and no palette.
        if terminal_is_direct_color() != 0 { return .eight }
        return colors >= 256 ? .twoHundredFiftySix : colors >= 16 ? .sixteen : colors >= 8 ? .eight : .mono
    }
}
