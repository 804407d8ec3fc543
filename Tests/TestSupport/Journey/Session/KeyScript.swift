/// Key names to bytes: `张伟<Enter><C-s><F2><Down><C-Left><Paste:两行>`.
///
/// Names are `<Enter> <Tab> <S-Tab> <Esc> <Space> <Backspace> <Up> <Down> <Left> <Right> <Home> <End> <PgUp> <PgDn>
/// <Ins> <Del> <F1>…<F12> <lt>`, each with any of `C-`, `S-` and `A-` before it; `<C-a>` and `<A-a>` for any character;
/// `<Byte:FF>` for a raw byte; `<Paste:text>` for a paste. Everything else is typed as it stands.
package enum KeyScript {
    /// Translates a script.
    ///
    /// - Parameters:
    ///   - script: keys.
    ///   - charset: what the terminal speaks.
    ///   - applicationCursorKeys: DEC mode 1: how arrows, Home and End are sent.
    ///   - bracketedPaste: DEC mode 2004.
    /// - Returns: what a keyboard would send.
    /// - Throws: `JourneyFailure` for a name that is none or a character the charset lacks.
    package static func bytes(
        _ script: String, charset: TerminalCharset = .utf8, applicationCursorKeys: Bool = false,
        bracketedPaste: Bool = false
    ) throws(JourneyFailure) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = script[...]
        while let first = rest.first {
            guard first == "<", let end = rest.firstIndex(of: ">") else {
                rest.removeFirst()
                bytes += try encode(String(first), charset)
                continue
            }
            let name = String(rest[rest.index(after: rest.startIndex)..<end])
            rest = rest[rest.index(after: end)...]
            if let text = name.suffix(after: "Paste:") {
                bytes += try paste(text, charset: charset, bracketed: bracketedPaste)
            } else if let hex = name.suffix(after: "Byte:") {
                guard let byte = UInt8(hex, radix: 16) else { throw JourneyFailure("no byte: <\(name)>") }
                bytes.append(byte)
            } else {
                bytes += try key(name, charset, applicationCursorKeys)
            }
        }
        return bytes
    }

    /// What a terminal sends for a paste.
    ///
    /// - Parameters:
    ///   - text: lines end in newlines, which a terminal sends as carriage returns.
    ///   - charset: what the terminal speaks.
    ///   - bracketed: whether the program asked for brackets.
    /// - Returns: the bytes.
    /// - Throws: `JourneyFailure` for a character the charset lacks.
    package static func paste(
        _ text: String, charset: TerminalCharset, bracketed: Bool
    ) throws(JourneyFailure) -> [UInt8] {
        let plain = try encode(String(text.map { $0 == "\n" ? "\r" : $0 }), charset)
        return bracketed ? Array("\u{1B}[200~".utf8) + plain + Array("\u{1B}[201~".utf8) : plain
    }

    private static func encode(_ text: String, _ charset: TerminalCharset) throws(JourneyFailure) -> [UInt8] {
        guard let bytes = CharsetConversion.bytes(text, in: charset) else {
            throw JourneyFailure("\(charset.rawValue) has no bytes for \(text.debugDescription)")
        }
        return bytes
    }

    private static func key(
        _ name: String, _ charset: TerminalCharset, _ application: Bool
    ) throws(JourneyFailure) -> [UInt8] {
        var base = name[...]
        var (shift, alt, control) = (false, false, false)
        while base.count > 2, base.dropFirst().first == "-", let modifier = base.first, "SAC".contains(modifier) {
            switch modifier {
            case "S": shift = true
            case "A": alt = true
            default: control = true
            }
            base = base.dropFirst(2)
        }
        let modifiers = 1 + (shift ? 1 : 0) + (alt ? 2 : 0) + (control ? 4 : 0)
        if let letter = cursorKeys[String(base)] {
            if modifiers > 1 { return Array("\u{1B}[1;\(modifiers)\(letter)".utf8) }
            return Array("\u{1B}\(application ? "O" : "[")\(letter)".utf8)
        }
        if let letter = ["F1": "P", "F2": "Q", "F3": "R", "F4": "S"][String(base)] {
            return Array((modifiers > 1 ? "\u{1B}[1;\(modifiers)\(letter)" : "\u{1B}O\(letter)").utf8)
        }
        if let number = numberedKeys[String(base)] {
            return Array((modifiers > 1 ? "\u{1B}[\(number);\(modifiers)~" : "\u{1B}[\(number)~").utf8)
        }
        if base == "Tab", shift { return Array("\u{1B}[Z".utf8) }
        let plain = try encode(plainKeys[String(base)] ?? String(base), charset)
        guard plainKeys[String(base)] != nil || base.count == 1 && (control || alt) else {
            throw JourneyFailure("no such key: <\(name)>")
        }
        var bytes = plain
        if control {
            guard bytes.count == 1, let code = controlCode(bytes[0]) else {
                throw JourneyFailure("no keyboard sends <\(name)>")
            }
            bytes = [code]
        }
        return (alt ? [0x1B] : []) + bytes
    }

    private static func controlCode(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x20, UInt8(ascii: "2"): 0
        case UInt8(ascii: "?"): 0x7F
        case 0x40...0x5F, 0x61...0x7A: byte & 0x1F
        case 0x7F: 0x08  // Ctrl-Backspace in xterm
        default: nil
        }
    }

    private static let cursorKeys = [
        "Up": "A", "Down": "B", "Right": "C", "Left": "D", "Home": "H", "End": "F",
    ]
    private static let numberedKeys = [
        "Ins": 2, "Del": 3, "PgUp": 5, "PgDn": 6, "F5": 15, "F6": 17, "F7": 18, "F8": 19, "F9": 20, "F10": 21,
        "F11": 23, "F12": 24,
    ]
    private static let plainKeys = [
        "Enter": "\r", "Tab": "\t", "Esc": "\u{1B}", "Space": " ", "Backspace": "\u{7F}", "lt": "<",
    ]
}

extension String {
    /// What follows a prefix; nil without it.
    fileprivate func suffix(after prefix: String) -> String? {
        hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
    }
}
