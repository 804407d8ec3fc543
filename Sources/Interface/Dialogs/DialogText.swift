import Terminal
import Themes

/// The text of a dialog, wrapped to a width that is easy to read.
enum DialogText {
    static func wrap(_ text: String, in area: Rect, look: Look) -> [String] {
        look.textWidth.wrap(text, columns: max(2, min(64, area.size.columns - 6))).map { String(text[$0.range]) }
    }
}

extension Canvas {
    /// Parks the caret, unseen, on a row of an area; in an empty one, at its corner within the canvas.
    mutating func park(in area: Rect, row: Int, column: Int = 2) {
        placeCaret(
            at: Point(
                row: min(area.origin.row + max(0, min(row, area.size.rows - 1)), max(0, size.rows - 1)),
                column: min(area.origin.column + max(0, min(column, area.size.columns - 1)), max(0, size.columns - 1))),
            visible: false)
    }

    /// Writes plain text into an area with the look's ordinary style.
    mutating func write(_ text: String, row: Int, column: Int, in area: Rect, look: Look) {
        write(text, row: row, column: column, in: area, style: look[.text])
    }
}
