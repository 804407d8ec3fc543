/// What a person would see: the grid, the cursor and the modes the program has set.
///
/// A value: keep one to compare with what comes later.
package struct TerminalScreen: Hashable, Sendable {
    package internal(set) var size: TerminalSize
    package internal(set) var cells: [[ScreenCell]]
    /// The cursor's row, from 0 at the top.
    package internal(set) var cursorRow = 0
    /// The cursor's column in cells, from 0 at the left.
    package internal(set) var cursorColumn = 0
    package internal(set) var cursorVisible = true
    /// DEC 2004: pastes arrive between `ESC[200~` and `ESC[201~`.
    package internal(set) var bracketedPaste = false
    /// DEC 1: arrow keys are sent as `ESC O A`.
    package internal(set) var applicationCursorKeys = false
    /// DEC 47, 1047 or 1049: the program has the alternate screen.
    package internal(set) var alternate = false

    /// How often one half of a wide glyph was overwritten or cut off, ever.
    ///
    /// A library that repaints a row from left to right passes through such states and leaves none; `orphanedHalves`
    /// counts those left.
    package internal(set) var halvesOverwritten = 0
    /// How often a wide glyph was sent to the last column, where it does not fit and wraps.
    package internal(set) var wideInLastColumn = 0
    /// How often something other than a blank was put in the bottom-right cell.
    package internal(set) var bottomRightWritten = 0
    /// How often the bell rang.
    package internal(set) var bells = 0

    /// Makes an empty screen.
    ///
    /// - Parameter size: in cells.
    package init(size: TerminalSize) {
        self.size = size
        cells = Array(
            repeating: Array(repeating: ScreenCell(), count: size.columns), count: size.rows)
    }

    /// Cells blank at this moment only because the other half of their glyph was overwritten: 0 in a sound frame.
    package var orphanedHalves: Int {
        cells.reduce(0) { sum, row in sum + row.count(where: \.isOrphan) }
    }

    /// Every row as text, blanks at the end cut off.
    package var text: [String] {
        (0..<size.rows).map { row($0) }
    }

    /// One row as text, blanks at the end cut off.
    ///
    /// - Parameter index: from 0 at the top; negative counts from the bottom (-1 is the last row).
    /// - Returns: the text, empty when there is no such row.
    package func row(_ index: Int) -> String {
        let line = index < 0 ? size.rows + index : index
        guard cells.indices.contains(line) else { return "" }
        var text = cells[line].map(\.text).joined()
        while text.last == " " { text.removeLast() }
        return text
    }

    /// Whether some row shows a text.
    ///
    /// - Parameter wanted: text without a line break.
    /// - Returns: true when a row contains it.
    package func contains(_ wanted: String) -> Bool {
        find(wanted) != nil
    }

    /// Where a text stands.
    ///
    /// - Parameter wanted: text without a line break.
    /// - Returns: row and column of its first cell, of the topmost and leftmost hit.
    package func find(_ wanted: String) -> (row: Int, column: Int)? {
        guard let first = wanted.unicodeScalars.first else { return nil }
        for line in cells.indices {
            for column in cells[line].indices where cells[line][column].text.unicodeScalars.first == first {
                // Compared by scalars: a mark that joins the glyph before it would hide a match between characters.
                let rest = cells[line][column...].lazy.map(\.text.unicodeScalars).joined()
                if rest.starts(with: wanted.unicodeScalars) { return (line, column) }
            }
        }
        return nil
    }

    /// The style of a cell.
    ///
    /// - Parameters:
    ///   - row: from 0.
    ///   - column: from 0.
    /// - Returns: the style; the plain one outside the screen.
    package func style(row: Int, column: Int) -> CellStyle {
        guard cells.indices.contains(row), cells[row].indices.contains(column) else { return CellStyle() }
        return cells[row][column].style
    }

    /// The style of a text's first cell.
    ///
    /// - Parameter text: what to look for.
    /// - Returns: the style, nil when the text is not on the screen.
    package func style(of text: String) -> CellStyle? {
        find(text).map { style(row: $0.row, column: $0.column) }
    }

    /// The rows which have a cell in reverse video, from 0: where a selection stands.
    package var reversedRows: [Int] {
        cells.indices.filter { cells[$0].contains(where: \.style.reverse) }
    }

    /// Rows whose last column holds the right half of a wide glyph, from 0.
    ///
    /// It fits there, but a terminal which disagrees about one width wraps it; the design keeps the column free.
    package var rowsWithWideGlyphAtTheEdge: [Int] {
        cells.indices.filter { cells[$0].last?.width == 0 }
    }

    /// The screen in a frame, with row numbers and the cursor's cell, for the message of a failed test.
    package var picture: String {
        var lines = ["     ┌" + String(repeating: "─", count: size.columns) + "┐"]
        for line in cells.indices {
            let number = String(line)
            let mark = line == cursorRow ? ">" : " "
            lines.append(
                String(repeating: " ", count: max(0, 4 - number.count)) + number + mark + "│"
                    + cells[line].map(\.text).joined() + "│")
        }
        lines.append("     └" + String(repeating: "─", count: size.columns) + "┘")
        lines.append(
            "     cursor row \(cursorRow) column \(cursorColumn)\(cursorVisible ? "" : " (hidden)")"
                + ", bracketed paste \(bracketedPaste ? "on" : "off"), alternate screen \(alternate ? "on" : "off")"
                + ", orphaned halves \(orphanedHalves), wide in last column \(wideInLastColumn)")
        return lines.joined(separator: "\n")
    }
}
