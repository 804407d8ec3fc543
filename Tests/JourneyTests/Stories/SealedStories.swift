import Records
import TestSupport
import Testing

@Suite("A sealed notebook on a real terminal")
struct SealedStories {
    /// Everything that nobody may find in a file: names, numbers, addresses, words, kinds of duty, reasons.
    private static let needles = [
        SealedRoom.officer, SealedRoom.helper, SealedRoom.passphrase, "榆钱社区", "老榆里", "501室", "单翠萍", "13900001234",
        "纱窗松动", "说到一半", "隐名者", "协助目的", "测〔2026〕17号", "F03", "F2026", "V2026", "household", "followup", "audit",
        "handover", "opened", "按期协助", "社区戒毒", "shancuiping", "yinmingzhe", "lyl3hl501s", "钥匙在抽屉里", "officer", "notes",
    ]

    /// Longer than the 15 bytes that Swift keeps beside other values, in lists that are not given back.
    private static let words = ["纱窗松动三周，等房东回话", "说到一半就被叫走了", "测〔2026〕17号", SealedRoom.passphrase]

    private func fill(_ room: SealedRoom) throws -> String {
        let household = try room.run(
            ["add", "household", "address=老榆里3号楼501室", "head=单翠萍", "phone=13900001234"] + room.asOfficer)
        let id = household.text.split(separator: "\n").first.map(String.init) ?? ""
        try room.run(["add", "visit", "household=\(id)", "outcome=2", "notes=纱窗松动三周，等房东回话"] + room.asOfficer)
        let followup = try room.run(
            [
                "add", "followup", "kind=F03", "subject=隐名者", "basis_type=05", "basis_number=测〔2026〕17号",
                "basis_issuer=街道", "basis_date=-1", "purpose=协助目的", "lead_body=街道", "lead_contact=0000-0000018",
                "duty=工作小组成员", "start=-1", "end=+60", "cadence=2", "cadence_source=协议",
            ] + room.asOfficer)
        return followup.text.split(separator: "\n").first.map(String.init) ?? ""
    }

    private func unlock(_ terminal: TerminalSession, _ name: String, _ passphrase: String) throws {
        try terminal.wait(for: "已锁屏")
        try terminal.press(name + "<Enter>")
        try terminal.press(passphrase + "<Enter>")
        try terminal.wait(for: " · \(name)")
    }

