import Records
import TestSupport
import Testing

@Suite("The first use")
struct FirstUseTests {
    @Test("The version needs no notebook and no home")
    func version() throws {
        var room = try CommandRoom()
        room.environment = ["PATH": "/usr/bin:/bin"]
        let answer = try room.run("--version")
        #expect(answer.status == 0)
        #expect(answer.lines.count == 1)
        #expect(answer.text.hasPrefix("beatbook "))
        #expect(answer.messages.isEmpty)
    }

    @Test("Help is Chinese by default and English when the locale or the option says so")
    func help() throws {
        var room = try CommandRoom()
        #expect(try room.run("--help").text.contains("片警本"))
        #expect(try room.run("list", "--help", "--lang", "en").text.contains("List the records of a type."))
        room.environment["LC_ALL"] = "en_US.UTF-8"
        #expect(try room.run("--help").text.contains("a keyboard notebook"))
        room.environment["BEATBOOK_LANG"] = "zh"
        #expect(try room.run("--help").text.contains("片警本"))
    }

    @Test(
        "Every command explains itself in both languages",
        arguments: [
            "open", "demo", "init", "types", "fields", "add", "set", "delete", "restore", "undo", "redo", "list",
            "show",
            "history", "search", "tasks", "officers", "passphrase", "lock", "verify", "doctor",
        ])
    func everyHelp(_ name: String) throws {
        let room = try CommandRoom()
        let zh = try room.run("help", name)
        let en = try room.run("help", name, "--lang", "en")
        #expect(zh.status == 0)
        #expect(zh.text.contains("beatbook \(name)"))
        let english = try room.run(name, "--help", "--lang", "en")
        #expect(english.status == 0)
        #expect(english.text != zh.text)
        #expect(en.status == 0 || en.status == 64)
    }

    @Test(
        "Without a notebook every command says how to get one, and ends with 2",
        arguments: [
            ["list", "visit"], ["show", "V1"], ["undo"], ["verify"], ["tasks"], ["search", "x"],
        ])
    func missing(_ arguments: [String]) throws {
        let room = try CommandRoom()
        let answer = try room.run(arguments)
        #expect(answer.status == 2)
        #expect(answer.messages.contains("beatbook init"))
        #expect(answer.output.isEmpty)
    }

    @Test("A notebook that would not be encrypted is made only when that was said")
    func clearMode() throws {
        let room = try CommandRoom()
        let refused = try room.run("init", "--room", "榆钱", "--officer", "苏行简")
        #expect(refused.status == 64)
        #expect(refused.messages.contains("--passphrase-file"))
        #expect(try room.run("list", "visit").status == 2)

        try room.run("init", "--room", "榆钱", "--officer", "苏行简", "--clear").expect(0)
        #expect(try room.run("list", "officer").text.contains("苏行简"))
        let again = try room.run("init", "--room", "别的", "--officer", "别人", "--clear", "--lang", "en")
        #expect(again.status == 1)
        #expect(again.messages.contains("left alone"))
        #expect(!(try room.run("list", "officer").text.contains("别人")))
    }

    @Test("An empty name makes no notebook")
    func emptyNames() throws {
        let room = try CommandRoom()
        #expect(try room.run("init", "--room", "　", "--officer", "苏行简", "--clear").status == 1)
        #expect(ScratchFolder.names(in: room.folder.path + "/data").isEmpty)
    }

    @Test("A command that there is not is named, with the one that was meant")
    func unknownCommand() throws {
        let room = try CommandRoom()
        let answer = try room.run("lst", "visit")
        #expect(answer.status == 64)
        #expect(answer.messages.contains("lst"))
        #expect(answer.messages.contains("list"))
    }

    @Test("The notebook needs a terminal and says so")
    func needsTerminal() throws {
        let room = try CommandRoom.clear()
        let answer = try room.run("open")
        #expect(answer.status == 2)
        #expect(answer.messages.contains("终端"))
    }

    @Test(
        "The first use on a terminal seals unless told otherwise, shows the recovery code once, and opens the notebook")
    func walkThrough() throws {
        let room = try CommandRoom()
        try withTerminal(room.program, [], environment: room.environment) { session in
            try session.wait(for: "警务室名称")
            try session.send(bytes: Array("榆钱社区警务室\n".utf8))
            try session.wait(for: "您的姓名")
            try session.send(bytes: Array("苏行简\n".utf8))
            try session.wait(for: "直接回车是 1")
            try session.send(bytes: Array("\n".utf8))
            try session.wait(for: "设口令")
            try session.send(bytes: Array("老榆树下三只猫\n".utf8))
            try session.wait(for: "再输一次")
            try session.send(bytes: Array("老榆树下三只猫\n".utf8))
            try session.wait(for: "请看着纸输入第")
            let lines = session.screen.text
            #expect(!lines.contains { $0.contains("三只猫") })
            let groups = RecoveryCodeText.groups(in: lines.joined(separator: "\n"))
            try #require(groups.count == 8)
            let question = try #require(lines.last { $0.contains("请看着纸输入第") })
            let number = try #require(question.compactMap(\.wholeNumberValue).first)
            try session.send(bytes: Array((groups[number - 1].lowercased() + "\n").utf8))
            try session.wait(for: "榆钱社区警务室 · 苏行简")
        }
        #expect(try room.run("list", "officer").status == 64)
        let file = try room.folder.write(Array("老榆树下三只猫\n".utf8), to: "passphrase")
        #expect(
            try room.run("list", "officer", "--officer", "苏行简", "--passphrase-file", file).text.contains("苏行简"))
    }

    @Test("The first use can make a clear notebook, by choice, with what that means and a warning on every start")
    func walkThroughClear() throws {
        let room = try CommandRoom()
        try withTerminal(room.program, [], environment: room.environment) { session in
            try session.wait(for: "警务室名称")
            try session.send(bytes: Array("榆钱社区警务室\n".utf8))
            try session.wait(for: "您的姓名")
            try session.send(bytes: Array("苏行简\n".utf8))
            try session.wait(for: "直接回车是 1")
            #expect(session.screen.text.contains { $0.contains("未加密") })
            try session.send(bytes: Array("2\n".utf8))
            try session.wait(for: "(y/n)")
            try session.send(bytes: Array("y\n".utf8))
            try session.wait(for: "榆钱社区警务室 · 苏行简")
            try session.wait(for: "没有加密")
        }
        #expect(try room.run("list", "officer").text.contains("苏行简"))
    }

    @Test("Who decides against it on first use leaves nothing behind")
    func walkAway() throws {
        let room = try CommandRoom()
        try withTerminal(room.program, [], environment: room.environment) { session in
            try session.wait(for: "警务室名称")
            try session.send(bytes: Array("榆钱\n苏行简\nn\n".utf8))
            let ending = try session.waitForExit()
            #expect(ending == .exited(0))
        }
        #expect(try room.run("list", "officer").status == 2)
    }
}
