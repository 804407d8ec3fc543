import Interface

/// An opened record stands below the title line and the line of panes, which stay in sight.
enum OpenedPage {
    /// Draws the two lines.
    ///
    /// - Parameters:
    ///   - workspace: knows them.
    ///   - pane: the name of the record's pane, which is shown as the open one.
    ///   - canvas: the frame.
    ///   - area: the place for the work.
    ///   - look: language and colours.
    /// - Returns: the place for the record.
    static func draw(
        _ workspace: Workspace, _ pane: String, into canvas: inout Canvas, area: Rect, look: Look
    ) -> Rect {
        workspace.drawTitle(&canvas, area, look, pane)
        return Rect(
            row: area.origin.row + TitleBar.rows, column: area.origin.column,
            rows: max(0, area.size.rows - TitleBar.rows), columns: area.size.columns)
    }
}
