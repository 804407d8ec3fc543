import TestSupport
import Testing

@Suite("The emulator draws as xterm does")
struct EmulatedTerminalTests {
    private func screen(_ stream: String, columns: Int = 10, rows: Int = 4) -> TerminalScreen {
        var terminal = EmulatedTerminal(size: TerminalSize(columns: columns, rows: rows))
        terminal.feed(stream)
        return terminal.screen
    }

    /// Streams and the rows they leave on 10×4.
    static let known: [(stream: String, rows: [String])] = [
        ("ab\r\ncd\u{8}X", ["ab", "cX", "", ""]),
        ("0123456789AB", ["0123456789", "AB", "", ""]),
        ("0123456789\rX", ["X123456789", "", "", ""]),
        ("012345678中", ["012345678", "中", "", ""]),
        ("\u{1B}[3;4H中文\u{1B}[1GA\u{1B}[1dB", [" B", "", "A  中文", ""]),
        ("a\tb", ["a       b", "", "", ""]),
        ("abcdef\u{1B}[3G\u{1B}[K", ["ab", "", "", ""]),
        ("abcdef\u{1B}[3G\u{1B}[1K", ["   def", "", "", ""]),
        ("abcdef\u{1B}[2G\u{1B}[2X", ["a  def", "", "", ""]),
        ("abcdef\u{1B}[2G\u{1B}[2@", ["a  bcdef", "", "", ""]),
        ("abcdef\u{1B}[2G\u{1B}[2P", ["adef", "", "", ""]),
        ("1\r\n2\r\n3\r\n4\u{1B}[2H\u{1B}[L", ["1", "", "2", "3"]),
        ("1\r\n2\r\n3\r\n4\u{1B}[2H\u{1B}[M", ["1", "3", "4", ""]),
        ("1\r\n2\r\n3\r\n4\u{1B}[2;3r\u{1B}[3H\n", ["1", "3", "", "4"]),
        ("1\r\n2\r\n3\r\n4\u{1B}[2;3r\u{1B}[2H\u{1B}M", ["1", "", "2", "4"]),
        ("1\r\n2\r\n3\r\n4\u{1B}[S", ["2", "3", "4", ""]),
        ("1\r\n2\r\n3\r\n4\u{1B}[2T", ["", "", "1", "2"]),
        ("1\r\n2\r\n3\r\n4\u{1B}[2;2H\u{1B}[J", ["1", "2", "", ""]),
        ("-\u{1B}[5b", ["------", "", "", ""]),
        ("\u{1B}(0lqk\u{1B}(Bq", ["┌─┐q", "", "", ""]),
        ("\u{1B})0\u{E}x\u{F}x", ["│x", "", "", ""]),
        ("main\u{1B}[?1049h\u{1B}[Hother", ["other", "", "", ""]),
        ("main\u{1B}[?1049h\u{1B}[Hother\u{1B}[?1049l+", ["main+", "", "", ""]),
        ("ab\u{1B}7\u{1B}[4;9Hx\u{1B}8c", ["abc", "", "", "        x"]),
        ("\u{1B}]0;title\u{7}a\u{1B}]2;张\u{1B}\\b", ["ab", "", "", ""]),
        ("e\u{301}x", ["e\u{301}x", "", "", ""]),
        ("\u{31350}x", ["\u{31350}x", "", "", ""]),
    ]

    @Test("rows after known sequences", arguments: known.indices)
    func rows(index: Int) {
        let (stream, rows) = Self.known[index]
        #expect(screen(stream).text == rows, "\(EscapedBytes.text(stream.utf8))")
    }

    @Test("a stream torn at any byte gives the same screen")
    func tornStreams() {
        for (stream, rows) in Self.known {
            let bytes = Array(stream.utf8)
            for cut in bytes.indices {
                var terminal = EmulatedTerminal(size: TerminalSize(columns: 10, rows: 4))
                terminal.feed(bytes[..<cut])
                terminal.feed(bytes[cut...])
                #expect(terminal.screen.text == rows)
            }
        }
    }

    @Test("writing over one half of a wide glyph blanks the other and is counted until the cell is written again")
    func halves() {
        let right = screen("中文|\u{1B}[2Gx")
        #expect(right.row(0) == " x文|")
        #expect(right.orphanedHalves == 1)
        let left = screen("中文|\u{1B}[1Gx")
        #expect(left.row(0) == "x 文|")
        #expect(left.orphanedHalves == 1)
        let repainted = screen("中文|\u{1B}[1Gxyz ")
        #expect(repainted.row(0) == "xyz |")
        #expect(repainted.orphanedHalves == 0)
        #expect(repainted.halvesOverwritten == 2)
        #expect(screen("中文\u{1B}[2G\u{1B}[K").orphanedHalves == 1)
        #expect(screen("中文\u{1B}[3G\u{1B}[K").orphanedHalves == 0)
    }