    @Test("leaves nothing to be read in any file: while it runs, after locking, after kill -9, after the end")
    func bytes() throws {
        let room = try SealedRoom()
        let followup = try fill(room)
        #expect(followup.hasPrefix("F2"))
        #expect(try room.files(in: room.store).count > 5)
        #expect(try room.found(Self.needles) == [])
        try room.open { terminal in
            try unlock(terminal, SealedRoom.officer, SealedRoom.passphrase)
            // A restricted duty is opened, a search made, a draft half written.
            try terminal.press("<C-Right><C-Right>")
            try terminal.wait(for: "社区戒毒")
            try terminal.press("<Enter>")
            try terminal.wait(for: "为什么打开")
            try terminal.press("1")
            try terminal.wait(for: "隐名者")
            try terminal.press("<Esc>")
            try terminal.press("<C-f>单翠萍")
            try terminal.wait(for: "1 类")
            try terminal.press("<Esc>")
            try terminal.press("<C-n>")
            try terminal.wait(for: "新建法定协助")
            try terminal.press("3<Tab>说到一半就被叫走了")
            try terminal.wait(for: "草稿已存")
            #expect(try room.found(Self.needles) == [])
            if let there = terminal.inMemory(among: Self.words) { #expect(there.contains("说到一半就被叫走了")) }
            try terminal.press("<F12>")
            try terminal.wait(for: "已锁屏")
            terminal.expectNone(of: ["隐名者", "单翠萍", "榆钱", "社区戒毒"])
            try terminal.waitIdle()
            if let there = terminal.inMemory(among: Self.words) { #expect(there == []) }
            #expect(try room.found(Self.needles) == [])
            try unlock(terminal, SealedRoom.officer, SealedRoom.passphrase)
            #expect(try room.found(Self.needles) == [])
            terminal.signal(.kill)
            _ = try? terminal.waitForExit()
        }
        #expect(try room.found(Self.needles) == [])
        #expect(try room.run(["verify"] + room.asOfficer).ending == .exited(0))
        #expect(try room.found(Self.needles) == [])
    }

    @Test("stops behind a locked screen: SIGTSTP locks first")
    func stop() throws {
        let room = try SealedRoom()
        _ = try fill(room)
        let program = try BuiltProduct.path(of: "beatbook")
        let environment = room.environment.merging(["PS1": "$ ", "ENV": ""]) { $1 }
        try withTerminal("/bin/sh", ["-i"], environment: environment) { terminal in
            try terminal.wait(for: "$")
            try terminal.send("\(program)<Enter>")
            try unlock(terminal, SealedRoom.officer, SealedRoom.passphrase)
            terminal.signalForeground(.terminalStop)
            try terminal.wait("the shell is back") { !$0.alternate && $0.row($0.cursorRow).hasPrefix("$") }
            terminal.expectNone(of: ["榆钱", "单翠萍", "社区戒毒"])
            try terminal.send("fg<Enter>")
            try terminal.wait(for: "已锁屏")
            terminal.expectNone(of: ["榆钱", "单翠萍", "社区戒毒"])
            try unlock(terminal, SealedRoom.helper, SealedRoom.helperPassphrase)
            try terminal.press("<C-Right><C-Right>")
            try terminal.wait(for: "没有在办的法定协助")
            try terminal.send("<C-q>")
            try terminal.wait("the shell is back") { !$0.alternate && $0.row($0.cursorRow).hasPrefix("$") }
            try terminal.send("exit<Enter>")
            _ = try terminal.waitForExit()
        }
    }

    @Test("has nothing restricted for an auxiliary with the program, the commands and a passphrase of their own")
    func auxiliary() throws {
        let room = try SealedRoom()
        let number = try fill(room)
        let all = try room.run(["list", "followup", "--json"] + room.asOfficer)
        let id = try JSONReader.value(of: Array(all.output.split(separator: 0x0A).first ?? []))["id"]?.text ?? ""
        try #require(id.count > 10)
        try room.run(["show", number, "--reason", "核对文书"] + room.asOfficer)
        try room.run(["handover", "--note", "物业明天来"] + room.asOfficer)
        let commands = [
            ["list", "followup"], ["list", "followup", "--json"], ["list", "followup", "--sort", "-end"],
            ["list", "followup", "--deleted"], ["list", "followup", "--where", "kind=F03"], ["list", "followup-entry"],
            ["show", number], ["show", number.lowercased()], ["show", id], ["show", id, "--reason", "看看"],
            ["history", number, "--reason", "看看"], ["history", id], ["search", number], ["search", "隐名者"],
            ["search", "17号"],
            ["tasks", "--followups", "--on", "+7"], ["delete", id], ["restore", id], ["set", id, "purpose=x"], ["undo"],
            ["add", "followup-entry", "followup=\(id)"], ["add", "visit", "mediation=\(id)"], ["audit"],
            ["audit", "--json"], ["handover", "--json"], ["verify"], ["officers", "list"], ["doctor"],
        ]
        let nowhere = "7zzzzzzzzzzzzzzzzzzzzzzzzz"
        for command in commands {
            let answer = try room.attempt(command + room.asHelper)
            let text = (answer.text + answer.errorText).replacing(id, with: nowhere)
            for needle in ["隐名者", "社区戒毒", "测〔2026〕17号", "协助目的", "街道", "核对文书"] {
                #expect(!text.contains(needle), "\(command): \(text)")
            }
            guard command.contains(id) else { continue }
            let other = try room.attempt(command.map { $0.replacing(id, with: nowhere) } + room.asHelper)
            #expect(text == other.text + other.errorText, "\(command)")
            #expect(answer.ending == other.ending, "\(command)")
        }
        // The hand-over is there for them without the duty.
        #expect(try room.run(["handover"] + room.asHelper).text.contains("物业明天来"))
        // Nor does anything of the duty show on their screen.
        try room.open { terminal in
            try unlock(terminal, SealedRoom.helper, SealedRoom.helperPassphrase)
            try terminal.wait(for: "的交接")
            try terminal.press("1")
            for keys in ["<C-Right>", "<C-Right>", "<Tab>", "<Tab>", "<C-Right>", "<C-f>\(number)", "<C-u>隐名者"] {
                try terminal.press(keys)
                terminal.expectNone(of: ["社区戒毒", "测〔2026〕17号", "法定协助 1"])
            }
            try terminal.press("<Esc>")
            try terminal.send("<C-q>")
            #expect(try terminal.waitForExit() == .exited(0))
        }
        #expect(try room.run(["show", number, "--reason", "核对文书", "--reveal"] + room.asOfficer).text.contains("隐名者"))
    }
}

extension TerminalSession {
    /// Checks that none of some texts is on the screen.
    fileprivate func expectNone(of texts: [String]) {
        for text in texts { #expect(!screen.contains(text), "\(text)") }
    }
}
