import Records
import TestSupport
import Testing

@Suite("Lists, finds and tasks")
struct ListTests {
    @Test("A list is filtered, ordered and bounded, and says what it left out")
    func filters() throws {
        let room = try CommandRoom.clear()
        for (day, outcome) in [("-3", "1"), ("-2", "3"), ("-1", "1"), ("今天", "3")] {
            _ = try room.add("visit", "place=门\(day)", "outcome=\(outcome)", "date=\(day)")
        }
        func places(_ arguments: String...) throws -> [String] {
            try room.run(["list", "visit", "--json"] + arguments).objects().compactMap { $0["values"]?["place"]?.text }
        }
        #expect(try places() == ["门今天", "门-1", "门-2", "门-3"])
        #expect(try places("--sort", "date") == ["门-3", "门-2", "门-1", "门今天"])
        #expect(try places("--sort", "-date", "--where", "outcome=未见面") == ["门今天", "门-2"])
        #expect(try places("--where", "date=-2..-1") == ["门-1", "门-2"])
        #expect(try places("--where", "date=昨天") == ["门-1"])
        let bounded = try room.run("list", "visit", "--limit", "1")
        #expect(bounded.lines.count == 1)
        #expect(bounded.messages.contains("共 4 条"))
        #expect(try room.run("list", "visit", "--limit", "0").status == 64)
        #expect(try room.run("list", "visit", "--where", "outcome=2").status == 1)
    }

    @Test("Whoever declined is not looked for, and what is only counted cannot be filtered by")
    func rights() throws {
        let room = try CommandRoom.demo()
        let declined = try room.run("list", "visit", "--where", "outcome=谢绝走访")
        #expect(declined.status == 1)
        #expect(declined.messages.contains("谢绝走访是住户的权利"))
        #expect(declined.output.isEmpty)
        #expect(try room.run("list", "mediation", "--where", "source=1").status == 64)
        #expect(try room.run("list", "mediation", "--sort", "source").status == 64)
        #expect(try room.run("list", "visit", "--where", "notes=x").status == 64)
    }

    @Test("A find gives names and where it was found, one object to a line")
    func search() throws {
        let room = try CommandRoom.demo()
        let found = try room.run("search", "漏水", "--json").objects()
        #expect(!found.isEmpty)
        for object in found {
            #expect(object["id"]?.text?.count == 26)
            #expect(object["type"]?.text != nil)
            #expect(object["title"]?.text?.isEmpty == false)
            #expect(object["values"] == nil)
        }
        #expect(try room.run("search", "zzqqxx").status == 1)
        #expect(try room.run("search", "单翠萍").text.contains("老榆里3号楼"))
    }

    @Test("Tasks name their rule and never who is being followed up, until that is asked for")
    func tasks() throws {
        let room = try CommandRoom.demo()
        let plain = try room.run("tasks", "--json").objects()
        #expect(plain.contains { $0["rule"]?.text == "T4" })
        #expect(plain.allSatisfy { $0["type"]?.text != "followup" })
        #expect(plain.contains { $0["group"]?.text == "followups" && $0["count"]?.number ?? 0 > 0 })
        #expect(plain.filter { $0["due"] != nil }.allSatisfy { CalendarDay($0["due"]?.text ?? "") != nil })
        let asked = try room.run("tasks", "--json", "--followups").objects()
        #expect(asked.contains { $0["type"]?.text == "followup" })
        #expect(try room.run("tasks", "--on", "+7").status == 0)
        #expect(try room.run("tasks", "--on", "-1").status == 0)
        #expect(try room.run("tasks", "--on", "某天").status == 64)
        #expect(try room.run("tasks").messages.contains("节假日表"))
    }

    @Test("Types and fields are told without a notebook, in words and as objects")
    func declarations() throws {
        let room = try CommandRoom()
        #expect(try room.run("types", "--json").objects().compactMap { $0["type"]?.text }.contains("followup-entry"))
        let fields = try room.run("fields", "visit", "--json").objects()
        let outcome = try #require(fields.first { $0["field"]?.text == "outcome" })
        #expect(outcome["kind"]?.text == "choice")
        #expect(outcome["required"]?.text == "always")
        #expect(outcome["codes"]?.list?.count == 5)
        let phone = try room.run("fields", "household", "--json").objects().first { $0["field"]?.text == "phone" }
        #expect(phone?["hidden"]?.bool == true)
        #expect(try room.run("fields", "mediation", "--lang", "en").text.contains("parties  Parties"))
    }

    @Test("Tasks have the lines of the Today screen, in the same words")
    func sameLines() throws {
        let room = try CommandRoom.demo()
        let lines = try room.run("tasks").lines
        #expect(lines.contains { $0.contains("法定协助 待办 ") })
        #expect(lines.contains { $0.hasPrefix("本月未走访 ") && $0.contains("/80") })
        #expect(try room.run("tasks", "--lang", "en").lines.contains { $0.hasPrefix("Statutory follow-ups to do: ") })
        #expect(try room.run("tasks", "--on", "+7").lines.contains { $0.hasPrefix("本月未走访 ") } == false)
        #expect(try room.run("tasks", "--json").objects().contains { $0["group"]?.text == "unvisited" })
    }
}
