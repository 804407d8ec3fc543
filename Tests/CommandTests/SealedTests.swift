import Records
import TestSupport
import Testing

@Suite("A sealed notebook under commands")
struct SealedTests {
    private static let name = "苏行简"
    private static let passphrase = "老榆树下三只猫"

    /// A home with a sealed notebook, and the file with its passphrase.
    private func sealed() throws -> (room: CommandRoom, file: String, code: String) {
        var room = try CommandRoom()
        let file = try room.folder.write(Array((Self.passphrase + "\n").utf8), to: "passphrase")
        let made = try room.run("init", "--room", "榆钱社区警务室", "--officer", Self.name, "--passphrase-file", file)
        try made.expect(0)
        room.environment["BEATBOOK_OFFICER"] = Self.name
        let groups = RecoveryCodeText.groups(in: made.messages)
        try #require(groups.count == 8)
        // The code goes to standard error alone: a script that keeps the answer does not keep it.
        #expect(!made.text.contains(groups[0]))
        return (room, file, groups.joined(separator: "-"))
    }

    @Test("is made by default, is read with the passphrase from a file or a descriptor, and by nothing else")
    func story() throws {
        let (room, file, _) = try sealed()
        let saved = try room.run("add", "visit", "place=老榆里门口", "outcome=1", "--passphrase-file", file)
        try saved.expect(0)
        #expect(try room.run("list", "visit", "--passphrase-file", file).text.contains("老榆里门口"))
        let descriptor = ToolRunScript.run(room, "list visit --passphrase-file /dev/fd/3 3< \(file)")
        #expect(try descriptor.get().contains("老榆里门口"))
        #expect(try room.run("verify", "--passphrase-file", file).status == 0)
        let silent = try room.run("list", "visit")
        #expect(silent.status == 64)
        #expect(silent.messages.contains("--passphrase-file"))
        var variable = room
        variable.environment["BEATBOOK_PASSPHRASE"] = Self.passphrase
        #expect(try variable.run("list", "visit").status == 64)
        let doctor = try room.run("doctor")
        #expect(doctor.text.contains("锁定中"))
    }

    @Test("gives the same answer to a wrong name and a wrong passphrase")
    func wrong() throws {
        let (room, file, _) = try sealed()
        let other = try room.folder.write(Array("不是这一句话\n".utf8), to: "other")
        let passphrase = try room.run("list", "officer", "--passphrase-file", other)
        let name = try room.run("list", "officer", "--passphrase-file", file, "--officer", "不在的")
        #expect(passphrase.status == 1)
        #expect(passphrase.status == name.status)
        // The wait grows from command to command; nothing else differs.
        #expect(passphrase.messages.contains("1 秒") && name.messages.contains("2 秒"))
        #expect(passphrase.messages.filter { !$0.isNumber } == name.messages.filter { !$0.isNumber })
        #expect(passphrase.text.isEmpty)
        #expect(try room.run("list", "officer", "--passphrase-file", "/nowhere").status == 64)
    }

    @Test("has officers who are added and retired, and passphrases that are changed or lost")
    func officers() throws {
        let (room, file, code) = try sealed()
        let second = try room.folder.write(Array("stones by the river\n".utf8), to: "second")
        let weak = try room.folder.write(Array("1234\n".utf8), to: "weak")
        #expect(
            try room.run(
                "officers", "add", "陶望舒", "--role", "2", "--passphrase-file", file, "--new-passphrase-file", weak
            ).status == 1)
        try room.run(
            "officers", "add", "陶望舒", "--role", "2", "--passphrase-file", file, "--new-passphrase-file", second
        ).expect(0)
        let list = try room.run("officers", "list", "--passphrase-file", file, "--json").objects()
        #expect(list.compactMap { $0["restricted"]?.bool } == [true, false])
        let refused = try room.run(
            "officers", "retire", Self.name, "--passphrase-file", second, "--officer", "陶望舒")
        #expect(refused.status == 1)
        try room.run("officers", "retire", "陶望舒", "--passphrase-file", file).expect(0)
        #expect(try room.run("list", "visit", "--passphrase-file", second, "--officer", "陶望舒").status == 1)
        try room.run("passphrase", "--passphrase-file", file, "--new-passphrase-file", second).expect(0)
        #expect(try room.run("officers", "--passphrase-file", file).status == 1)
        let paper = try room.folder.write(Array((code + "\n").utf8), to: "paper")
        try room.run(
            "officers", "key", Self.name, "--recovery", "--passphrase-file", paper, "--new-passphrase-file", file
        ).expect(0)
        #expect(try room.run("officers", "--passphrase-file", file).text.contains(Self.name))
        #expect(try room.run("lock").status == 0)
    }
}

/// Runs a command line of a shell in a room.
private enum ToolRunScript {
    static func run(_ room: CommandRoom, _ line: String) -> Result<String, any Error> {
        Result {
            let run = try ToolRun(
                "/bin/sh", ["-c", "exec \"$0\" " + line, room.program], environment: room.environment,
                folder: room.folder.path)
            return CommandAnswer(run).text
        }
    }
}
