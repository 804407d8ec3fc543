import Records
import TestSupport
import Testing

@Suite("What comes in on standard input and as arguments")
struct InputTests {
    @Test("Objects of several lines are saved together and taken back together")
    func lines() throws {
        let room = try CommandRoom.clear()
        let input = """
            {"place":"一号","outcome":"1"}

            {"place":"二号","outcome":3,"date":"昨天"}
            """
        try room.run(["add", "visit", "-"], input: Array(input.utf8)).expect(0)
        #expect(try room.run("list", "visit").lines.count == 2)
        try room.run("undo").expect(0)
        #expect(try room.run("list", "visit").status == 1)
    }

    @Test("When one line is refused nothing is saved, and the line is named")
    func oneBadLine() throws {
        let room = try CommandRoom.clear()
        let input = "{\"place\":\"一号\",\"outcome\":\"1\"}\n{\"place\":\"二号\"}\n"
        let answer = try room.run(["add", "visit", "-"], input: Array(input.utf8))
        #expect(answer.status == 1)
        #expect(answer.messages.contains("第 2 行"))
        #expect(answer.messages.contains("outcome"))
        #expect(try room.run("list", "visit").status == 1)
    }

    @Test(
        "Input that is no JSON, no object or no text is refused by its place, and nothing is saved",
        arguments: [
            ("", "没有读到"), ("   \n", "没有读到"), ("{\"place\":", "字节"), ("[1,2]", "不是 JSON 对象"), ("nonsense", "字节"),
            ("{\"place\":\"a\",\"place\":\"b\"}", "字节"), ("{\"plaec\":\"a\"}", "place"), ("{\"date\":5}", "date"),
            ("{\"raised\":\"x\"}", "raised"), ("{\"raised\":[{\"kindd\":\"1\"}]}", "kind"),
            ("{\"visitors\":[1]}", "visitors"),
            ("{\"outcome\":{\"masked\":\"**\"}}", "--reveal"),
        ])
    func badInput(_ input: String, _ wanted: String) throws {
        let room = try CommandRoom.clear()
        let answer = try room.run(["add", "visit", "-"], input: Array(input.utf8))
        #expect(answer.status == 64, "\(answer.messages)")
        #expect(answer.messages.contains(wanted), "\(answer.messages)")
        #expect(try room.run("list", "visit").status == 1)
    }

    @Test("Bytes that are no UTF-8 are refused on standard input and as an argument")
    func invalidBytes() throws {
        let room = try CommandRoom.clear()
        let bytes = Array("{\"place\":\"".utf8) + [0xFF, 0xC0] + Array("\",\"outcome\":\"1\"}".utf8)
        #expect(try room.run(["add", "visit", "-"], input: bytes).status == 64)

        let script = "exec \"$0\" add visit outcome=1 \"$(printf 'place=\\377')\""
        let run = CommandAnswer(
            try ToolRun(
                "/bin/sh", ["-c", script, room.program], environment: room.environment, folder: room.folder.path))
        #expect(run.status == 64)
        #expect(run.messages.contains("4"))
        #expect(try room.run("list", "visit").status == 1)
    }

    @Test("A megabyte of notes is refused by its rule, not by a crash; what the rule allows goes through")
    func large() throws {
        let room = try CommandRoom.clear()
        let long = String(repeating: "记", count: 350_000)
        let refused = try room.run(
            ["add", "visit", "-"], input: Array("{\"place\":\"a\",\"outcome\":\"2\",\"notes\":\"\(long)\"}".utf8))
        #expect(refused.status == 1)
        #expect(refused.messages.contains("20000"))
        #expect(refused.messages.utf8.count < 2000)

        let many = (0..<50).map { "{\"place\":\"门\($0)\",\"outcome\":\"2\",\"notes\":\"\(long.prefix(7000))\"}\n" }
            .joined()
        #expect(many.utf8.count > 1_000_000)
        try room.run(["add", "visit", "-"], input: Array(many.utf8)).expect(0)
        let listed = try room.run("list", "visit", "--json").objects()
        #expect(listed.count == 50)
        #expect(listed.allSatisfy { $0["values"]?["notes"]?.text?.count == 7000 })
    }

    @Test(
        "In a GB18030 locale arguments, answers and messages are GB18030; JSON stays UTF-8",
        .enabled(if: BuiltLocale.canBuild))
    func gb18030() throws {
        var room = try CommandRoom.clear()
        let locale = try BuiltLocale.gb18030.get()
        room.environment = room.environment.merging(locale.environment) { $1 }
        // 走访 in GB18030 is D7DF B7C3; 单 is B5A5, 翠 is B4E4.
        let script = "exec \"$0\" add visit outcome=1 \"$(printf 'place=\\265\\245\\264\\344')\""
        let added = CommandAnswer(
            try ToolRun(
                "/bin/sh", ["-c", script, room.program], environment: room.environment, folder: room.folder.path))
        try added.expect(0)
        #expect(try room.run("list", "visit", "--json").objects().first?["values"]?["place"]?.text == "单翠")
        let listed = try room.run("list", "visit").output
        #expect(listed.split(separator: 0x09).contains { Array($0) == [0xB5, 0xA5, 0xB4, 0xE4] })
    }
}
