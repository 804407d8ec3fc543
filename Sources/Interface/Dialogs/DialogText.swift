import Terminal
import Themes

/// The text of a dialog, wrapped to a width that is easy to read.
enum DialogText {
    static func wrap(_ text: String, in area: Rect, look: Look) -> [String] {
        look.textWidth.wrap(text, columns: max(2, min(64, area.size.columns - 6))).map { String(text[$0.range]) }
    }
}

extension Canvas {
    /// Writes plain text into an area with the look's ordinary style.
    mutating func write(_ text: String, row: Int, column: Int, in area: Rect, look: Look) {
        write(text, row: row, column: column, in: area, style: look[.text])
    }
}
