import TestSupport
import Testing

@Suite("What stands on the screen")
struct ScreenStories {
    @Test("every frame is sound and the cursor stands where the next character will go", arguments: Setting.all)
    func frames(setting: Setting) throws {
        let room = try PoliceRoom(setting)
        try room.open { officer in
            try officer.see("谁在用？")
            try officer.checkFrame()
            try officer.signIn()
            for _ in 1...officer.paneCount {
                try officer.checkFrame()
                try officer.press("<C-Right>")
            }
            try officer.openVisit(at: "𠮷", of: "𠮷野静")
            for text in ["楼道", "“灯", "𠮷龘", "不亮”"] {
                try officer.type(text)
                let place = try #require(officer.screen.find(text))
                #expect(officer.screen.cursorRow == place.row)
                let width = text.unicodeScalars.reduce(0) { $0 + CharacterWidth.cells($1) }
                #expect(officer.screen.cursorColumn == place.column + width)
                #expect(officer.screen.cursorVisible)
            }
            try officer.checkFrame()
            try officer.press(officer.keys.help)
            try officer.checkFrame()
            try officer.press("<Esc>")
            try officer.press("<C-p>")
            try officer.checkFrame()
            try officer.press("<Esc>")
            try officer.press(officer.keys.save)
            try officer.see("已保存")
            try officer.checkFrame()
            try officer.quit()
        }
        #expect(try room.visits()["601"]?.count == 1)
    }

    @Test("a step of the cursor in a list costs at most 300 bytes at 80×24")
    func bytesOfAStep() throws {
        let room = try PoliceRoom()
        try room.open { officer in
            try officer.signIn()
            var most: [String: Int] = [:]
            func steps(_ name: String, _ keys: String...) throws {
                for key in keys {
                    let bytes = try officer.terminal.bytesWritten { try officer.terminal.press(key) }
                    most[name] = max(most[name] ?? 0, bytes)
                }
            }
            try steps("today", "<Down>", "<Down>", "<Up>", "<Down>")
            try officer.pane(2)
            try steps("buildings", "<Down>", "<Down>", "<Up>", "<Down>")
            try officer.type(PoliceRoom.building)
            try officer.press("<Enter>")
            try steps("doors", "<Down>", "<Down>", "<Up>", "<Down>")
            try officer.press("<F3>")
            try steps("sheet", "<Down>", "<Down>", "<Up>", "<Down>")
            for key in ["<Esc>", "<Esc>", "<C-Right>"] { try officer.press(key) }
            try steps("follow-ups", "<Down>", "<Down>", "<Up>", "<Down>")
            try officer.press("<C-Right>")
            try steps("mediations", "<Down>", "<Down>", "<Up>", "<Down>")
            let text = most.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
            print("bytes of a cursor step at 80×24: \(text)")
            #expect(most.count == 6)
            #expect(most.filter { $0.value > 300 || $0.value == 0 } == [:])
            try officer.quit()
        }
    }

    @Test("the lock shows nothing of the records and gives the half-typed note back", arguments: Setting.all)
    func lock(setting: Setting) throws {
        let room = try PoliceRoom(setting)
        try room.open { officer in
            try officer.signIn()
            try officer.openVisit(at: "qsy", of: "区思远")
            try officer.type("区思远说楼道灯不亮。")
            try officer.press(officer.keys.lock)
            try officer.see("已锁屏")
            // Names of officers and of the room are all it may say.
            let rows = officer.screen.text.filter { !$0.isEmpty }
            for text in ["区思远", "楼道", "走访", "新枫里", "调解中", "法定", "本月"] {
                try officer.check("nothing is seen of \(text)") { !$0.contains(text) }
            }
            #expect(rows.count < 12)
            // Keys that would show something do nothing.
            try officer.press("<Esc>")
            try officer.press("<C-f><C-n><C-o><C-Right><C-z><C-e>")
            for text in ["区思远", "楼道", "新枫里", "等答复"] {
                try officer.check("nothing is seen of \(text)") { !$0.contains(text) }
            }
            try officer.checkFrame()
            try officer.unlock()
            try officer.see("新走访")
            try officer.see("区思远说楼道灯不亮。")
            try officer.press(officer.keys.save)
            try officer.see("已保存")
            try officer.quit()
        }
    }

    @Test("language and theme change while it runs, and are remembered")
    func switching() throws {
        let room = try PoliceRoom()
        try room.open { officer in
            try officer.signIn()
            let before = officer.screen
            try officer.press("<C-p>")
            try officer.type("English")
            try officer.press("<Enter>")
            try officer.see("Waiting for an answer")
            #expect(!officer.screen.contains("等答复"))
            try officer.checkFrame()
            try officer.press("<C-p>")
            try officer.type("theme.light")
            try officer.press("<Enter>")
            try officer.terminal.waitIdle()
            #expect(officer.screen.cells.flatMap(\.self).map(\.style) != before.cells.flatMap(\.self).map(\.style))
            try officer.checkFrame()
            try officer.quit()
        }
        try room.open { officer in
            try officer.see("Who is there?")
            try officer.unlock()
            try officer.see("Waiting for an answer")
            try officer.press("<C-p>")
            try officer.type("中文")
            try officer.press("<Enter>")
            try officer.see("等答复")
            try officer.quit()
        }
    }
}
