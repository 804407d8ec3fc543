import Records
import TestSupport
import Testing

@Suite("Erasing and requests of the person concerned")
struct ErasureTests {
    private static let head = "欧阳不识"

    private func filled() throws -> (room: CommandRoom, household: String, visit: String) {
        let room = try CommandRoom.clear()
        let household = try room.add("household", "address=杨柳胡同8号", "head=\(Self.head)", "phone=13911112222")
        let visit = try room.add("visit", "household=\(household)", "outcome=见面·有记要", "notes=杨柳树要修剪")
        return (room, household, visit)
    }

    /// The files of the notebook that hold a text, by the machine's own search.
    private func files(_ room: CommandRoom, _ text: String) throws -> [String] {
        let run = try ToolRun(
            "/bin/grep", ["-rla", text, "\(room.folder.path)/data"], environment: room.environment,
            folder: room.folder.path)
        return CommandAnswer(run).lines
    }

    @Test("Erase previews first, asks for a basis, then leaves no byte of the person in any file")
    func erase() throws {
        let (room, household, visit) = try filled()
        #expect(try !files(room, Self.head).isEmpty)
        let preview = try room.run("erase", household)
        try preview.expect(0)
        #expect(preview.text.contains("杨柳胡同8号") && preview.text.contains("general/wal"))
        #expect(preview.messages.contains("没有删除"))
        #expect(try room.run("erase", household, "--json").objects().count == 2)
        #expect(try room.run("erase", household, "--yes").status == 64)
        #expect(try room.run("erase", household, "--yes", "--basis", "\(Self.head)申请").status == 1)
        #expect(try !files(room, Self.head).isEmpty)
        try room.run("erase", household, "--yes", "--basis", "本人申请").expect(0)
        for text in [Self.head, "13911112222", "杨柳"] { #expect(try files(room, text).isEmpty, "\(text)") }
        #expect(try room.run("show", household).status == 1 && room.run("show", visit).status == 1)
        #expect(try room.run("search", Self.head).status == 1)
        let history = try room.run("history", household, "--json").objects()
        #expect(history.last?["kind"]?.text == "erased" && history.last?["basis"]?.text == "本人申请")
        #expect(history.allSatisfy { $0["values"]?.members?.isEmpty == true })
        #expect(try room.run("undo").status == 1)
        let erased = try room.run("retention", "--erased", "--json").objects()
        #expect(erased.count == 2 && erased.allSatisfy { $0["applied"]?.list?.count == 1 })
        let verified = try room.run("verify")
        try verified.expect(0)
        #expect(try room.run("erase", household, "--yes", "--basis", "本人申请").status == 1)
    }

    @Test("What is due is listed and goes by one command; nothing goes by itself")
    func due() throws {
        let room = try CommandRoom.clear()
        let over = try room.add("household", "address=杨柳胡同1号", "head=单翠萍", "moved_out=2020-01-01")
        _ = try room.add("household", "address=杨柳胡同2号", "head=单翠萍")
        let due = try room.run("retention", "--json").objects()
        #expect(due.compactMap { $0["record"]?.text } == [over])
        #expect(try room.run("show", over).text.contains("保留期限：保留至 2021-01-01"))
        #expect(try room.run("retention", "--rules").text.contains("个人信息保护法19"))
        try room.run("erase", "--due", "--yes", "--basis", "保留期满").expect(0)
        #expect(try room.run("retention", "--json").objects().isEmpty)
        #expect(try room.run("list", "household").lines.count == 1)
        #expect(try room.run("erase", "--due").status == 1)
    }

    @Test("A person is given everything held about them for a stated request, as text or HTML")
    func subject() throws {
        let (room, household, _) = try filled()
        let found = try room.run("subject", Self.head)
        try found.expect(0)
        #expect(found.lines.count == 1 && found.text.hasPrefix(household))
        #expect(try room.run("subject", Self.head, household).status == 64)
        let file = try room.run("subject", Self.head, household, "--purpose", "本人到场申请")
        try file.expect(0)
        for text in ["本人信息查阅  \(Self.head)", "本人到场申请", "苏行简", "13911112222", "杨柳树要修剪", "更正"] {
            #expect(file.text.contains(text), "\(text)\n\(file.text)")
        }
        let page = try room.run("subject", Self.head, household, "--purpose", "本人到场申请", "--html")
        #expect(page.text.hasPrefix("<!DOCTYPE html>") && page.text.contains("杨柳树要修剪"))
        #expect(try room.run("subject", "单翠萍", household, "--purpose", "本人到场申请").status == 1)
    }

    @Test("Limited use hides a record until the limit is ended")
    func limit() throws {
        let (room, household, _) = try filled()
        #expect(try room.run("limit", household).status == 64)
        try room.run("limit", household, "--basis", "本人申请").expect(0)
        #expect(try room.run("search", Self.head).status == 1)
        #expect(try room.run("set", household, "people=2").status == 1)
        #expect(try room.run("limit").text.hasPrefix(household))
        try room.run("limit", household, "--end").expect(0)
        try room.run("search", Self.head).expect(0)
        try room.run("set", household, "people=2").expect(0)
    }
}
