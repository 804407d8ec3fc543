/// Escape and control sequences.
extension EmulatedTerminal {
    /// Does an escape sequence.
    mutating func escape(_ intermediates: [UInt8], _ final: UInt8) {
        let key = String(decoding: intermediates + [final], as: UTF8.self)
        switch key {
        case "7": saveCursor()
        case "8": restoreCursor(saved)
        case "D": index()
        case "E":
            carriageReturn()
            index()
        case "H": tabStops.insert(screen.cursorColumn)
        case "M": reverseIndex()
        case "c": reset()
        case "(0": lineDrawing[0] = true
        case "(B", "(A", "(1": lineDrawing[0] = false
        case ")0": lineDrawing[1] = true
        case ")B", ")A", ")1": lineDrawing[1] = false
        case "=", ">", "\\", "%G", "%@", "*B", "+B", "*0", "+0": break
        default: unknown.append("ESC " + key)
        }
    }

    /// Does a control sequence.
    mutating func controlSequence(_ sequence: ControlSequence) {
        let done =
            switch (sequence.prefix, sequence.intermediates.isEmpty) {
            case (nil, true):
                moves(sequence) || edits(sequence) || settings(sequence)
            case (UInt8(ascii: "?"), true):
                privateModes(sequence)
            case (UInt8(ascii: ">"), true):
                secondary(sequence)
            case (nil, false):
                spaced(sequence)
            default:
                false
            }
        if !done { unknown.append(sequence.description) }
    }

    private mutating func moves(_ sequence: ControlSequence) -> Bool {
        let count = sequence.count()
        let (row, column) = (screen.cursorRow, screen.cursorColumn)
        let top = row >= region.lowerBound ? region.lowerBound : 0
        let bottom = row <= region.upperBound ? region.upperBound : screen.size.rows - 1
        switch Unicode.Scalar(sequence.final) {
        case "A": moveCursor(row: max(top, row - count))
        case "B", "e": moveCursor(row: min(bottom, row + count))
        case "C", "a": moveCursor(column: column + count)
        case "D": moveCursor(column: column - count)
        case "E": moveCursor(row: min(bottom, row + count), column: 0)
        case "F": moveCursor(row: max(top, row - count), column: 0)
        case "G", "`": moveCursor(column: count - 1)
        case "d": moveCursor(row: count - 1)
        case "H", "f": moveCursor(row: count - 1, column: sequence.count(1) - 1)
        case "I": tab(count)
        case "Z": tab(-count)
        default: return false
        }
        return true
    }

    private mutating func edits(_ sequence: ControlSequence) -> Bool {
        let count = sequence.count()
        let (row, column) = (screen.cursorRow, screen.cursorColumn)
        switch Unicode.Scalar(sequence.final) {
        case "J": eraseDisplay(sequence.number(0, or: 0))
        case "K":
            switch sequence.number(0, or: 0) {
            case 0: screen.erase(row: row, columns: column..<screen.size.columns, style: style)
            case 1: screen.erase(row: row, columns: 0..<column + 1, style: style)
            default: screen.erase(row: row, columns: 0..<screen.size.columns, style: style)
            }
        case "X": screen.erase(row: row, columns: column..<column + count, style: style)
        case "@": screen.insertBlanks(count, row: row, column: column, style: style)
        case "P": screen.deleteCells(count, row: row, column: column, style: style)
        case "L" where region.contains(row):
            screen.scrollDown(count, region: row...region.upperBound, style: style)
        case "M" where region.contains(row):
            screen.scrollUp(count, region: row...region.upperBound, style: style)
        case "L", "M": break
        case "S": screen.scrollUp(count, region: region, style: style)
        case "T": screen.scrollDown(count, region: region, style: style)
        case "b":
            guard let lastPrinted else { return true }
            // Already mapped to a line glyph, if it was one: print it as it stands.
            let kept = lineDrawing
            lineDrawing = [false, false]
            for _ in 0..<min(count, screen.size.columns * screen.size.rows) { printScalar(lastPrinted) }
            lineDrawing = kept
            return true
        default: return false
        }
        wrapPending = false
        return true
    }

    private mutating func settings(_ sequence: ControlSequence) -> Bool {
        switch Unicode.Scalar(sequence.final) {
        case "m": style.apply(sequence)
        case "r":
            let top = sequence.count() - 1
            let bottom = min(sequence.number(1, or: screen.size.rows), screen.size.rows) - 1
            guard top < bottom else { return true }
            region = top...bottom
            moveCursor(row: 0, column: 0)
        case "h", "l":
            guard sequence.parameters.map(\.first) == [4] else { return false }
            insertMode = sequence.final == UInt8(ascii: "h")
        case "g":
            switch sequence.number(0, or: 0) {
            case 0: tabStops.remove(screen.cursorColumn)
            case 3: tabStops = []
            default: return false
            }
        case "s": saveCursor()
        case "u": restoreCursor(saved)
        case "n":
            switch sequence.number(0, or: 0) {
            case 5: reply("\u{1B}[0n")
            case 6: reply("\u{1B}[\(screen.cursorRow + 1);\(screen.cursorColumn + 1)R")
            default: return false
            }
        case "c": reply("\u{1B}[?1;2c")
        case "t": break  // window titles and sizes
        default: return false
        }
        return true
    }

    private mutating func secondary(_ sequence: ControlSequence) -> Bool {
        switch Unicode.Scalar(sequence.final) {
        case "c": reply("\u{1B}[>0;276;0c")
        case "m", "n", "q", "u": break  // key reporting and version: asked for, not had
        default: return false
        }
        return true
    }

    private mutating func spaced(_ sequence: ControlSequence) -> Bool {
        switch (sequence.intermediates, Unicode.Scalar(sequence.final)) {
        case ([UInt8(ascii: " ")], "q"): return true  // cursor shape
        case ([UInt8(ascii: "!")], "p"):
            softReset()
            return true
        default: return false
        }
    }

    private mutating func eraseDisplay(_ which: Int) {
        let (row, columns) = (screen.cursorRow, screen.size.columns)
        let rows: Range<Int>
        switch which {
        case 0:
            screen.erase(row: row, columns: screen.cursorColumn..<columns, style: style)
            rows = row + 1..<screen.size.rows
        case 1:
            screen.erase(row: row, columns: 0..<screen.cursorColumn + 1, style: style)
            rows = 0..<row
        case 2: rows = 0..<screen.size.rows
        default: return  // 3 drops the scroll-back, which is not kept here
        }
        for line in rows { screen.erase(row: line, columns: 0..<columns, style: style) }
    }

    private mutating func reply(_ text: String) {
        replies.append(contentsOf: text.utf8)
    }

    private mutating func softReset() {
        style = CellStyle()
        region = 0...screen.size.rows - 1
        insertMode = false
        autowrap = true
        lineDrawing = [false, false]
        shifted = 0
        saved = SavedCursor()
        screen.cursorVisible = true
        screen.applicationCursorKeys = false
    }

    private mutating func reset() {
        softReset()
        if screen.alternate { leaveAlternate() }
        for row in 0..<screen.size.rows {
            screen.erase(row: row, columns: 0..<screen.size.columns, style: style)
        }
        screen.bracketedPaste = false
        tabStops = Set(stride(from: 8, to: max(9, screen.size.columns), by: 8))
        moveCursor(row: 0, column: 0)
    }
}
