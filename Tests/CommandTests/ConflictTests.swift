import Records
import TestSupport
import Testing

@Suite("Conflicts on the command line")
struct ConflictCommandTests {
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
