import Records
import TestSupport
import Testing

@Suite("Conflicts on the command line")
struct ConflictCommandTests {
    /// A notebook on two laptops that met through a folder.
    private func two() throws -> (CommandRoom, CommandRoom, stick: String) {
        let first = try CommandRoom.clear()
        var second = first
        second.environment["BEATBOOK_STORE"] = "\(first.folder.path)/second"
        // A folder of the machine's own that is there already.
        let stick = "\(first.folder.path)/data/stick"
        _ = try ToolRun("/bin/mkdir", ["-p", stick], environment: first.environment, folder: first.folder.path)
        try first.run("add", "officer", "name=陶望舒", "role=1").expect(0)
        _ = try first.add("visit", "place=枫溪街12号", "outcome=2", "notes=楼道充电。", "--officer", "苏行简")
        try first.run("sync", stick, "--officer", "苏行简").expect(0)
        try second.run("join", stick).expect(0)
        return (first, second, stick)
    }

    @Test("Two laptops write apart and meet: conflicts are listed, settled and taken back, households merged")
    func story() throws {
        var (first, second, stick) = try two()
        first.environment["BEATBOOK_OFFICER"] = "苏行简"
        second.environment["BEATBOOK_OFFICER"] = "陶望舒"
        let visit = try #require(
            try first.run("list", "visit").lines.first?.split(separator: "\t").first.map(String.init))
        try first.run("set", visit, "notes=楼道充电，已劝离。").expect(0)
        try second.run("set", visit, "notes=楼道充电，物业明天清。").expect(0)
        let one = try first.add("household", "address=老榆里3-2-601", "head=解大勇", "phone=13900001111")
        _ = try second.add("household", "address=老榆里3号楼2单元601室", "head=解大勇", "phone=13900002222")
        for room in [first, second] { try room.run("sync", stick).expect(0) }
        // Whoever syncs by a command hears what waits, and what to do about it, in a clear notebook too.
        let told = try first.run("sync", stick)
        #expect(told.text.contains("新发现 1 处") && told.text.contains("等人决定 2 处：用 beatbook conflicts"))
        #expect(try first.run("sync", stick, "--json").objects().first?["waiting"]?.number == 2)

        let listed = try first.run("conflicts", "--json").objects()
        #expect(listed.map { $0["kind"]?.text } == ["field", "twins"])
        #expect(listed[0]["field"]?.text == "notes" && listed[0]["versions"]?.list?.count == 2)
        #expect(listed[0]["versions"]?.list?.map { $0["officer"]?.text } == ["苏行简", "陶望舒"])
        #expect(try first.run("conflicts").lines.count == 4)

        func notes(_ room: CommandRoom) throws -> String? {
            try room.run("show", visit, "--json").objects().first?["values"]?["notes"]?.text
        }
        #expect(try first.run("resolve", visit, "notes", "3").status == 64)
        #expect(try first.run("resolve", visit, "date", "1").status == 1)
        try first.run("resolve", visit, "notes", "both").expect(0)
        #expect(try notes(first) == "楼道充电，已劝离。\n楼道充电，物业明天清。")
        try first.run("undo").expect(0)
        #expect(try first.run("conflicts", visit, "--json").objects().count == 1)
        try first.run("resolve", visit, "谈话记要", "=已劝离，物业明天清。").expect(0)
        try first.run("resolve", one, "twins", "2").expect(0)
        #expect(try first.run("conflicts").lines.isEmpty)
        for room in [first, second] { try room.run("sync", stick).expect(0) }
        #expect(try second.run("conflicts").lines.isEmpty)
        #expect(try notes(second) == "已劝离，物业明天清。")
        #expect(try second.run("list", "household").lines.count == 1)
        #expect(try second.run("verify").status == 0)
    }

    @Test("Nothing in conflict is no failure; settling what is not in conflict is refused")
    func nothing() throws {
        let room = try CommandRoom.clear()
        let household = try room.add("household", "address=老榆里3号楼2单元501室", "head=单翠萍")
        let none = try room.run("conflicts")
        #expect(none.status == 0 && none.lines.isEmpty && none.messages.contains("没有等人决定"))
        #expect(try room.run("conflicts", "--json").lines.isEmpty)
        let refused = try room.run("resolve", household, "address", "1")
        #expect(refused.status == 1 && refused.messages.contains("没有等人决定"))
        #expect(try room.run("resolve", "nobody", "address", "1").status == 1)
        #expect(try room.run("resolve", household).status == 64)
        #expect(try room.run("conflicts", "--lang", "en").messages.contains("Nothing waits"))
    }
}
