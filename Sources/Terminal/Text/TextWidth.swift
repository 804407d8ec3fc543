/// How wide text is on the screen; the only place that knows.
///
/// Layout, clipping and what is sent to the terminal all use the same ``TextShape`` of a character, so they cannot
/// disagree. Some characters are shown as something safer than themselves:
///
/// - what libc cannot show (Extension H ideographs, unassigned): 〓
/// - control characters and lone invisible ones: a control picture (␉, ␊, ␦)
/// - a combining mark without a base: on a dotted circle
/// - emoji joined by ZWJ or coloured by a modifier: the first emoji, because terminals disagree about the rest
/// - flags: their two letters
/// - variation selectors: dropped, because terminals disagree about their width
///
/// The text itself is never changed.
public struct TextWidth: Sendable {
    /// How wide the terminal's font draws “ ” … — · ① ★ ℃ and the like.
    public enum Ambiguous: String, Sendable, CaseIterable {
        /// One column: the default of terminals.
        case narrow
        /// Two columns: terminals set up for East Asian fonts.
        case wide
        /// As libc's locale says, where nothing better can be agreed on with ncurses.
        case measured
    }

    /// What lines and bars are drawn with.
    public enum Lines: String, Sendable, CaseIterable {
        /// Box-drawing characters.
        case drawn
        /// `-`, `|`, `+` and `#`: for fonts or terminals that draw box lines two columns wide.
        case ascii
    }

    /// What libc measured.
    public let table: WidthTable
    /// The setting for ambiguous characters.
    public let ambiguous: Ambiguous
    /// The setting for lines; always ASCII where drawn lines would be two columns wide.
    public let lines: Lines

    /// UTF-8 locale, ambiguous characters narrow, drawn lines.
    public static let standard = TextWidth()

    /// Widths for a terminal.
    ///
    /// - Parameters:
    ///   - table: what libc measured.
    ///   - ambiguous: how wide the terminal draws ambiguous characters.
    ///   - lines: what lines are drawn with.
    public init(table: WidthTable = .utf8, ambiguous: Ambiguous = .narrow, lines: Lines = .drawn) {
        self.table = table
        self.ambiguous = ambiguous
        let areLinesWide = ambiguous == .wide || ambiguous == .measured && table.columns(of: "─") != 1
        self.lines = areLinesWide ? .ascii : lines
    }

    /// How many columns text takes on one row.
    ///
    /// - Parameter text: the text.
    /// - Returns: the sum over its characters.
    /// - Complexity: O(length of the text).
    public func columns(of text: some StringProtocol) -> Int {
        var total = 0
        forEachShape(in: text) { shape, _ in
            total += shape.columns
            return true
        }
        return total
    }

    /// How many columns a character takes.
    ///
    /// - Parameter character: the character.
    /// - Returns: 1 or 2.
    public func columns(of character: Character) -> Int { shape(of: character).columns }

    /// Calls a function with the shape of each character until it returns false.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - body: given the shape and where the character starts; returns whether to go on.
    /// - Complexity: O(length of the text).
    public func forEachShape<Text: StringProtocol>(
        in text: Text, _ body: (TextShape, String.Index) -> Bool
    ) {
        let scalars = text.unicodeScalars
        var index = scalars.startIndex
        let end = scalars.endIndex
        while index < end {
            let scalar = scalars[index]
            let next = scalars.index(after: index)
            // Two scalars that never combine with anything have a character boundary between them, so the slow search
            // for grapheme clusters is only needed around the others.
            if Self.standsAlone(scalar.value), next == end || Self.standsAlone(scalars[next].value) {
                let shape = TextShape(glyph: Glyph(scalar), columns: scalar.value < 0x7F ? 1 : 2)
                guard body(shape, index) else { return }
                index = next
            } else {
                guard body(shape(of: text[index]), index) else { return }
                index = text.index(after: index)
            }
        }
    }

    /// Whether a scalar is printable ASCII, an ideograph, kana or common full-width punctuation: never part of a longer
    /// character unless a scalar of another kind follows, and of the same width everywhere.
    static func standsAlone(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x20..<0x7F, 0x4E00...0x9FA5, 0x3001...0x3029, 0x3041...0x3096, 0x30A1...0x30FA, 0xFF01...0xFF60: true
        default: false
        }
    }
}
