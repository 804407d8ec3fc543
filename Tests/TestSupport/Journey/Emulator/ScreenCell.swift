/// One cell of the grid.
package struct ScreenCell: Hashable, Sendable {
    /// The glyph with its combining marks; empty in the right half of a wide glyph.
    package var text: String
    /// 1, 2 for the left half of a wide glyph, 0 for its right half.
    package var width: Int
    /// How it is drawn.
    package var style: CellStyle
    /// True while the cell is blank only because the other half of its glyph was overwritten.
    package var isOrphan = false

    /// Makes a cell.
    ///
    /// - Parameters:
    ///   - text: the glyph.
    ///   - width: 1, 2 or 0.
    ///   - style: how it is drawn.
    package init(text: String = " ", width: Int = 1, style: CellStyle = CellStyle()) {
        self.text = text
        self.width = width
        self.style = style
    }
}
