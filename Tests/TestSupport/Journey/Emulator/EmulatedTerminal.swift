/// Enough of xterm-256color to read what ncurses 6.4 and the usual terminal programs write.
///
/// It is a judge, not a terminal: what a real terminal would forgive (half a wide glyph overwritten, a wide glyph in the
/// last column, bytes that are no text, sequences it does not know) is drawn as a terminal would and counted.
package struct EmulatedTerminal: Sendable {
    /// What is seen now.
    package internal(set) var screen: TerminalScreen
    /// Bytes the terminal wants to send back (answers to queries); the session writes them to the program.
    package internal(set) var replies: [UInt8] = []
    /// Sequences that were not understood, in readable form.
    package internal(set) var unknown: [String] = []
    /// Input bytes or characters that were no valid text in the charset.
    package var undecodable: Int { decoder.undecodable }

    var decoder: TextDecoder
    var parser = EscapeParser()
    var style = CellStyle()
    var region: ClosedRange<Int>
    var tabStops: Set<Int>
    var wrapPending = false
    var autowrap = true
    var insertMode = false
    var lineDrawing = [false, true]
    var shifted = 0
    var lastPrinted: Unicode.Scalar?
    var saved = SavedCursor()
    var mainCells: [[ScreenCell]]?
    var mainCursor = SavedCursor()

    /// Makes a terminal.
    ///
    /// - Parameters:
    ///   - size: in cells.
    ///   - charset: what the program writes.
    package init(size: TerminalSize = .standard, charset: TerminalCharset = .utf8) {
        screen = TerminalScreen(size: size)
        decoder = TextDecoder(charset: charset)
        region = 0...size.rows - 1
        tabStops = Set(stride(from: 8, to: max(9, size.columns), by: 8))
        lineDrawing = [false, false]
    }

    /// Takes bytes a program wrote.
    ///
    /// - Parameter bytes: any split of the stream: characters and sequences may be torn.
    package mutating func feed(_ bytes: some Sequence<UInt8>) {
        for byte in bytes {
            take(byte)
        }
    }

    /// Takes text, in UTF-8.
    ///
    /// - Parameter text: may hold escape sequences.
    package mutating func feed(_ text: String) {
        feed(text.utf8)
    }

    /// Takes the answers out.
    ///
    /// - Returns: the bytes to send to the program.
    package mutating func takeReplies() -> [UInt8] {
        defer { replies = [] }
        return replies
    }

    /// Changes the size as a window manager does.
    ///
    /// - Parameter size: in cells.
    package mutating func resize(to size: TerminalSize) {
        if var main = mainCells {
            // The main screen is kept only to come back to; crop or pad it the same way.
            var kept = TerminalScreen(size: screen.size)
            kept.cells = main
            kept.resize(to: size)
            main = kept.cells
            mainCells = main
        }
        let columns = screen.size.columns
        screen.resize(to: size)
        region = 0...size.rows - 1
        if size.columns > columns {
            tabStops.formUnion(stride(from: 8, to: size.columns, by: 8).filter { $0 >= columns })
        }
        wrapPending = false
    }

    private mutating func take(_ byte: UInt8) {
        if parser.isGround, decoder.isPending || byte >= 0x80 {
            if decoder.push(byte) {
                printDecoded()
                return
            }
            // A broken character ended here: its replacement is printed and the byte starts afresh.
            printDecoded()
            take(byte)
            return
        }
        switch parser.push(byte) {
        case .none: break
        case .text(let scalar): printScalar(scalar)
        case .control(let code): control(code)
        case .escape(let intermediates, let final): escape(intermediates, final)
        case .csi(let sequence): controlSequence(sequence)
        }
    }

    private mutating func printDecoded() {
        for scalar in decoder.take() {
            printScalar(scalar)
        }
    }
}
