extension Canvas {
    /// Writes text on one row, clipped to whole characters.
    ///
    /// A character two columns wide that does not fit is left out together with everything after it. Text that starts
    /// left of the canvas is cut there, also by whole characters. Control characters show as placeholders, so a line
    /// break in the text never moves to another row.
    ///
    /// - Parameters:
    ///   - text: what to write.
    ///   - point: where the first character goes; may lie outside the canvas.
    ///   - style: how it looks.
    ///   - maxColumns: the most columns to use, counted from `point`.
    /// - Returns: the columns used from `point`, including any that fell left of the canvas.
    @discardableResult
    public mutating func write(
        _ text: String, at point: Point, style: Style = .plain, maxColumns: Int = .max
    ) -> Int {
        guard (0..<size.rows).contains(point.row) else { return 0 }
        let space = usableColumns(inRow: point.row) - point.column
        let limit = min(maxColumns, space)
        guard limit > 0 else { return 0 }
        let base = point.row * size.columns + point.column
        let firstVisible = -point.column
        var used = 0
        let width = textWidth
        cells.withUnsafeMutableBufferPointer { cells in
            let row = UnsafeMutableBufferPointer(
                rebasing: cells[(point.row * size.columns)..<((point.row + 1) * size.columns)])
            width.forEachShape(in: text) { shape, _ in
                guard used + shape.columns <= limit else { return false }
                if used >= firstVisible {
                    let column = base + used - point.row * size.columns
                    Self.put(shape, at: column, style: style, in: row)
                }
                used += shape.columns
                return true
            }
        }
        return used
    }

    /// Fills a rectangle with a character.
    ///
    /// - Parameters:
    ///   - rect: the cells to fill; parts outside the canvas are ignored.
    ///   - character: what to fill with; one two columns wide is repeated as often as it fits whole.
    ///   - style: how it looks.
    public mutating func fill(_ rect: Rect, with character: Character = " ", style: Style = .plain) {
        let area = rect.intersection(bounds)
        guard !area.isEmpty else { return }
        let shape = textWidth.shape(of: character)
        for row in area.rowRange {
            let start = row * size.columns
            let usable = usableColumns(inRow: row)
            cells.withUnsafeMutableBufferPointer { cells in
                let line = UnsafeMutableBufferPointer(rebasing: cells[start..<(start + size.columns)])
                var column = area.origin.column
                let end = area.columnRange.upperBound
                while column < end {
                    if column + shape.columns > min(end, usable) {
                        Self.put(TextShape(glyph: .space, columns: 1), at: column, style: style, in: line)
                        column += 1
                    } else {
                        Self.put(shape, at: column, style: style, in: line)
                        column += shape.columns
                    }
                }
            }
        }
    }

    /// Changes how cells look without changing what they show.
    ///
    /// A wide character is changed whole when its left half lies in the rectangle and left alone otherwise.
    ///
    /// - Parameters:
    ///   - style: the new style.
    ///   - rect: the cells to change; parts outside the canvas are ignored.
    public mutating func setStyle(_ style: Style, in rect: Rect) {
        restyle(rect) { _ in style }
    }

    /// Adds attributes to cells without changing their colours.
    ///
    /// - Parameters:
    ///   - attributes: the attributes to add.
    ///   - rect: the cells to change; parts outside the canvas are ignored.
    public mutating func addAttributes(_ attributes: Style.Attributes, in rect: Rect) {
        restyle(rect) { $0.adding(attributes) }
    }

    private mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
        let area = rect.intersection(bounds)
        for row in area.rowRange {
            let start = row * size.columns
            for column in area.columnRange where cells[start + column].part != .trail {
                let new = change(cells[start + column].style)
                cells[start + column].style = new
                if cells[start + column].part == .lead { cells[start + column + 1].style = new }
            }
        }
    }

    /// Draws a horizontal line.
    ///
    /// - Parameters:
    ///   - point: the leftmost cell.
    ///   - columns: the length in columns.
    ///   - style: how it looks.
    public mutating func horizontalRule(at point: Point, columns: Int, style: Style = .plain) {
        fill(Rect(origin: point, size: Size(rows: 1, columns: columns)), with: "─", style: style)
    }

    /// Draws a vertical line.
    ///
    /// - Parameters:
    ///   - point: the topmost cell.
    ///   - rows: the length in rows.
    ///   - style: how it looks.
    public mutating func verticalRule(at point: Point, rows: Int, style: Style = .plain) {
        for row in 0..<max(0, rows) {
            write("│", at: Point(row: point.row + row, column: point.column), style: style)
        }
    }

    /// Puts another canvas on top of this one, such as a popup; its caret, when set, becomes this one's.
    ///
    /// - Parameters:
    ///   - other: the canvas on top; parts outside this canvas are cut by whole characters.
    ///   - point: where its top left corner goes.
    public mutating func draw(_ other: Canvas, at point: Point) {
        for row in 0..<other.size.rows {
            let target = point.row + row
            guard (0..<size.rows).contains(target) else { continue }
            let start = target * size.columns
            let usable = usableColumns(inRow: target)
            cells.withUnsafeMutableBufferPointer { cells in
                let line = UnsafeMutableBufferPointer(rebasing: cells[start..<(start + size.columns)])
                for column in 0..<other.size.columns {
                    let cell = other.cells[row * other.size.columns + column]
                    let place = point.column + column
                    guard cell.part != .trail || place == 0, place >= 0, place < size.columns else { continue }
                    let columns = cell.part == .lead ? 2 : 1
                    // A half cut off at either edge, or anything in the corner, becomes a blank of the same style.
                    let fits = cell.part != .trail && place + columns <= usable
                    let shape = TextShape(glyph: fits ? cell.glyph : .space, columns: fits ? columns : 1)
                    Self.put(shape, at: place, style: cell.style, in: line)
                }
            }
        }
        if let caret = other.caret {
            self.caret = Point(row: caret.row + point.row, column: caret.column + point.column)
            isCaretVisible = other.isCaretVisible
        }
    }

    /// Writes one glyph into a row, blanking the other half of any wide character it touches.
    private static func put(
        _ shape: TextShape, at column: Int, style: Style, in row: UnsafeMutableBufferPointer<Cell>
    ) {
        if row[column].part == .trail { row[column - 1] = .blank(row[column - 1].style) }
        let last = column + shape.columns - 1
        if row[last].part == .lead { row[last + 1] = .blank(row[last + 1].style) }
        if shape.columns == 1 {
            row[column] = Cell(glyph: shape.glyph, style: style, part: .narrow)
        } else {
            row[column] = Cell(glyph: shape.glyph, style: style, part: .lead)
            row[last] = Cell(glyph: .space, style: style, part: .trail)
        }
    }
}
