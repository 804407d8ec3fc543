import Records
import TestSupport
import Testing

@Suite("What commands give out is written down")
struct AccountabilityTests {
    @Test(
        "a list, a record, a history and what is due leave a line each when they leave the notebook, and commands lock")
    func exports() throws {
        let room = try SealedCommandRoom()
        let door = try room.add("household", "address=老榆里3号楼501室", "head=单翠萍")
        for command in [
            ["list", "household", "--json"], ["show", door], ["history", door, "--json"], ["search", "单翠萍"],
            ["audit", "--json"],
        ] { _ = try room.run(command) }
        let lines = try room.run(["audit", "--json"], as: .second).objects()
        func count(_ act: String, _ type: String?) -> Int {
            lines.filter { $0["act"]?.text == act && (type == nil || $0["type"]?.text == type) }.count
        }
        #expect(count("exported", "household") == 3)
        #expect(lines.contains { $0["act"]?.text == "exported" && $0["record"]?.text == door })
        #expect(count("searched", nil) == 1)
        #expect(count("changed", "household") == 1)
        #expect(count("keys", "officer") == 1)
        // Every command of the first officer's ended with a lock.
        #expect(count("unlocked", nil) >= 6 && count("locked", nil) >= 6)
        // Whoever looks through the log is in it as well.
        #expect(try room.run(["audit", "--json", "--act", "exported"]).text.contains("\"type\":\"audit\""))
    }

    @Test("the recovery code is renewed by a command: the new paper opens, and who did it stands in the log")
    func recovery() throws {
        let room = try SealedCommandRoom()
        let made = try room.run(["officers", "recovery"])
        let groups = RecoveryCodeText.groups(in: made.messages)
        try #require(groups.count == 8)
        #expect(!made.text.contains(groups[0]))
        let paper = try room.room.folder.write(Array((groups.joined(separator: "-") + "\n").utf8), to: "paper")
        try room.room.run(
            "officers", "key", SealedCommandRoom.second, "--recovery", "--passphrase-file", paper,
            "--new-passphrase-file", room.secondFile
        ).expect(0)
        let reasons = try room.run(["audit", "--json", "--act", "keys"], as: .second).objects().compactMap {
            $0["reason"]?.text
        }
        #expect(reasons.contains("换恢复码"))
    }
}

/// A sealed notebook of two beat officers under commands.
struct SealedCommandRoom {
    enum Who { case first, second }

    static let first = "苏行简"
    static let second = "孟知远"
    let room: CommandRoom
    let firstFile: String
    let secondFile: String

    init() throws {
        room = try CommandRoom()
        firstFile = try room.folder.write(Array("老榆树下三只猫\n".utf8), to: "first")
        secondFile = try room.folder.write(Array("河边的石头很凉\n".utf8), to: "second")
        try room.run("init", "--room", "榆钱社区警务室", "--officer", Self.first, "--passphrase-file", firstFile).expect(0)
        try run(["officers", "add", Self.second, "--role", "1", "--new-passphrase-file", secondFile]).expect(0)
    }

    func run(_ arguments: [String], as who: Who = .first) throws -> CommandAnswer {
        let officer =
            who == .first
            ? ["--officer", Self.first, "--passphrase-file", firstFile]
            : ["--officer", Self.second, "--passphrase-file", secondFile]
        return try room.run(arguments + officer)
    }

    func add(_ arguments: String...) throws -> String {
        let answer = try run(["add"] + arguments)
        try answer.expect(0)
        return answer.lines.first ?? ""
    }
}
