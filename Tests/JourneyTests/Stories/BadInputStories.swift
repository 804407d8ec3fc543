import Records
import TestSupport
import Testing

@Suite("Bad input and lost terminals")
struct BadInputStories {
    private static let sentence = "区思远说楼道灯不亮。"

    @Test("bytes that are no text are passed over, and what is typed around them is kept")
    func invalidBytes() throws {
        let room = try PoliceRoom()
        try room.open { officer in
            try officer.signIn()
            try officer.openVisit(at: "qsy", of: "区思远")
            try officer.type("楼道<Byte:FF>灯<Byte:C3><Byte:28>不<Byte:F0><Byte:A0><Byte:AE>亮<Byte:ED><Byte:A0><Byte:80>。")
            try officer.see("亮")
            try officer.press("<F2>")
            try officer.see("已保存")
            try officer.checkFrame()
            try officer.quit()
        }
        let note = try #require(try room.visits()["301"]?.first?["values"]?["notes"]?.text)
        #expect(note.filter { !"(".contains($0) } == "楼道灯不亮。")
    }

    @Test(
        "a paste of a megabyte and a note of a hundred thousand characters are taken, refused in words and kept as a draft"
    )
    func longText() throws {
        let room = try PoliceRoom()
        let line = "现场查看，地漏反水弯老化，不是有意为之。\n"
        let note = String(repeating: line, count: 100_000 / line.count)
        try room.open { officer in
            try officer.signIn()
            try officer.openVisit(at: "qsy", of: "区思远")
            try officer.terminal.paste(note)
            try officer.type("还在写")
            try officer.see("还在写")
            try officer.press("<F2>")
            try officer.see("20000 字")
            try officer.press("<Esc>")
            try officer.see("草稿")
            try officer.quit()
        }
        #expect(try room.visits()["301"] == nil)
        try room.open { officer in
            try officer.signIn()
            try officer.see("有 1 份草稿")
            try officer.press("1")
            try officer.see("新走访")
            try officer.press("<C-End>")
            try officer.see("还在写")
            // A megabyte on top of it, in a field of one line, and outside of any field.
            let megabyte = String(repeating: "0123456789abcdef", count: 65_536)
            try officer.terminal.paste(megabyte)
            try officer.type("完")
            try officer.see("完")
            try officer.press("<Esc>")
            try officer.terminal.paste(megabyte)
            try officer.see("粘贴")
            try officer.press("<C-f>")
            try officer.see("缩小范围")
            try officer.terminal.paste(megabyte)
            try officer.terminal.waitIdle()
            try officer.press("<Esc>")
            try officer.checkFrame()
            try officer.quit()
        }
    }

    @Test("a window of one cell, a storm of sizes and back: the same frame stands there")
    func resizing() throws {
        let room = try PoliceRoom()
        var random = SeededGenerator(seed: 11)
        try room.open { officer in
            try officer.signIn()
            try officer.openVisit(at: "qsy", of: "区思远")
            try officer.type(Self.sentence)
            try officer.see("草稿已存")
            let before = officer.screen.text
            officer.terminal.resize(to: TerminalSize(columns: 1, rows: 1))
            try officer.type("又")
            officer.terminal.resize(to: .standard)
            try officer.press("<Backspace>")
            try officer.see("草稿已存")
            #expect(officer.screen.text == before)
            for _ in 0..<150 {
                let size = TerminalSize(
                    columns: Int.random(in: 1...220, using: &random), rows: Int.random(in: 1...70, using: &random))
                officer.terminal.resize(to: size)
                officer.terminal.watch(milliseconds: Int.random(in: 0...4, using: &random))
            }
            officer.terminal.resize(to: .standard)
            try officer.terminal.waitIdle()
            // On the way the window was narrower than what was on its way to it; what counts is the frame that stands.
            #expect(officer.screen.text == before)
            #expect(officer.screen.orphanedHalves == 0)
            #expect(officer.terminal.unknownSequences == [])
            try officer.press("<F2>")
            try officer.see("已保存")
            try officer.quit()
        }
        #expect(try room.visits()["301"]?.first?["values"]?["notes"]?.text == Self.sentence)
    }

    @Test("a terminal that is gone and SIGTERM end it with the half-typed note kept", arguments: [true, false])
    func ending(isHangUp: Bool) throws {
        let room = try PoliceRoom()
        try room.open { officer in
            try officer.signIn()
            try officer.openVisit(at: "qsy", of: "区思远")
            try officer.type(Self.sentence)
            if isHangUp { officer.terminal.hangUp() } else { officer.terminal.signal(.terminate) }
            let ending = try officer.terminal.waitForExit()
            #expect(ending == .exited(0))
        }
        #expect(try room.visits()["301"] == nil)
        try room.open { officer in
            try officer.signIn()
            try officer.see("有 1 份草稿")
            try officer.see(Self.sentence)
            try officer.press("1")
            try officer.see(Self.sentence)
            try officer.press("<F2>")
            try officer.see("已保存")
            try officer.quit()
        }
        #expect(try room.visits()["301"]?.first?["values"]?["notes"]?.text == Self.sentence)
    }

    @Test("stopped from outside it locks first, and fg brings the lock, then the half-typed note")
    func stopping() throws {
        let room = try PoliceRoom()
        let program = try BuiltProduct.path(of: "beatbook")
        let environment = room.environment.merging(["PS1": "$ ", "ENV": ""]) { $1 }
        try withTerminal("/bin/sh", ["-i"], environment: environment) { terminal in
            let officer = Officer(room: room, terminal: terminal)
            try terminal.wait(for: "$")
            try terminal.send("\(program)<Enter>")
            try officer.signIn()
            try officer.openVisit(at: "qsy", of: "区思远")
            try officer.type(Self.sentence)
            terminal.signalForeground(.terminalStop)
            try terminal.wait("the shell is back") { !$0.alternate && $0.row($0.cursorRow).hasPrefix("$") }
            #expect(!terminal.screen.contains("区思远"))
            try terminal.send("fg<Enter>")
            try officer.see("已锁屏")
            #expect(!terminal.screen.contains("区思远"))
            try officer.unlock()
            try officer.see(Self.sentence)
            try officer.press("<F2>")
            try officer.see("已保存")
            try terminal.send("<C-q>")
            try terminal.wait("the shell is back") { !$0.alternate && $0.row($0.cursorRow).hasPrefix("$") }
        }
        #expect(try room.visits()["301"]?.first?["values"]?["notes"]?.text == Self.sentence)
    }
}
