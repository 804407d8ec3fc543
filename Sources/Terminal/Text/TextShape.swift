/// How one character is shown: its glyph and the columns it takes.
public struct TextShape: Hashable, Sendable {
    /// What is sent to the terminal.
    public let glyph: Glyph
    /// 1 or 2.
    public let columns: Int
}
