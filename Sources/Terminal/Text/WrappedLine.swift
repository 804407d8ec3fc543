/// One row of wrapped text: which part of the text stands on it.
public struct WrappedLine: Hashable, Sendable {
    /// The characters of the row, without the line feed that may end it.
    ///
    /// Rows are contiguous: the next row starts where this one ends, or after the line feed. Spaces at a break stay at the
    /// end of the row, where they may hang over its edge unseen.
    public let range: Range<String.Index>
    /// The columns the characters take, spaces at the end included.
    public let columns: Int
    /// Whether the row ends a paragraph (a line feed or the end of the text follows).
    public let endsParagraph: Bool
}
