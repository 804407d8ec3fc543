import TestSupport
import Testing

@Suite("Recorded ncurses frames are read as they were meant")
struct RecordedStreamTests {
    private static let names = ["单翠萍", "解大勇", "区文谦", "万俟雪", "𠮷田悦", "张伟", "Ann"]

    @Test("on each kind of terminal", arguments: RecordedStreams.frames.indices)
    func frames(index: Int) throws {
        let (kind, frames) = RecordedStreams.frames[index]
        var terminal = EmulatedTerminal(size: TerminalSize(columns: 44, rows: 16))
        for (step, bytes) in frames.enumerated() {
            terminal.feed(bytes)
            let chosen = step == 0 ? 0 : 1
            var rows = ["走访 44x16", ""]
            rows += Self.names.enumerated().map { " \($0 == chosen ? "*" : " ") \(501 + $0) \($1)" }
            rows += ["", String(repeating: "─", count: 22) + "┤", "目标", "记要：" + (step == 2 ? "区x" : "")]
            rows += ["", "", ""]
            #expect(terminal.screen.text == rows, "\(kind), step \(step)")
            #expect(terminal.screen.reversedRows == [2 + chosen])
            #expect(terminal.screen.cursorRow == 12)
            #expect(terminal.screen.cursorColumn == (step == 2 ? 9 : 6))
            #expect(terminal.screen.orphanedHalves == 0)
            #expect(terminal.screen.wideInLastColumn == 0)
        }
        #expect(terminal.screen.style(of: "503")?.foreground == .palette(1))
        #expect(terminal.screen.style(of: "走访")?.bold == true)
        #expect(terminal.screen.bracketedPaste)
    }

    @Test("nothing of xterm-256color is unknown to the emulator")
    func understood() throws {
        var terminal = EmulatedTerminal(size: TerminalSize(columns: 44, rows: 16))
        let recorded = try #require(RecordedStreams.frames.first { $0.terminal == "xterm-256color" })
        recorded.bytes.forEach { terminal.feed($0) }
        #expect(terminal.unknown.isEmpty)
        #expect(terminal.screen.alternate)
    }
}