    @Test("a wide glyph sent to the last column is counted; one that just fits is not, but can be found")
    func lastColumn() {
        #expect(screen("012345678中").wideInLastColumn == 1)
        let fits = screen("01234567中")
        #expect(fits.wideInLastColumn == 0)
        #expect(fits.rowsWithWideGlyphAtTheEdge == [0])
        #expect(screen("\u{1B}[4;10Hx").bottomRightWritten == 1)
    }

    @Test("styles are those SGR set, and an erased cell keeps only the background")
    func styles() {
        let shown = screen(
            "\u{1B}[1;7mA\u{1B}[27;22;38;5;208mB\u{1B}[38;2;1;2;3;44mC"
                + "\u{1B}[38:2::4:5:6mD\u{1B}[91;49mE\u{1B}[mF\u{1B}[42;7m\u{1B}[K")
        #expect(shown.style(of: "A")?.bold == true)
        #expect(shown.style(of: "A")?.reverse == true)
        #expect(shown.style(of: "B")?.foreground == .palette(208))
        #expect(shown.style(of: "B")?.reverse == false)
        #expect(shown.style(of: "C")?.foreground == .rgb(red: 1, green: 2, blue: 3))
        #expect(shown.style(of: "C")?.background == .palette(4))
        #expect(shown.style(of: "D")?.foreground == .rgb(red: 4, green: 5, blue: 6))
        #expect(shown.style(of: "E")?.foreground == .palette(9))
        #expect(shown.style(of: "F") == CellStyle())
        #expect(shown.style(row: 0, column: 8).background == .palette(2))
        #expect(shown.style(row: 0, column: 8).reverse == false)
        #expect(shown.reversedRows == [0])
    }

    @Test("modes are those the program set")
    func modes() {
        let shown = screen("\u{1B}[?1049;2004;1h\u{1B}[?25l")
        #expect(shown.alternate && shown.bracketedPaste && shown.applicationCursorKeys && !shown.cursorVisible)
        let back = screen("\u{1B}[?1049;2004;1h\u{1B}[?25l\u{1B}[?2004;1;1049l\u{1B}[?25h")
        #expect(!back.alternate && !back.bracketedPaste && !back.applicationCursorKeys && back.cursorVisible)
    }

    @Test("bytes that are no UTF-8 become U+FFFD, are counted, and swallow nothing that follows")
    func brokenText() {
        var terminal = EmulatedTerminal()
        terminal.feed([0xFF, 0x41, 0xE4, 0xB8, 0x41, 0xC0, 0x80] + Array("\u{1B}[3GX中".utf8))
        #expect(terminal.screen.row(0) == "\u{FFFD}AX中\u{FFFD}")
        #expect(terminal.undecodable == 4)
    }

    @Test("GB18030 streams of one, two and four bytes are read, and broken ones resynchronise")
    func gb18030() throws {
        let text = "区文谦𠮷A“é”①"
        let bytes = try #require(CharsetConversion.bytes(text, in: .gb18030))
        var terminal = EmulatedTerminal(charset: .gb18030)
        for byte in bytes { terminal.feed([byte]) }
        #expect(terminal.screen.row(0) == text)
        terminal.feed([0xFF, 0x0D, 0x0A, 0x81, 0x1B] + Array("[mB".utf8))
        #expect(terminal.screen.row(1) == "\u{FFFD}B")
        #expect(terminal.undecodable == 2)
    }

    @Test("queries are answered and what is not understood is listed")
    func queries() {
        var terminal = EmulatedTerminal()
        terminal.feed("\u{1B}[3;5H\u{1B}[6n\u{1B}[c\u{1B}[5;6;7y")
        #expect(String(decoding: terminal.takeReplies(), as: UTF8.self) == "\u{1B}[3;5R\u{1B}[?1;2c")
        #expect(terminal.unknown == ["CSI 5;6;7y"])
    }

    @Test("resizing keeps what fits, cuts no glyph in two and counts no defect")
    func resizing() {
        var terminal = EmulatedTerminal(size: TerminalSize(columns: 10, rows: 4))
        terminal.feed("中文中文中\r\n2\r\n3\r\n4")
        terminal.resize(to: TerminalSize(columns: 5, rows: 2))
        #expect(terminal.screen.text == ["3", "4"])
        terminal.resize(to: TerminalSize(columns: 1, rows: 1))
        terminal.feed("\u{1B}[H中x")
        terminal.resize(to: TerminalSize(columns: 10, rows: 4))
        #expect(terminal.screen.text == ["x", "", "", ""])
        #expect(terminal.screen.orphanedHalves == 0)
    }
}
