extension Key {
    /// The key's name, as key map files and hints write it: `Ctrl-S`, `F2`, `PgUp`, `Shift-Tab`, `Alt-1`.
    public var name: String {
        var prefix = ""
        if modifiers.contains(.control) { prefix += "Ctrl-" }
        if modifiers.contains(.alt) { prefix += "Alt-" }
        if modifiers.contains(.shift) { prefix += "Shift-" }
        switch code {
        case .function(let number): return "\(prefix)F\(number)"
        case .character(" "): return prefix + "Space"
        case .character(let character):
            return prefix + (modifiers.isEmpty ? String(character) : character.uppercased())
        default: return prefix + (Self.names.first { $0.code == code }?.name ?? "")
        }
    }

    /// The key with a given name; the reverse of ``name``.
    ///
    /// Names of keys and modifiers may be in either case, and common long forms are understood (`PageUp`, `Escape`). With
    /// `Ctrl` or `Alt` a letter may be in either case too: `Ctrl-S` and `Ctrl-s` are the same key.
    ///
    /// - Parameter name: such as `Ctrl-S`, `F2`, `?`.
    public init?(name: String) {
        var rest = Substring(name)
        var modifiers: Modifiers = []
        let prefixes: [(String, Modifiers)] = [("ctrl-", .control), ("alt-", .alt), ("shift-", .shift)]
        while let (prefix, modifier) = prefixes.first(where: { rest.lowercased().hasPrefix($0.0) }),
            rest.count > prefix.count
        {
            guard !modifiers.contains(modifier) else { return nil }
            modifiers.insert(modifier)
            rest = rest.dropFirst(prefix.count)
        }
        if rest.count == 1, let character = rest.first {
            // Shift is part of a character unless another modifier is held: terminals send no such key.
            if modifiers == .shift { return nil }
            self.init(.character(modifiers.isEmpty ? character : Self.lowercased(character)), modifiers)
            return
        }
        let lower = rest.lowercased()
        if lower == "space" {
            self.init(.character(" "), modifiers)
        } else if let known = Self.names.first(where: { $0.name.lowercased() == lower || $0.aliases.contains(lower) }) {
            self.init(known.code, modifiers)
        } else if lower.first == "f", let number = Int(lower.dropFirst()), (1...63).contains(number),
            lower.dropFirst().first != "0", lower.dropFirst().first != "+"
        {
            self.init(.function(number), modifiers)
        } else {
            return nil
        }
    }

    /// A letter in lower case; characters whose lower case is longer than one character stay as they are.
    static func lowercased(_ character: Character) -> Character {
        let lower = character.lowercased()
        return lower.count == 1 ? Character(lower) : character
    }

    private static let names: [(code: Code, name: String, aliases: [String])] = [
        (.up, "Up", []), (.down, "Down", []), (.left, "Left", []), (.right, "Right", []),
        (.home, "Home", []), (.end, "End", []),
        (.pageUp, "PgUp", ["pageup"]), (.pageDown, "PgDn", ["pagedown", "pgdown"]),
        (.insert, "Ins", ["insert"]), (.delete, "Del", ["delete"]),
        (.enter, "Enter", ["return"]), (.tab, "Tab", []),
        (.backspace, "Backspace", []), (.escape, "Esc", ["escape"]),
    ]
}

extension Key: CustomStringConvertible {
    /// The key's ``name``.
    public var description: String { name }
}
