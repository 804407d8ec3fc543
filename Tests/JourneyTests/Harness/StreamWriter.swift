import TestSupport

/// Writes random streams of what ncurses may emit: text, Chinese, moves, erasures, insertions, scrolling, colours.
struct StreamWriter {
    private var generator: SeededGenerator
    private let size: TerminalSize
    private static let words = [
        "abc", "x", "张伟", "老榆里3号楼", "“引号”", "走访", "𠮷田", "é", "区", "0123456789", "，", "｜", "─┤",
    ]

    /// Makes a writer.
    ///
    /// - Parameters:
    ///   - seed: the same seed gives the same stream.
    ///   - size: moves stay inside it.
    init(seed: UInt64, size: TerminalSize) {
        generator = SeededGenerator(seed: seed)
        self.size = size
    }

    /// Writes the pieces of a stream.
    ///
    /// - Parameter steps: how many pieces.
    /// - Returns: pieces that tmux is a judge of: it leaves half a wide glyph where an erasure or a shift cuts one, so
    ///   such pieces are left out. Text written over half a glyph stays in, except in the second column, where 3.3 errs.
    mutating func pieces(_ steps: Int) -> [String] {
        var terminal = EmulatedTerminal(size: size)
        var pieces: [String] = []
        while pieces.count < steps {
            let next = piece()
            var trial = terminal
            trial.feed(next)
            let cuts = trial.screen.halvesOverwritten > terminal.screen.halvesOverwritten
            if cuts, next.hasPrefix("\u{1B}[") || terminal.screen.cursorColumn == 1 { continue }
            terminal = trial
            pieces.append(next)
        }
        return pieces
    }

    private mutating func piece() -> String {
        func csi(_ text: String) -> String { "\u{1B}[" + text }
        let row = Int.random(in: 1...size.rows, using: &generator)
        let column = Int.random(in: 1...size.columns, using: &generator)
        let few = Int.random(in: 1...4, using: &generator)
        let there = csi("\(row);\(column)H")
        switch Int.random(in: 0..<41, using: &generator) {
        case 0..<12: return Self.words.randomElement(using: &generator) ?? ""
        case 12..<17: return there
        // tmux keeps a pending wrap over VPA, TAB and edits, backs up into the row above, stops REP at the edge and lets IL and DL work outside the
        // scrolling region, all unlike xterm; the streams keep clear of that by moving first.
        case 17: return "\r" + csi("\(row)d")
        case 18: return csi("\(column)G")
        case 19: return csi("\(few)\("ABCD".randomElement(using: &generator) ?? "A")")
        case 20: return "\r\n"
        case 21: return csi("\(row);\(few + 1)H") + "\u{8}"
        case 22: return there + "\t"
        case 23: return there + csi(["K", "1K", "2K"].randomElement(using: &generator) ?? "K")
        case 24: return there + csi(["J", "1J"].randomElement(using: &generator) ?? "J")
        case 25: return there + csi("\(few)X")
        // tmux 3.3 forgets to blank what lies between when more is inserted than moved.
        case 26: return column + 2 * few <= size.columns ? there + csi("\(few)@") : there
        case 27: return there + csi("\(few)P")
        case 28: return csi("r") + there + csi("\(few)L")
        case 29: return csi("r") + there + csi("\(few)M")
        case 30: return there + csi("\(few)S")
        case 31: return there + csi("\(few)T")
        case 32: return "\rq" + csi("\(few)b")
        case 33:
            let bottom = Int.random(in: min(row + 1, size.rows)...size.rows, using: &generator)
            return row < bottom ? csi("\(row);\(bottom)r") : csi("r")
        case 34: return there + (["\u{1B}M", "\u{1B}D", "\n"].randomElement(using: &generator) ?? "")
        case 35: return csi(["7m", "1m", "27m", "m", "4m"].randomElement(using: &generator) ?? "m")
        case 36: return csi("3\(few)m")
        case 37: return csi(["48;5;208m", "38;2;1;2;3m", "44m", "39;49m", "m"].randomElement(using: &generator) ?? "m")
        case 38: return "\u{1B}(0lqqk\u{1B}(B"
        case 39: return csi("\(row);\(few)H") + "e\u{301}i"
        default: return ["\u{1B}7", "\u{1B}8"].randomElement(using: &generator) ?? ""
        }
    }
}
