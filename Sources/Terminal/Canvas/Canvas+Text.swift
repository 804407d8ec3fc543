extension Canvas {
    /// One row as text.
    ///
    /// - Parameters:
    ///   - row: the row; outside the canvas gives an empty text.
    ///   - trimmed: whether spaces at the end are left out.
    /// - Returns: the characters shown.
    public func rowText(_ row: Int, trimmed: Bool = true) -> String {
        guard (0..<size.rows).contains(row) else { return "" }
        var text = ""
        for cell in cells[(row * size.columns)..<((row + 1) * size.columns)] where cell.part != .trail {
            text += cell.glyph.text
        }
        guard trimmed else { return text }
        while text.last == " " { text.removeLast() }
        return text
    }

    /// The whole canvas as text, one line per row, spaces at the ends of rows left out: what golden tests compare.
    ///
    /// - Returns: the rows, joined by line feeds, without one at the end.
    public func text() -> String {
        (0..<size.rows).map { rowText($0) }.joined(separator: "\n")
    }
}
