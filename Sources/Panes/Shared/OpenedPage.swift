import Interface

/// Where an opened record stands: below the title line and the line of panes, which stay in sight.
enum OpenedPage {
    /// The place for the record.
    ///
    /// - Parameter area: the place for the work.
    /// - Returns: everything below the two lines.
    static func place(in area: Rect) -> Rect {
        Rect(
            row: area.origin.row + TitleBar.rows, column: area.origin.column,
            rows: max(0, area.size.rows - TitleBar.rows), columns: area.size.columns)
    }

    /// Blanks the place; the pane below was drawn there.
    ///
    /// - Parameters:
    ///   - canvas: the frame.
    ///   - area: the place for the work.
    ///   - look: colours.
    static func clear(_ canvas: inout Canvas, area: Rect, look: Look) {
        canvas.fill(place(in: area), style: look[.text])
    }
}
