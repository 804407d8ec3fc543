import Records
import TestSupport
import Testing

@Suite("Syncing by commands")
struct SyncCommandTests {
    private static let name = "苏行简"
    private static let passphrase = "老榆树下三只猫"

    /// A home with a stick, and a sealed notebook in `a` with a household.
    private func sealed() throws -> (room: CommandRoom, file: String, code: String) {
        var room = try CommandRoom()
        let file = try room.folder.write(Array((Self.passphrase + "\n").utf8), to: "passphrase")
        room.environment["BEATBOOK_STORE"] = "\(room.folder.path)/a"
        let made = try room.run("init", "--room", "榆钱社区警务室", "--officer", Self.name, "--passphrase-file", file)
        try made.expect(0)
        room.environment["BEATBOOK_OFFICER"] = Self.name
        let code = RecoveryCodeText.groups(in: made.messages).joined(separator: "-")
        try room.run("add", "household", "address=榆钱巷1号", "head=单翠萍", "--passphrase-file", file).expect(0)
        try mkdir(room, "stick")
        return (room, file, code)
    }

    private func mkdir(_ room: CommandRoom, _ name: String) throws {
        _ = try ToolRun("/bin/mkdir", ["-p", "\(room.folder.path)/\(name)"], environment: room.environment)
    }

    @Test("a second laptop joins with the passphrase or the recovery code, and gets everything")
    func joining() throws {
        let (room, file, code) = try sealed()
        let first = try room.run("sync", "stick", "--passphrase-file", file)
        try first.expect(0)
        #expect(first.text.contains("可以拔出") && first.messages.isEmpty)
        let wrong = try room.folder.write(Array("不是这一句话\n".utf8), to: "wrong")
        let refused = try room.run("join", "stick", "--store", "b", "--passphrase-file", wrong)
        #expect(refused.status == 1 && refused.messages.contains("不对"))
        try room.run("join", "stick", "--store", "b", "--passphrase-file", file).expect(0)
        let paper = try room.folder.write(Array(code.utf8), to: "paper")
        try room.run("join", "stick", "--store", "c", "--recovery", "--passphrase-file", paper).expect(0)
        for store in ["b", "c"] {
            let list = try room.run("list", "household", "--store", store, "--passphrase-file", file)
            #expect(list.text.contains("榆钱巷1号"))
        }
        #expect(try room.run("join", "stick", "--store", "b", "--passphrase-file", file).status == 1)
        // Nothing new, for a program.
        let again = try room.run("sync", "stick", "--store", "b", "--json", "--passphrase-file", file)
        try again.expect(0)
        let object = try #require(try again.objects().first)
        #expect(
            object["changes"]?.number == 0 && object["safe"]?.bool == true && object["findings"]?.list?.isEmpty == true)
    }

    @Test("what cannot be synced with says why, by its exit status too")
    func refusals() throws {
        let room = try CommandRoom.clear()
        let missing = try room.run("sync", "nowhere")
        #expect(missing.status == 1 && missing.messages.contains("找不到"))
        #expect(try room.run("sync", "nowhere", "--lang", "en").messages.contains("no such directory"))
        #expect(try room.run("sync").status == 64)
        try mkdir(room, "stick")
        try room.run("sync", "stick").expect(0)
        try room.run("init", "--clear", "--room", "别处", "--officer", "陶望舒", "--store", "other").expect(0)
        let foreign = try room.run("sync", "stick", "--store", "other")
        #expect(foreign.status == 2 && foreign.messages.contains("另一个单位"))
        #expect(try room.run("sync", "other").status == 1)
    }

    @Test("killed at any moment, it goes on where it was")
    func killed() throws {
        var room = try CommandRoom()
        room.environment["BEATBOOK_STORE"] = "\(room.folder.path)/a"
        try room.run("demo", "--no-open", "--records", "3000").expect(0)
        room.environment["BEATBOOK_OFFICER"] = nil
        for round in 0..<8 {
            try mkdir(room, "stick\(round)")
            // Later and later into it.
            let script =
                "\"$0\" sync stick\(round) >/dev/null 2>&1 & sleep 0.\(round)\(round); kill -9 $!; wait $! 2>/dev/null; true"
            _ = try ToolRun(
                "/bin/sh", ["-c", script, room.program], environment: room.environment, folder: room.folder.path)
            let again = try room.run("sync", "stick\(round)", "--json")
            try again.expect(0)
            #expect(try again.objects().first?["safe"]?.bool == true)
            let join =
                "\"$0\" join stick\(round) --store b\(round) >/dev/null 2>&1 & sleep 0.\(round)\(round); kill -9 $!; wait $! 2>/dev/null; true"
            _ = try ToolRun(
                "/bin/sh", ["-c", join, room.program], environment: room.environment, folder: room.folder.path)
            // Killed before it was a notebook, it is joined again; after that it goes on.
            if try room.run("join", "stick\(round)", "--store", "b\(round)").status != 0 {
                try room.run("sync", "stick\(round)", "--store", "b\(round)").expect(0)
            }
            try room.run("verify", "--store", "b\(round)").expect(0)
            let count = try room.run("list", "household", "--limit", "5000", "--store", "b\(round)", "--officer", "苏行简")
                .lines.count
            #expect(try count == room.run("list", "household", "--limit", "5000", "--officer", "苏行简").lines.count)
        }
        try room.run("verify").expect(0)
    }
}
