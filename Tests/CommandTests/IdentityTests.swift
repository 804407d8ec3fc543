import Desk
import Records
import Store
import Synchronization
import TestSupport
import Testing

@Suite("Identities that begin alike")
struct IdentityTests {
    /// Random numbers of which the next few may be told to be the same as before.
    private final class AlikeSource: RandomSource {
        private let alike = Mutex(0)

        /// Makes the next numbers always the same.
        func repeatNext(_ count: Int) { alike.withLock { $0 = count } }

        func next() -> UInt64 {
            alike.withLock { left in
                guard left > 0 else { return .random(in: .min ... .max) }
                left -= 1
                return 0x3333_3333_3333_3333
            }
        }
    }

    /// A notebook of two households whose identities begin with the same eight characters.
    private func alike() throws -> (room: CommandRoom, ids: [String]) {
        var room = try CommandRoom()
        let path = "\(room.folder.path)/alike"
        let source = AlikeSource()
        var environment = Desk.systemEnvironment()
        environment.random = source
        let desk = try Desk.create(at: path, environment: environment, room: "榆钱社区警务室", officer: "苏行简")
        let ids = try ["单翠萍", "解大勇"].map { head in
            var values = desk.newValues(of: Household.type)
            values[Household.address] = "老榆里3号楼，\(head)"
            values[Household.head] = head
            source.repeatNext(8)
            return try desk.save(values, of: Household.type).id.rawValue
        }
        desk.close()
        room.environment["BEATBOOK_STORE"] = path
        return (room, ids)
    }

    @Test("A beginning that two records share names neither: the command says so and does nothing")
    func ambiguous() throws {
        let (room, ids) = try alike()
        let start = String(ids[0].prefix(8))
        try #require(ids[1].hasPrefix(start) && ids[0] != ids[1])
        for length in [6, 8] {
            for command in [["show"], ["history"], ["delete"], ["set"]] {
                let name = String(start.prefix(length))
                let answer = try room.run(command + [name] + (command == ["set"] ? ["head=误改"] : []))
                #expect(answer.status == 1, "\(command) \(name)")
                #expect(answer.text.isEmpty)
                #expect(answer.messages.contains("以“\(name)”开头的编号不止一个，请多写几位"), "\(answer.messages)")
                #expect(!answer.messages.contains("单翠萍"))
            }
        }
        let english = try room.run("show", start, "--lang", "en")
        #expect(english.messages.contains("Several identities begin with"), "\(english.messages)")
        #expect(try room.run("list", "household").lines.count == 2)
        #expect(!(try room.run("list", "household").text.contains("误改")))
    }

    @Test("A longer beginning names the one record, a shorter one than six characters none")
    func unique() throws {
        let (room, ids) = try alike()
        let common = zip(ids[0], ids[1]).prefix { $0 == $1 }.count
        #expect(try room.run("show", String(ids[0].prefix(common + 1))).text.contains("单翠萍"))
        #expect(try room.run("show", String(ids[1].prefix(common + 1)).uppercased()).text.contains("解大勇"))
        let short = try room.run("show", String(ids[0].prefix(5)))
        #expect(short.status == 1)
        #expect(!short.messages.contains("不止一个"))
    }
}
