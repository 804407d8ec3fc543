/// A key press, independent of the terminal that sent it.
public struct Key: Hashable, Sendable {
    /// Which key, without modifiers.
    public enum Code: Hashable, Sendable {
        /// A character. With Ctrl or Alt, letters are lower case and Shift is a modifier.
        case character(Character)
        /// F1, F2 …
        case function(Int)
        /// Arrow keys.
        case up, down, left, right
        /// Keys above the arrows.
        case home, end, pageUp, pageDown, insert, delete
        /// Keys that edit and move on.
        case enter, tab, backspace, escape
    }

    /// Keys held at the same time.
    public struct Modifiers: OptionSet, Hashable, Sendable {
        /// The bits, as xterm counts them.
        public let rawValue: UInt8

        /// Modifiers from their bits.
        ///
        /// - Parameter rawValue: the bits.
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// Shift.
        public static let shift = Modifiers(rawValue: 1)
        /// Alt.
        public static let alt = Modifiers(rawValue: 2)
        /// Ctrl.
        public static let control = Modifiers(rawValue: 4)
    }

    /// Which key.
    public var code: Code
    /// What was held with it.
    public var modifiers: Modifiers

    /// A key press.
    ///
    /// - Parameters:
    ///   - code: which key.
    ///   - modifiers: what was held with it.
    public init(_ code: Code, _ modifiers: Modifiers = []) {
        self.code = code
        self.modifiers = modifiers
    }

    /// A character typed without Ctrl or Alt.
    ///
    /// - Parameter character: the character.
    /// - Returns: the key.
    public static func character(_ character: Character) -> Key { Key(.character(character)) }

    /// A character typed with Ctrl.
    ///
    /// - Parameter character: the character; letters may be given in either case.
    /// - Returns: the key.
    public static func control(_ character: Character) -> Key {
        Key(.character(Character(character.lowercased())), .control)
    }

    /// A character typed with Alt.
    ///
    /// - Parameter character: the character, as typed without Alt.
    /// - Returns: the key.
    public static func alt(_ character: Character) -> Key {
        character.isUppercase
            ? Key(.character(Character(character.lowercased())), [.alt, .shift]) : Key(.character(character), .alt)
    }

    /// A function key.
    ///
    /// - Parameter number: 1 for F1.
    /// - Returns: the key.
    public static func function(_ number: Int) -> Key { Key(.function(number)) }

    /// Arrow up.
    public static let up = Key(.up)
    /// Arrow down.
    public static let down = Key(.down)
    /// Arrow left.
    public static let left = Key(.left)
    /// Arrow right.
    public static let right = Key(.right)
    /// Home.
    public static let home = Key(.home)
    /// End.
    public static let end = Key(.end)
    /// Page up.
    public static let pageUp = Key(.pageUp)
    /// Page down.
    public static let pageDown = Key(.pageDown)
    /// Insert.
    public static let insert = Key(.insert)
    /// Delete.
    public static let delete = Key(.delete)
    /// Enter.
    public static let enter = Key(.enter)
    /// Tab.
    public static let tab = Key(.tab)
    /// Shift and Tab.
    public static let backTab = Key(.tab, .shift)
    /// Backspace.
    public static let backspace = Key(.backspace)
    /// Esc.
    public static let escape = Key(.escape)

    /// The character to insert into a field; nil for every key that is not plain text.
    public var text: Character? {
        guard case .character(let character) = code, modifiers.isEmpty else { return nil }
        return character
    }

    /// The key to look up in a key map: full-width ASCII, 。 and the ideographic space become their ASCII key.
    ///
    /// An input method in Chinese mode sends ：；（），。 and full-width letters where the officer means ASCII.
    public var folded: Key {
        guard case .character(let character) = code, let scalar = character.unicodeScalars.first,
            character.unicodeScalars.count == 1
        else { return self }
        let ascii: UInt32 =
            switch scalar.value {
            case 0xFF01...0xFF5E: scalar.value - 0xFEE0
            case 0x3000: 0x20
            case 0x3002: 0x2E
            default: scalar.value
            }
        guard ascii != scalar.value, let folded = Unicode.Scalar(ascii) else { return self }
        return Key(.character(Character(folded)), modifiers)
    }
}
