public import Terminal
import Themes

/// What a window shows that is too small for the layout; any extent down to 1×1 is survived.
public enum TooSmall {
    /// Draws the message.
    ///
    /// - Parameters:
    ///   - canvas: the frame.
    ///   - look: language and colours.
    public static func draw(into canvas: inout Canvas, look: Look) {
        let rows = canvas.size.rows
        let columns = canvas.size.columns
        guard rows > 0, columns > 0 else { return }
        let text = look.text(Texts.tooSmall) + "（" + look.text(Texts.tooSmallNow) + " \(columns)×\(rows)）"
        let lines = look.textWidth.wrap(text, columns: columns)
        let top = max(0, (rows - lines.count) / 2)
        for (offset, line) in lines.enumerated() where top + offset < rows {
            canvas.write(
                String(text[line.range]), at: Point(row: top + offset, column: 0), style: look[.warning],
                maxColumns: columns)
        }
        canvas.placeCaret(at: .zero, visible: false)
    }
}
