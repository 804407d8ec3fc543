import Records
import TestSupport
import Testing

@Suite("The notebook's files under commands")
struct StoreTests {
    @Test("While the notebook is open elsewhere it can be read, and writing names the process")
    func twoProcesses() throws {
        let room = try CommandRoom.clear()
        _ = try room.add("visit", "place=门", "outcome=1")
        try withTerminal(room.program, [], environment: room.environment) { session in
            try session.wait(for: "榆钱社区警务室")
            #expect(try room.run("list", "visit").lines.count == 1)
            let refused = try room.run("add", "visit", "place=门二", "outcome=1")
            #expect(refused.status == 2)
            #expect(refused.messages.contains("\(session.processID)"))
            let english = try room.run("undo", "--lang", "en")
            #expect(english.status == 2)
            #expect(english.messages.contains("process \(session.processID)"))
        }
        #expect(try room.run("list", "visit").lines.count == 1)
        try room.run("add", "visit", "place=门二", "outcome=1").expect(0)
    }

    @Test("The same seed makes the same fictional room, another seed another")
    func seeds() throws {
        func listed(_ seed: String) throws -> [UInt8] {
            var room = try CommandRoom.demo("--records", "300", "--seed", seed)
            room.environment["BEATBOOK_OFFICER"] = nil
            // Whoever must choose is told the names.
            let names = try room.run("list", "visit").messages.split { "：、\n".contains($0) }.dropFirst()
            #expect(!names.isEmpty)
            return try names.flatMap { name in
                try room.run("list", "household", "--json", "--limit", "50", "--officer", String(name)).output
                    + room.run("list", "visit", "--json", "--limit", "1000", "--officer", String(name)).output
            }
        }
        let first = try listed("7")
        #expect(first.count > 10_000)
        #expect(try listed("7") == first)
        #expect(try listed("8") != first)
    }

    @Test("Making a fictional room leaves one that is there alone, and shows no bar outside a terminal")
    func demoAgain() throws {
        let room = try CommandRoom.demo()
        let again = try room.run("demo", "--no-open")
        #expect(again.status == 1)
        #expect(try room.run("verify").status == 0)
        var other = room
        other.environment["BEATBOOK_STORE"] = room.folder.path + "/other"
        let made = try other.run("demo", "--no-open", "--records", "200")
        #expect(made.status == 0)
        #expect(!made.messages.contains("█"))
        #expect(try other.run("demo", "--no-open", "--records", "0").status == 64)
    }

    @Test("A fictional room never takes the place of a real notebook")
    func demoBesideReal() throws {
        var room = try CommandRoom.clear()
        room.environment["BEATBOOK_STORE"] = room.folder.path + "/data/beatbook/default"
        let answer = try room.run("demo", "--lang", "en")
        #expect(answer.status == 1)
        #expect(answer.messages.contains("left alone"))
        #expect(try room.run("list", "officer").lines.count == 1)
    }

