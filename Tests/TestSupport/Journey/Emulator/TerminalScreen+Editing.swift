/// Changing cells without ever leaving half a glyph.
extension TerminalScreen {
    /// Puts one glyph.
    ///
    /// - Parameters:
    ///   - text: the glyph.
    ///   - width: 1 or 2; it must fit.
    ///   - style: how it is drawn.
    ///   - row: from 0.
    ///   - column: from 0.
    mutating func put(_ text: String, width: Int, style: CellStyle, row: Int, column: Int) {
        cut(row: row, at: column)
        cut(row: row, at: column + width)
        cells[row][column] = ScreenCell(text: text, width: width, style: style)
        if width == 2 {
            cells[row][column + 1] = ScreenCell(text: "", width: 0, style: style)
        }
        if row == size.rows - 1, column + width == size.columns, text != " " {
            bottomRightWritten += 1
        }
    }

    /// Adds a combining mark to the glyph that covers a cell.
    ///
    /// - Parameters:
    ///   - mark: the mark.
    ///   - row: from 0.
    ///   - column: from 0; the right half of a wide glyph stands for the whole.
    mutating func combine(_ mark: Unicode.Scalar, row: Int, column: Int) {
        let lead = cells[row][column].width == 0 && column > 0 ? column - 1 : column
        cells[row][lead].text.unicodeScalars.append(mark)
    }

    /// Blanks cells of one row.
    ///
    /// - Parameters:
    ///   - row: from 0.
    ///   - columns: clipped to the screen.
    ///   - style: its background stays.
    mutating func erase(row: Int, columns: Range<Int>, style: CellStyle) {
        guard cells.indices.contains(row) else { return }
        let range = columns.clamped(to: 0..<size.columns)
        guard !range.isEmpty else { return }
        cut(row: row, at: range.lowerBound)
        cut(row: row, at: range.upperBound)
        for column in range {
            cells[row][column] = ScreenCell(style: style.erased)
        }
    }

    /// Pushes cells to the right (ICH); what leaves the row is lost.
    mutating func insertBlanks(_ count: Int, row: Int, column: Int, style: CellStyle) {
        let number = min(count, size.columns - column)
        cut(row: row, at: column)
        cut(row: row, at: size.columns - number)
        cells[row].removeLast(number)
        cells[row].insert(
            contentsOf: repeatElement(ScreenCell(style: style.erased), count: number), at: column)
    }

    /// Pulls cells to the left (DCH); blanks come in at the end.
    mutating func deleteCells(_ count: Int, row: Int, column: Int, style: CellStyle) {
        let number = min(count, size.columns - column)
        cut(row: row, at: column)
        cut(row: row, at: column + number)
        cells[row].removeSubrange(column..<column + number)
        cells[row].append(contentsOf: repeatElement(ScreenCell(style: style.erased), count: number))
    }

    /// Moves rows up inside a region; blank rows come in at its bottom.
    mutating func scrollUp(_ count: Int, region: ClosedRange<Int>, style: CellStyle) {
        let number = min(count, region.count)
        cells.removeSubrange(region.lowerBound..<region.lowerBound + number)
        cells.insert(
            contentsOf: repeatElement(blankRow(style), count: number), at: region.upperBound - number + 1)
    }

    /// Moves rows down inside a region; blank rows come in at its top.
    mutating func scrollDown(_ count: Int, region: ClosedRange<Int>, style: CellStyle) {
        let number = min(count, region.count)
        cells.removeSubrange(region.upperBound - number + 1..<region.upperBound + 1)
        cells.insert(contentsOf: repeatElement(blankRow(style), count: number), at: region.lowerBound)
    }

    /// Changes the size: rows are cut at the bottom (at the top when the cursor would be lost), never re-flowed.
    mutating func resize(to new: TerminalSize) {
        if cursorRow >= new.rows {
            cells.removeFirst(cursorRow - new.rows + 1)
            cursorRow = new.rows - 1
        }
        if new.columns < size.columns {
            for row in cells.indices {
                let splits = cells[row][new.columns].width == 0
                cells[row].removeLast(size.columns - new.columns)
                // The window's edge cuts here, not the program: a blank, but no defect.
                if splits { cells[row][new.columns - 1] = ScreenCell() }
            }
        } else {
            for row in cells.indices {
                cells[row].append(
                    contentsOf: repeatElement(ScreenCell(), count: new.columns - size.columns))
            }
        }
        size = new
        while cells.count > new.rows { cells.removeLast() }
        while cells.count < new.rows { cells.append(blankRow(CellStyle())) }
        cursorColumn = min(cursorColumn, new.columns - 1)
    }

    private func blankRow(_ style: CellStyle) -> [ScreenCell] {
        Array(repeating: ScreenCell(style: style.erased), count: size.columns)
    }

    /// Blanks both halves of a wide glyph which lies across the left edge of a cell.
    private mutating func cut(row: Int, at column: Int) {
        guard column > 0, column < size.columns, cells[row][column].width == 0 else { return }
        halvesOverwritten += 1
        for half in column - 1...column {
            cells[row][half] = ScreenCell(style: cells[row][half].style)
            cells[row][half].isOrphan = true
        }
    }
}
