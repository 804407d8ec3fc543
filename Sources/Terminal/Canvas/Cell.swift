/// One cell of a canvas.
public struct Cell: Hashable, Sendable {
    /// Which part of a glyph a cell holds.
    public enum Part: UInt8, Sendable {
        /// A whole glyph one column wide.
        case narrow
        /// The left half of a glyph two columns wide.
        case lead
        /// The right half; the glyph is in the cell to the left.
        case trail
    }

    /// What is shown; in a trailing cell, a space.
    public let glyph: Glyph
    /// How it looks.
    public internal(set) var style: Style
    /// Which part of a glyph this is.
    public let part: Part

    /// A blank cell.
    ///
    /// - Parameter style: how it looks.
    /// - Returns: a space of one column.
    public static func blank(_ style: Style) -> Cell { Cell(glyph: .space, style: style, part: .narrow) }
}
