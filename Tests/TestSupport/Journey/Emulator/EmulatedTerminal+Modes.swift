/// DEC private modes.
extension EmulatedTerminal {
    /// Sets or resets modes (`CSI ? … h` and `l`), and lets pass the queries that want no answer here.
    mutating func privateModes(_ sequence: ControlSequence) -> Bool {
        let final = Unicode.Scalar(sequence.final)
        switch final {
        case "h", "l":
            return sequence.parameters.reduce(true) { known, parameter in
                setMode(parameter.first.flatMap { $0 } ?? 0, to: final == "h") && known
            }
        case "J", "K", "n", "u", "m", "s", "r": return true
        default: return false
        }
    }

    private mutating func setMode(_ mode: Int, to isOn: Bool) -> Bool {
        switch mode {
        case 1: screen.applicationCursorKeys = isOn
        case 7: autowrap = isOn
        case 25: screen.cursorVisible = isOn
        case 47, 1047: isOn ? enterAlternate() : leaveAlternate()
        case 1048: isOn ? saveCursor() : restoreCursor(saved)
        case 1049:
            if isOn {
                if !screen.alternate { mainCursor = currentCursor }
                enterAlternate()
            } else if screen.alternate {
                leaveAlternate()
                restoreCursor(mainCursor)
            }
        case 2004: screen.bracketedPaste = isOn
        // Blinking cursor, mouse, focus, meta keys, synchronised output, reverse wrap, colour-scheme reports: nothing to see.
        case 4, 12, 45, 66, 1000...1006, 1015, 1034, 1036, 1039, 2026, 2031, 2048: break
        default: return false
        }
        return true
    }

    /// Switches to an empty alternate screen.
    mutating func enterAlternate() {
        guard !screen.alternate else { return }
        mainCells = screen.cells
        screen.alternate = true
        for row in 0..<screen.size.rows {
            screen.erase(row: row, columns: 0..<screen.size.columns, style: style)
        }
    }

    /// Comes back to the main screen.
    mutating func leaveAlternate() {
        guard screen.alternate else { return }
        screen.alternate = false
        if let mainCells { screen.cells = mainCells }
        mainCells = nil
    }
}
