public import Terminal
import Themes

/// The frame of a dialog: a rule with its title above, the content, a footer that names the keys.
///
/// No boxes around boxes.
public struct DialogFrame: Sendable {
    /// What it is about.
    public let title: String
    /// What the keys do.
    public let footer: String

    /// A frame.
    ///
    /// - Parameters:
    ///   - title: what it is about.
    ///   - footer: what the keys do.
    public init(title: String, footer: String) {
        self.title = title
        self.footer = footer
    }

    /// Draws the frame in the middle of the work and blanks what lies below.
    ///
    /// - Parameters:
    ///   - canvas: the frame of the screen.
    ///   - area: the place for the work.
    ///   - look: language and colours.
    ///   - columns: the columns wanted for the content.
    ///   - rows: the rows wanted for the content.
    /// - Returns: the place for the content; smaller than wanted when there is no room.
    public func draw(into canvas: inout Canvas, area: Rect, look: Look, columns: Int, rows: Int) -> Rect {
        let width = min(area.size.columns, max(columns, look.columns(title) + 4, look.columns(footer)) + 4)
        let height = min(area.size.rows, rows + 4)
        let place = Rect(
            row: area.origin.row + (area.size.rows - height) / 2,
            column: area.origin.column + (area.size.columns - width) / 2, rows: height, columns: width
        ).intersection(canvas.bounds)
        canvas.fill(place, style: look[.dialog])
        guard place.size.rows > 0, place.size.columns > 0 else { return place }
        rule(canvas: &canvas, row: 0, in: place, look: look)
        if !title.isEmpty {
            canvas.write(" \(title) ", row: 0, column: 2, in: place, style: look[.dialog], maxColumns: width - 4)
        }
        if height > 3 { canvas.write(footer, row: height - 2, column: 2, in: place, style: look[.dim]) }
        if height > 1 { rule(canvas: &canvas, row: height - 1, in: place, look: look) }
        return Rect(
            row: place.origin.row + 1, column: place.origin.column, rows: max(0, height - 4), columns: width)
    }

    private func rule(canvas: inout Canvas, row: Int, in place: Rect, look: Look) {
        canvas.horizontalRule(
            at: Point(row: place.origin.row + row, column: place.origin.column), columns: place.size.columns,
            style: look[.dialog])
    }
}
