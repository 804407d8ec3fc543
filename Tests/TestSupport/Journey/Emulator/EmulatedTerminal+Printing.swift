/// Text and the controls that move the cursor.
extension EmulatedTerminal {
    /// Puts one character at the cursor.
    mutating func printScalar(_ sent: Unicode.Scalar) {
        let scalar = lineDrawing[shifted] ? LineDrawing.glyph(for: sent) : sent
        let width = CharacterWidth.cells(scalar)
        guard width > 0 else {
            combine(scalar)
            return
        }
        let columns = screen.size.columns
        if wrapPending, autowrap {
            carriageReturn()
            index()
        }
        if screen.cursorColumn + width > columns {
            screen.wideInLastColumn += 1
            guard autowrap, width <= columns else { return }
            carriageReturn()
            index()
        }
        if insertMode {
            screen.insertBlanks(width, row: screen.cursorRow, column: screen.cursorColumn, style: style)
        }
        screen.put(
            String(scalar), width: width, style: style, row: screen.cursorRow, column: screen.cursorColumn)
        lastPrinted = scalar
        if screen.cursorColumn + width >= columns {
            screen.cursorColumn = columns - 1
            wrapPending = autowrap
        } else {
            screen.cursorColumn += width
            wrapPending = false
        }
    }

    /// Does a C0 control.
    mutating func control(_ code: UInt8) {
        switch code {
        case 0x07: screen.bells += 1
        case 0x08: moveCursor(column: screen.cursorColumn - 1)
        case 0x09: tab(1)
        case 0x0A, 0x0B, 0x0C: index()
        case 0x0D: carriageReturn()
        case 0x0E: shifted = 1
        case 0x0F: shifted = 0
        default: break
        }
    }

    /// Moves the cursor, clipped to the screen.
    mutating func moveCursor(row: Int? = nil, column: Int? = nil) {
        if let row { screen.cursorRow = min(max(0, row), screen.size.rows - 1) }
        if let column { screen.cursorColumn = min(max(0, column), screen.size.columns - 1) }
        wrapPending = false
    }

    /// One row down, scrolling at the bottom of the region.
    mutating func index() {
        if screen.cursorRow == region.upperBound {
            screen.scrollUp(1, region: region, style: style)
        } else if screen.cursorRow < screen.size.rows - 1 {
            screen.cursorRow += 1
        }
        wrapPending = false
    }

    /// One row up, scrolling at the top of the region.
    mutating func reverseIndex() {
        if screen.cursorRow == region.lowerBound {
            screen.scrollDown(1, region: region, style: style)
        } else if screen.cursorRow > 0 {
            screen.cursorRow -= 1
        }
        wrapPending = false
    }

    /// To the first column.
    mutating func carriageReturn() {
        moveCursor(column: 0)
    }

    /// To a tab stop; negative counts go back.
    mutating func tab(_ count: Int) {
        for _ in 0..<abs(count) {
            let here = screen.cursorColumn
            let stop = count > 0 ? tabStops.filter { $0 > here }.min() : tabStops.filter { $0 < here }.max()
            moveCursor(column: stop ?? (count > 0 ? screen.size.columns - 1 : 0))
        }
    }

    /// DECSC.
    mutating func saveCursor() {
        saved = currentCursor
    }

    /// DECRC.
    mutating func restoreCursor(_ kept: SavedCursor) {
        moveCursor(row: kept.row, column: kept.column)
        style = kept.style
        lineDrawing = kept.lineDrawing
        shifted = kept.shifted
        wrapPending = kept.wrapPending
    }

    /// The state DECSC would keep now.
    var currentCursor: SavedCursor {
        SavedCursor(
            row: screen.cursorRow, column: screen.cursorColumn, style: style, lineDrawing: lineDrawing,
            shifted: shifted, wrapPending: wrapPending)
    }

    private mutating func combine(_ mark: Unicode.Scalar) {
        let column = wrapPending ? screen.cursorColumn : screen.cursorColumn - 1
        guard column >= 0 else { return }
        screen.combine(mark, row: screen.cursorRow, column: column)
    }
}
