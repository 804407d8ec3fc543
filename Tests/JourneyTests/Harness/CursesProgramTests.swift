import TestSupport
import Testing

@Suite(
    "An ncurses program is read as a person sees it", .serialized,
    .enabled(if: SampleProgram.canRun, "\(SampleProgram.absence)"))
struct CursesProgramTests {
    private func sample<Result>(
        _ charset: TerminalCharset = .utf8, locale: BuiltLocale? = nil, story: (TerminalSession) throws -> Result
    ) throws -> Result {
        let home = try ScratchFolder("sample")
        let program = try home.write(Array(SampleProgram.source.utf8), to: "sample.py")
        return try withTerminal(
            SampleProgram.interpreter, [program],
            environment: JourneyEnvironment.make(home: home.path, locale: locale), charset: charset, story: story)
    }

    @Test("keys move the selection, which is in reverse video, and cost few bytes")
    func selection() throws {
        try sample { terminal in
            try terminal.wait(for: "记要：")
            #expect(terminal.screen.row(0) == "走访 80x24")
            #expect(terminal.screen.style(of: "走访")?.bold == true)
            #expect(terminal.screen.reversedRows == [2])
            #expect(terminal.screen.style(of: "503 区文谦")?.foreground == .palette(1))
            #expect(terminal.screen.style(of: "目标")?.foreground == .palette(208))
            #expect(terminal.screen.row(10) == String(repeating: "─", count: 40) + "┤")
            let bytes = try terminal.bytesWritten { try terminal.send("<Down><Down><Down><Down>") }
            #expect(terminal.screen.reversedRows == [6])
            #expect(terminal.screen.row(6) == " * 505 𠮷田悦")
            #expect(bytes < 4 * 300)
            try terminal.checkSoundFrame()
            try terminal.send("<F2>")
            #expect(try terminal.waitForExit() == .exited(0))
            #expect(!terminal.screen.alternate)
        }
    }

    @Test("Chinese text and a bracketed paste arrive, Esc is told from arrows, and the cursor stands behind the text")
    func typing() throws {
        try sample { terminal in
            try terminal.wait("the program is ready for pastes") { $0.contains("记要：") && $0.bracketedPaste }
            try terminal.press("周一清")
            #expect(terminal.screen.row(12) == "记要：周一清")
            #expect(terminal.screen.cursorRow == 12 && terminal.screen.cursorColumn == 12)
            try terminal.send("<Esc>")
            try terminal.wait("Esc arrived") { $0.row(12) == "记要：周一清␛" }
            try terminal.send("<Paste:两\n行>")
            try terminal.wait("both lines came, in brackets") { $0.row(12) == "记要：周一清␛␛[200~两⏎行␛[201~" }
        }
    }

    @Test("half a glyph left on the screen is found")
    func defect() throws {
        try sample { terminal in
            try terminal.wait(for: "记要：")
            try terminal.checkSoundFrame()
            try terminal.press("!")
            #expect(terminal.screen.orphanedHalves == 1)
            #expect(throws: JourneyFailure.self) { try terminal.checkSoundFrame() }
        }
    }

    @Test("a storm of resizes ends, at the latest with the next key, in a frame of the last size")
    func resizeStorm() throws {
        try sample { terminal in
            try terminal.wait(for: "记要：")
            for columns in stride(from: 120, through: 40, by: -1) {
                terminal.resize(to: TerminalSize(columns: columns, rows: 20))
            }
            // A SIGWINCH between ncurses' look at its flag and its read is not seen before the next byte.
            try terminal.send("<Up>")
            try terminal.wait(for: "走访 40x20")
            try terminal.wait(for: "记要：")
        }
    }

    @Test(
        "in either charset the same names are shown and typed",
        .enabled(if: BuiltLocale.canBuild, "the locale sources (package “locales”) are not installed"),
        arguments: TerminalCharset.allCases)
    func charsets(charset: TerminalCharset) throws {
        let locale = try BuiltLocale.of(charset).get()
        try sample(charset, locale: locale) { terminal in
            try terminal.wait(for: "记要：")
            for name in ["单翠萍", "𠮷田悦", "目标"] { #expect(terminal.screen.contains(name)) }
            #expect(terminal.screen.row(10) == String(repeating: "─", count: 40) + "┤")
            try terminal.press("区a")
            try terminal.wait(for: "记要：区a")
            #expect(terminal.undecodable == 0)
            #expect(terminal.unknownSequences.isEmpty)
        }
    }

    @Test(
        "tmux sees the same after the same bytes",
        .enabled(if: TmuxPeer.isInstalled, "\(TmuxPeer.absence)"))
    func secondOpinion() throws {
        try sample { terminal in
            try terminal.wait(for: "记要：")
            try terminal.press("<Down><Down>张伟<Down><Esc>区<Up>")
            let theirs = try TmuxPeer.screen(after: terminal.output, size: .standard)
            #expect(terminal.screen.text == theirs.text)
            #expect(terminal.screen.reversedRows == theirs.reversedRows)
            #expect(terminal.screen.cursorRow == theirs.cursorRow)
            #expect(terminal.screen.cursorColumn == theirs.cursorColumn)
            for text in ["走访", "503", "目标", "记要"] {
                #expect(terminal.screen.style(of: text) == theirs.style(of: text))
            }
        }
    }
}