    @Test("Verify counts what it checked, and finds a byte that was changed")
    func verify() throws {
        let room = try CommandRoom.demo()
        let sound = try #require(try room.run("verify", "--json").objects().first)
        #expect(sound["segments"]?.number ?? 0 > 0)
        #expect(sound["changes"]?.number ?? 0 > 100)
        #expect(sound["findings"]?.list?.isEmpty == true)

        let path = try #require(segment(in: room.folder.path + "/demo"))
        var bytes = try ScratchFolder.read(path)
        bytes[bytes.count / 2] ^= 0x01
        let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        let name = String(path.split(separator: "/").last ?? "")
        let stick = room.folder.path + "/stick"
        _ = try ToolRun("cp", ["-r", room.folder.path + "/demo", stick], environment: room.environment)
        let damage = try room.folder.write(bytes, to: "damaged")
        _ = try ToolRun("cp", ["-f", damage, folder + "/" + name], environment: room.environment)
        let damaged = try room.run("verify")
        #expect(damaged.status == 2)
        #expect(damaged.text.contains(name) || damaged.messages.contains(name))
        #expect(damaged.messages.contains("不要删除"))

        let searched = try room.run("verify", "--json", "--from", stick)
        #expect(searched.status == 2)
        let finding = try #require(
            try searched.objects().first?["findings"]?.list?.first { $0["file"]?.text?.hasSuffix(name) == true })
        #expect(finding["kind"]?.text?.hasPrefix("damaged-") == true && finding["loss"]?.bool != nil)
        #expect(finding["copies"]?.list == [.text(stick)])
        for member in ["meaning", "remedy"] {
            #expect(finding[member]?["zh"]?.text?.isEmpty == false && finding[member]?["en"]?.text?.isEmpty == false)
        }
        #expect(finding["remedy"]?["zh"]?.text?.contains(stick) == true)
        // A place without a good copy is not named.
        let empty = try room.run("verify", "--from", room.folder.path + "/nowhere")
        #expect(empty.status == 2 && !empty.text.contains("nowhere") && empty.text.contains("--from"))
    }

    @Test("A store that is no notebook, or whose description is gone, ends with 2")
    func foreign() throws {
        let room = try CommandRoom()
        let store = room.folder.path + "/foreign"
        _ = try ToolRun("mkdir", [store], environment: room.environment)
        #expect(try room.run("list", "visit", "--store", store).status == 2)
        _ = try ToolRun("sh", ["-c", "echo nonsense > \(store)/store.json"], environment: room.environment)
        for command in [["list", "visit"], ["verify"], ["doctor"]] {
            let answer = try room.run(command + ["--store", store])
            #expect(answer.status == 2, "\(command)")
        }
    }

    @Test("Output that cannot be written is a failure")
    func fullOutput() throws {
        let room = try CommandRoom.demo()
        let answer = try room.run(["list", "visit"], output: "/dev/full")
        #expect(answer.status == 1)
        #expect(answer.messages.contains("没有写完"))
    }

    @Test("The doctor names each thing with a state, and refuses an encoding that cannot hold Chinese")
    func doctor() throws {
        var room = try CommandRoom.clear()
        let answer = try room.run("doctor", "--json")
        #expect(answer.status == 0)
        let checks = try answer.objects()
        for name in ["locale", "term", "size", "swap", "core", "disk", "store", "access", "holidays"] {
            let found = checks.first { $0["check"]?.text == name }
            let check = try #require(found, "\(name)")
            #expect(["ok", "warning", "error"].contains(check["state"]?.text))
            #expect(check["zh"]?.text != check["en"]?.text)
        }
        room.environment["LC_ALL"] = "C"
        room.environment["TERM"] = "dumb"
        let unfit = try room.run("doctor", "--lang", "en")
        #expect(unfit.status == 1)
        #expect(unfit.text.contains("only UTF-8 and GB18030"))
        #expect(unfit.text.contains("TERM=dumb"))
    }

    @Test("On a terminal the doctor measures the widths and leaves the line clean")
    func doctorOnTerminal() throws {
        let room = try CommandRoom.clear()
        try withTerminal(room.program, ["doctor"], environment: room.environment) { session in
            let ending = try session.waitForExit()
            #expect(ending == .exited(0))
            let text = session.screen.text.joined(separator: "\n")
            #expect(text.contains("80×24"))
            #expect(text.contains("“中”占 2 列") || text.contains("没有回答"))
        }
    }

    @Test("A damaged holiday table is named and does not stand in the way")
    func holidays() throws {
        let room = try CommandRoom.clear()
        let folder = room.folder.path + "/conf/beatbook"
        _ = try ToolRun("mkdir", ["-p", folder], environment: room.environment)
        _ = try ToolRun("sh", ["-c", "echo '{' > \(folder)/holidays.json"], environment: room.environment)
        let answer = try room.run("tasks")
        #expect(answer.status == 0)
        #expect(answer.messages.contains("holidays.json"))
    }

    private func segment(in folder: String) -> String? {
        for name in ScratchFolder.names(in: folder) {
            let path = folder + "/" + name
            if name.hasSuffix(".jsonl"), path.contains("/general/segments/") { return path }
            if let found = segment(in: path) { return found }
        }
        return nil
    }
}
