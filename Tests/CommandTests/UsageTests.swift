import Records
import TestSupport
import Testing

@Suite("What was typed wrong is said in the officer's language")
struct UsageTests {
    @Test(
        "Wrong usage is explained in Chinese and in English, and ends with 64",
        arguments: [
            (["list", "household", "--jsonn"], "没有选项 --jsonn。是否想写 --json？", "Unknown option '--jsonn'"),
            (["types", "--qqqqqq"], "没有选项 --qqqqqq。", "Unknown option '--qqqqqq'"),
            (["list"], "少写了 <type>。", "Missing expected argument '<type>'"),
            (["list", "household", "--limit"], "--limit <limit> 后面要写一个值。", "Missing value for '--limit <limit>'"),
            (["list", "household", "x"], "多写了“x”。", "Unexpected argument 'x'"),
            (["list", "household", "x", "y"], "多写了“x”、“y”。", "2 unexpected arguments: 'x', 'y'"),
            (["list", "household", "--limit", "abc"], "--limit <limit> 不能是“abc”。", "The value 'abc' is invalid"),
            (["types", "--lang=xx"], "--lang <lang> 不能是“xx”，可写 zh、en。", "Please provide one of 'zh' and 'en'"),
            (["list", "household", "--json=3"], "--json 后面不带值，去掉“3”。", "does not take any value"),
        ])
    func usage(arguments: [String], zh: String, en: String) throws {
        let room = try CommandRoom.clear()
        let chinese = try room.run(arguments)
        #expect(chinese.status == 64)
        #expect(chinese.messages.contains(zh), "\(chinese.messages)")
        #expect(chinese.messages.contains("用法："))
        #expect(chinese.messages.contains("详见 beatbook"))
        for word in ["Error", "Usage", "See "] { #expect(!chinese.messages.contains(word)) }
        guard !arguments.contains("--lang=xx") else { return }
        let english = try room.run(arguments + ["--lang", "en"])
        #expect(english.status == 64)
        if !arguments.contains("--limit") || arguments.contains("abc") {
            #expect(english.messages.contains(en), "\(english.messages)")
        }
        #expect(!english.messages.contains("用法"))
    }

    @Test("Help speaks Chinese to its headings")
    func help() throws {
        let room = try CommandRoom.clear()
        for arguments in [["--help"], ["list", "--help"], ["help", "demo"]] {
            let answer = try room.run(arguments)
            #expect(answer.status == 0)
            for word in ["OVERVIEW", "USAGE", "OPTIONS", "Show ", "(default", "See "] {
                #expect(!answer.text.contains(word), "\(arguments): \(word)")
            }
            #expect(answer.text.contains("用法："))
        }
        #expect(try room.run("list", "--help", "--lang", "en").text.contains("USAGE: "))
    }

    @Test("The beginning of an identity names its record; one that fits several is asked to go on")
    func prefix() throws {
        let room = try CommandRoom.clear()
        let id = try room.add("household", "address=老榆里3号楼501室", "head=单翠萍")
        #expect(try room.run("show", String(id.prefix(6))).text.contains("单翠萍"))
        #expect(try room.run("show", id.prefix(8).uppercased()).text.contains("单翠萍"))
        #expect(try room.run("show", String(id.prefix(5))).status == 1)
        try room.run("set", String(id.prefix(10)), "people=3").expect(0)
        #expect(try room.run("history", String(id.prefix(6))).status == 0)
    }

    @Test("A door is understood without its entrance, on the command line as in a find")
    func door() throws {
        let room = try CommandRoom.clear()
        let id = try room.add("household", "address=老榆里3号楼2单元501室", "head=单翠萍")
        _ = try room.add("household", "address=老榆里3号楼2单元601室", "head=解大勇")
        let visit = try room.add("visit", "household=老榆里3号楼501", "outcome=1")
        #expect(try room.run("show", visit, "--json").objects().first?["values"]?["household"]?.text == id)
        #expect(try room.run("search", "老榆里3号楼501").lines.count == 1)
    }

    @Test("Another day without the day is refused, and so are years that cannot be and names without an end")
    func bounds() throws {
        let room = try CommandRoom.clear()
        let later = try room.run("add", "visit", "place=门一", "outcome=4")
        #expect(later.status == 1)
        #expect(later.messages.contains("next_date"))
        try room.run("add", "visit", "place=门一", "outcome=4", "next_date=+3").expect(0)
        let old = try room.run("add", "household", "address=a1号", "head=甲", "moved_in=1890-01-01")
        #expect(old.status == 1)
        #expect(old.messages.contains("1890"))
        let member = ["address=a1号", "head=甲", "members[0].name=乙", "members[0].birth_year=1850"]
        #expect(try room.run(["add", "household"] + member).messages.contains("出生年份不对"))
        let party = [
            "title=漏水", "category=01", "source=1", "place=a", "facts=b", "parties[0].name=甲",
            "parties[0].birth_year=1850", "parties[1].name=乙",
        ]
        #expect(try room.run(["add", "mediation"] + party).messages.contains("出生年份不对"))
        let long = try room.run("add", "household", "address=a1号", "head=\(String(repeating: "长", count: 51))")
        #expect(long.status == 1)
        #expect(long.messages.contains("50"))
        try room.run("add", "household", "address=a1号", "head=\(String(repeating: "长", count: 50))").expect(0)
    }

    @Test("A second household behind a door is warned of and not forbidden, and the warning names nobody")
    func secondHousehold() throws {
        let room = try CommandRoom.clear()
        try room.run("add", "household", "address=老榆里3号楼2单元501室", "head=单翠萍").expect(0)
        let second = try room.run("add", "household", "address=老榆里3号楼501", "head=解大勇")
        #expect(second.status == 0)
        #expect(second.messages.contains("已登记一户"))
        #expect(!second.messages.contains("单翠萍"))
        let other = try room.run("add", "household", "address=老榆里3号楼502", "head=区文谦")
        #expect(!other.messages.contains("已登记一户"))
    }

    @Test("The register of households does not leave as a list: a screenful at a time, and as JSON only narrowed")
    func register() throws {
        let room = try CommandRoom.clear()
        let lines = (1...60).map { #"{"address":"榆钱里\#($0 <= 40 ? 1 : 2)号楼\#($0)室","head":"甲"}"# + "\n" }
        try room.run(["add", "household", "-"], input: Array(lines.joined().utf8)).expect(0)
        let listed = try room.run("list", "household")
        #expect(listed.lines.count == 50)
        #expect(listed.messages.contains("一次最多列 50 户"))
        let whole = try room.run("list", "household", "--json", "--limit", "1000")
        #expect(whole.status == 1)
        #expect(whole.output.isEmpty)
        #expect(try room.run("list", "household", "--json", "--where", "building=1号楼").objects().count == 40)
        #expect(try room.run("list", "household", "--json", "--limit", "3").objects().count == 3)
        #expect(try room.run("list", "officer", "--json", "--limit", "1000").status == 0)
    }

    @Test("Fields are explained in one language: kinds and conditions too")
    func fields() throws {
        let room = try CommandRoom.clear()
        for type in ["visit", "household", "mediation", "followup"] {
            let text = try room.run("fields", type).text
            for word in ["required", "is set", "one of", "long-text", "choice;", "not ("] {
                #expect(!text.contains(word), "\(type): \(word)")
            }
        }
        let visit = try room.run("fields", "visit")
        #expect(visit.text.contains("household  户  一条记录 → household; 必填条件：place 未填"))
        #expect(visit.lines.contains("    .kind  类别  单选; 必填"))
        #expect(visit.lines.contains("        1  服务"))
        #expect(try room.run("fields", "visit", "--lang", "en").text.contains("required when place is empty"))
        #expect(try room.run("fields", "visit", "--json").text.contains("not (place is set)"))
    }
}
