import Records
import TestSupport
import Testing

@Suite("A record's life")
struct RecordStoryTests {
    @Test("A visit is added, listed, shown, changed, taken back, brought back, deleted and restored")
    func life() throws {
        let room = try CommandRoom.clear()
        let household = try room.add("household", "address=老榆里3号楼2单元501室", "head=单翠萍", "people=3")
        #expect(household.count == 26)
        let visit = try room.add("visit", "household=scp", "outcome=见面·有记要", "notes=天花板已修好")
        #expect(visit.hasPrefix("V2"))

        #expect(try room.run("list", "visit").lines.first?.split(separator: "\t").first.map(String.init) == visit)
        let sheet = try room.run("show", visit).text
        #expect(sheet.contains("结果：见面·有记要"))
        #expect(sheet.contains("户：老榆里3号楼2单元501室 单翠萍"))
        #expect(try room.run("show", visit, "--lang", "en").text.contains("Outcome: "))

        try room.run("set", visit, "notes=天花板已修好，双方无新问题").expect(0)
        let history = try room.run("history", visit, "--json").objects()
        #expect(history.map { $0["kind"]?.text } == ["created", "edited"])
        #expect(history[1]["values"]?["notes"]?.text == "天花板已修好，双方无新问题")
        #expect(history.allSatisfy { $0["officer"]?.text == "苏行简" })

        func notes() throws -> String? {
            try room.run("show", visit, "--json").objects().first?["values"]?["notes"]?.text
        }
        try room.run("undo").expect(0)
        #expect(try notes() == "天花板已修好")
        try room.run("redo").expect(0)
        #expect(try notes() == "天花板已修好，双方无新问题")

        try room.run("delete", visit).expect(0)
        #expect(try room.run("show", visit).status == 1)
        #expect(try room.run("list", "visit", "--deleted").text.contains(visit))
        try room.run("restore", visit).expect(0)
        #expect(try notes() == "天花板已修好，双方无新问题")
        #expect(try room.run("restore", visit).status == 1)
        #expect(
            try room.run("history", visit, "--json").objects().compactMap { $0["kind"]?.text } == [
                "created", "edited", "undone", "undone", "deleted", "restored",
            ])
        #expect(try room.run("verify").status == 0)
    }

    @Test("Undo stops where there is nothing left, and says so in both languages")
    func nothingToUndo() throws {
        let room = try CommandRoom.clear()
        let zh = try room.run("undo")
        let en = try room.run("undo", "--lang", "en")
        #expect(zh.status == 1 && en.status == 1)
        #expect(zh.messages.contains("没有可撤销"))
        #expect(en.messages.contains("nothing to undo"))
        #expect(try room.run("redo").status == 1)
    }

    @Test("Rows of a sub-table are added, changed and taken out by their place")
    func rows() throws {
        let room = try CommandRoom.clear()
        let visit = try room.add(
            "visit", "place=枫溪街12号", "outcome=1", "raised[0].kind=服务", "raised[0].text=居住证代办",
            "raised[1].kind=隐患", "raised[1].text=楼道充电", "raised[1].promised=+7")
        func texts() throws -> [String] {
            try room.run("show", visit, "--json").objects()[0]["values"]?["raised"]?.list?.compactMap {
                $0["text"]?.text
            } ?? []
        }
        #expect(try texts() == ["居住证代办", "楼道充电"])
        try room.run("set", visit, "raised[0]=", "raised[1].text=楼道飞线充电", "raised[2].kind=1", "raised[2].text=路灯")
            .expect(0)
        #expect(try texts() == ["楼道飞线充电", "路灯"])
        let beyond = try room.run("set", visit, "raised[5].text=x")
        #expect(beyond.status == 64)
        #expect(beyond.messages.contains("raised[2]"))
        try room.run("set", visit, "raised=").expect(0)
        #expect(try texts().isEmpty)
    }

    @Test("A record that is written out and read in again is the same, but for its identity and number")
    func roundTrip() throws {
        let room = try CommandRoom.clear()
        let first = try room.add(
            "visit", "place=枫溪街12号", "outcome=2", "notes=第一行\n  第二行\t“引号”\u{20000}", "raised[0].kind=1",
            "raised[0].text=灯", "date=-3")
        let written = try room.run("show", first, "--json")
        let answer = try room.run(["add", "visit", "--json", "-"], input: written.output)
        try answer.expect(0)
        let before = try #require(try written.objects().first)
        let after = try #require(try answer.objects().first)
        #expect(before["id"] != after["id"])
        #expect(before["number"] != after["number"])
        for name in ["place", "outcome", "notes", "date", "visitors", "kind", "start"] {
            #expect(before["values"]?[name] == after["values"]?[name], "\(name)")
        }
        #expect(after["values"]?["raised"]?.list?.first?["text"]?.text == "灯")
        #expect(try room.run("set", first, "place=枫溪街12号").messages.contains("没有变化"))
    }
}
