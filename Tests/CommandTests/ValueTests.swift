import Records
import TestSupport
import Testing

@Suite("Values on the command line")
struct ValueTests {
    @Test(
        "A choice is written as code, label, beginning or pinyin initials",
        arguments: [
            ("1", "1"), ("见面·无新情况", "1"), ("wjm", "3"), ("未", "3"), ("谢绝", "5"), ("１", "1"),
        ])
    func choices(_ typed: String, _ code: String) throws {
        let room = try CommandRoom.clear()
        let answer = try room.run("add", "visit", "place=a", "outcome=\(typed)", "--json")
        try answer.expect(0)
        #expect(try answer.objects().first?["values"]?["outcome"]?.text == code)
    }

    @Test(
        "What is not understood is named with what is, and nothing is saved",
        arguments: [
            (["outcome=9"], Int32(1), "见面·无新情况"), (["outcome=见面"], 1, "不止一个"), (["date=13月"], 1, "昨天"),
            (["date=2026-02-30"], 1, "2026"), (["start=25:00"], 1, "1410"), (["outcom=1"], 64, "outcome"),
            (["outcome"], 64, "=值"),
            (["=1"], 64, "=值"), (["outcome=1", "outcome=2"], 64, "两次"), (["household=没有的人"], 1, "list household"),
            (["page=十几"], 1, "page"), (["raised=1"], 64, "raised[0]"), (["place[0].x=1"], 64, "不是子表"),
            (["raised[x].text=1"], 64, "parties[0]"),
        ])
    func refused(_ assignments: [String], _ status: Int32, _ wanted: String) throws {
        let room = try CommandRoom.clear()
        let answer = try room.run(["add", "visit", "place=a"] + assignments)
        #expect(answer.status == status, "\(answer.messages)")
        #expect(answer.messages.contains(wanted), "\(answer.messages)")
        #expect(try room.run("list", "visit").status == 1)
    }

    @Test("A reference that several records answer to lists them")
    func ambiguousReference() throws {
        let room = try CommandRoom.clear()
        let first = try room.add("household", "address=老榆里3号楼501室", "head=单翠萍")
        let second = try room.add("household", "address=老榆里3号楼502室", "head=单翠萍")
        let answer = try room.run("add", "visit", "household=单翠萍", "outcome=1")
        #expect(answer.status == 1)
        #expect(answer.messages.contains(first) && answer.messages.contains(second))
        try room.run("add", "visit", "household=\(second)", "outcome=1").expect(0)
    }

    @Test("Money is yuan, a list has commas, an empty value empties the field")
    func kinds() throws {
        let room = try CommandRoom.demo()
        let mediation = try room.run("list", "mediation", "--json", "--limit", "1").objects()
        let id = try #require(mediation.first?["id"]?.text)
        try room.run("set", id, "amount=800.5").expect(0)
        func values() throws -> Value? { try room.run("show", id, "--json").objects().first?["values"] }
        #expect(try values()?["amount"]?.number == 80050)
        try room.run("set", id, "amount=３万元", "mediators=苏行简、lyz").expect(0)
        #expect(try values()?["amount"]?.number == 3_000_000)
        #expect(try values()?["mediators"]?.list?.count == 2)
        try room.run("set", id, "amount=").expect(0)
        #expect(try values()?["amount"] == nil)
    }

    @Test("A visit of another day is not said to have begun now, and nobody is said to have been told")
    func firstValues() throws {
        let room = try CommandRoom.clear()
        let yesterday = try room.run("add", "visit", "place=a", "outcome=1", "date=昨天", "--json").objects()
        #expect(yesterday.first?["values"]?["start"] == nil)
        let today = try room.run("add", "visit", "place=a", "outcome=1", "--json").objects()
        #expect(today.first?["values"]?["start"] != nil)
        let household = try room.run("add", "household", "address=a1号", "head=单翠萍", "--json").objects()
        #expect(household.first?["values"]?["told_on"] == nil)
    }

    @Test("A type that there is not is named with the one that was meant", arguments: ["add", "list", "fields"])
    func unknownType(_ command: String) throws {
        let room = try CommandRoom.clear()
        let answer = try room.run(command, "vist")
        #expect(answer.status == 64)
        #expect(answer.messages.contains("visit"))
        let foreign = try room.run(command, "zzzzz", "--lang", "en")
        #expect(foreign.status == 64)
        #expect(foreign.messages.contains("beatbook types"))
    }
}
