public import Terminal

extension Canvas {
    /// Writes text into an area: never outside it, never half a character.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - row: rows from the top of the area.
    ///   - column: columns from its left edge.
    ///   - area: where it may stand.
    ///   - style: how it looks.
    ///   - maxColumns: the most columns; longer text ends with …
    /// - Returns: the columns used.
    @discardableResult
    public mutating func write(
        _ text: String, row: Int, column: Int = 0, in area: Rect, style: Style = .plain, maxColumns: Int = .max
    ) -> Int {
        guard (0..<area.size.rows).contains(row), (0..<area.size.columns).contains(column) else { return 0 }
        let absolute = area.origin.row + row
        let space = min(
            area.size.columns - column, maxColumns,
            usableColumns(inRow: absolute) - area.origin.column - column)
        guard space > 0 else { return 0 }
        return write(
            textWidth.truncate(text, to: space), at: Point(row: absolute, column: area.origin.column + column),
            style: style, maxColumns: space)
    }

    /// Writes a row of pieces into an area.
    ///
    /// - Parameters:
    ///   - line: the pieces.
    ///   - row: rows from the top of the area.
    ///   - column: columns from its left edge.
    ///   - area: where it may stand.
    ///   - look: how each piece looks.
    ///   - maxColumns: the most columns; the piece that does not fit ends with …
    ///   - base: attributes and colours used for ordinary text instead of the look's own, as in a selected row.
    /// - Returns: the columns used.
    @discardableResult
    public mutating func write(
        _ line: StyledLine, row: Int, column: Int = 0, in area: Rect, look: Look, maxColumns: Int = .max,
        base: Style? = nil
    ) -> Int {
        var used = 0
        for span in line.spans {
            guard used < maxColumns else { break }
            let left = maxColumns == .max ? .max : maxColumns - used
            used += write(
                span.text, row: row, column: column + used, in: area, style: base ?? look[span.role], maxColumns: left)
        }
        return used
    }

    /// Writes text at the right edge of an area.
    ///
    /// - Parameters:
    ///   - line: the pieces.
    ///   - row: rows from the top of the area.
    ///   - area: where it may stand.
    ///   - look: how each piece looks.
    ///   - margin: columns left free at the edge.
    ///   - minColumn: the leftmost column it may take; nothing is written when it does not fit.
    public mutating func writeRight(
        _ line: StyledLine, row: Int, in area: Rect, look: Look, margin: Int = 1, minColumn: Int = 0
    ) {
        let column = area.size.columns - margin - look.columns(line.text)
        guard column >= minColumn else { return }
        write(line, row: row, column: column, in: area, look: look)
    }
}
