import Records
import TestSupport
import Testing

@Suite("What is refused, hidden or not told")
struct AccessTests {
    @Test("An unsealed notebook refuses a follow-up before all else, and says why and where it belongs")
    func clearStore() throws {
        let room = try CommandRoom.clear()
        let answer = try room.run("add", "followup", "kind=F01")
        #expect(answer.status == 1)
        let first = answer.messages.split(separator: "\n").first.map(String.init) ?? ""
        #expect(first.contains("电脑丢失就会泄露"))
        #expect(first.contains("口令"))
        #expect(try room.run("list", "followup").status == 1)
    }

    @Test("An unsealed notebook refuses ID numbers and does not repeat them")
    func idNumber() throws {
        let room = try CommandRoom.clear()
        let number = "11010519491231002X"
        let answer = try room.run(
            "add", "household", "address=a1号", "head=单翠萍", "members[0].name=单翠萍", "members[0].id_number=\(number)",
            "members[0].id_form=某表")
        #expect(answer.status == 1)
        #expect(answer.messages.contains("未加密的本子不记身份号码"))
        #expect(answer.messages.contains("members[0].id_number"))
        #expect(!answer.messages.contains(number))
    }

    @Test("In the fictional room each missing piece of a follow-up is named with its field")
    func missingPieces() throws {
        let room = try CommandRoom.demo()
        let answer = try room.run("add", "followup", "kind=F10", "--lang", "en")
        #expect(answer.status == 1)
        for name in [
            "basis_type", "basis_number", "basis_issuer", "basis_date", "purpose", "lead_body", "start", "end",
        ] {
            #expect(answer.messages.contains(" \(name): "), "\(name)")
        }
        #expect(!answer.messages.contains("RIGHTS"))
        #expect(!answer.messages.contains("unsealed"))
    }

    @Test("A hidden value stays hidden until it is asked for, in words and as JSON")
    func masked() throws {
        let room = try CommandRoom.clear()
        let phone = "13000000001"
        let household = try room.add("household", "address=老榆里3号楼501室", "head=单翠萍", "phone=\(phone)")
        for arguments in [
            ["show", household], ["show", household, "--json"], ["history", household],
            ["history", household, "--json"], ["list", "household", "--json"],
        ] {
            let hidden = try room.run(arguments)
            #expect(!hidden.text.contains(phone), "\(arguments)")
            #expect(arguments[0] == "list" || hidden.text.contains("****0001"), "\(arguments)")
            #expect(try room.run(arguments + ["--reveal"]).text.contains(phone), "\(arguments)")
        }
        // What is hidden comes back as it was when the record is written as it was shown.
        let shown = try room.run("show", household, "--json").output
        let changed = String(decoding: shown, as: UTF8.self).replacing("单翠萍", with: "解大勇")
        try room.run(["set", household, "-"], input: Array(changed.utf8)).expect(0)
        #expect(try room.run("show", household, "--reveal").text.contains(phone))
        #expect(try room.run("show", household).text.contains("解大勇"))
    }

    @Test("What a role may not read is not there for it")
    func roles() throws {
        var room = try CommandRoom.demo()
        let household = try room.run("list", "household", "--json", "--limit", "1").objects().first?["id"]?.text
        let id = try #require(household)
        let missing = try room.run("show", "0000000000000000000000000z")
        let officers = try room.run("list", "officer", "--json").objects()
        let mediator = try #require(officers.first { $0["values"]?["role"]?.text == "3" }?["values"]?["name"]?.text)
        room.environment["BEATBOOK_OFFICER"] = mediator
        let hidden = try room.run("show", id)
        #expect(hidden.status == 1)
        #expect(hidden.messages == missing.messages)
        #expect(try room.run("list", "household").status == 1)
        #expect(try room.run("history", id).status == 1)
        #expect(try room.run("delete", id).status == 1)
        #expect(try room.run("search", "老榆里").text.contains("老榆里3号楼") == false)
        #expect(try room.run("add", "household", "address=x1号", "head=单翠萍").status == 1)
        #expect(try room.run("list", "mediation").status == 0)
    }

    @Test("Who acts must be said when several are in office, and must be one of them")
    func officer() throws {
        var room = try CommandRoom.demo()
        room.environment["BEATBOOK_OFFICER"] = nil
        let unsaid = try room.run("list", "visit")
        #expect(unsaid.status == 64)
        #expect(unsaid.messages.contains("苏行简"))
        #expect(try room.run("list", "visit", "--officer", "sxj").status == 0)
        let stranger = try room.run("list", "visit", "--officer", "不在的人", "--lang", "en")
        #expect(stranger.status == 1)
        #expect(stranger.messages.contains("nobody in office"))
    }

    @Test("Control characters are refused, and what was typed does not reach the terminal raw")
    func controlCharacters() throws {
        let room = try CommandRoom.clear()
        for answer in [
            try room.run("add", "visit", "place=门\u{1B}[2J\u{202E}牌", "outcome=1"),
            try room.run("add", "visit", "place=门牌", "outcome=2", "notes=一\u{1B}]0;x\u{07}\n二"),
        ] {
            #expect(answer.status == 1)
            #expect(answer.messages.contains("控制字符"))
            #expect(
                !(answer.text + answer.messages).unicodeScalars.contains { [0x1B, 0x07, 0x202E].contains($0.value) })
        }
        #expect(try room.run("search", "门\u{1B}[2J").output.contains(0x1B) == false)
    }
}
