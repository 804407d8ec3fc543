package import Terminal

/// A grid that behaves as badly as real terminals do.
///
/// When half of a wide character is overwritten the other half turns into rubbish, so nothing sent to it may do that.
package struct ModelTerminal: Equatable {
    /// One cell as the terminal keeps it.
    package enum Cell: Equatable {
        /// A glyph one column wide, or the left half of a wide one.
        case glyph(Glyph, Style, columns: Int)
        /// The right half of the glyph to the left.
        case continuation
        /// Half a character whose other half was overwritten.
        case rubbish
    }

    package let size: Size
    /// The cells, row by row.
    package private(set) var cells: [Cell]
    /// How often something was written into the bottom right cell or beyond the end of a row.
    package private(set) var violations = 0

    /// A blank terminal.
    package init(size: Size) {
        self.size = size
        cells = Array(repeating: .glyph(.space, .plain, columns: 1), count: size.rows * size.columns)
    }

    /// Carries out what a diff says, in its order.
    package mutating func apply(_ diff: CanvasDiff) {
        for row in diff.rows {
            for column in row.blanked { put(.space, .plain, 1, row.row, column) }
            for run in row.runs {
                var column = run.columns.lowerBound
                for cell in run.cells where cell.part != .trail {
                    let columns = cell.part == .lead ? 2 : 1
                    put(cell.glyph, run.style, columns, run.row, column)
                    column += columns
                }
            }
        }
    }

    private mutating func put(_ glyph: Glyph, _ style: Style, _ columns: Int, _ row: Int, _ column: Int) {
        let isCorner = row == size.rows - 1 && column + columns == size.columns
        guard column + columns <= size.columns, row < size.rows, !isCorner else {
            violations += 1
            return
        }
        let start = row * size.columns
        if cells[start + column] == .continuation, columns > 0 { cells[start + column - 1] = .rubbish }
        let after = start + column + columns
        if column + columns < size.columns, cells[after] == .continuation { cells[after] = .rubbish }
        cells[start + column] = .glyph(glyph, style, columns: columns)
        if columns == 2 { cells[start + column + 1] = .continuation }
    }

    /// The cells a canvas should have led to; the bottom right one, which is never sent, is blank.
    package static func cells(of canvas: Canvas) -> [Cell] {
        var cells = canvas.cells.map { cell -> Cell in
            switch cell.part {
            case .narrow: .glyph(cell.glyph, cell.style, columns: 1)
            case .lead: .glyph(cell.glyph, cell.style, columns: 2)
            case .trail: .continuation
            }
        }
        if !cells.isEmpty { cells[cells.count - 1] = .glyph(.space, .plain, columns: 1) }
        return cells
    }
}
