import Records
import Testing

@Suite("Pinyin")
struct PinyinTests {
    @Test(
        "letters find a name by any reading",
        arguments: [
            ("单翠萍", ["scp", "dcp", "ccp", "shancui", "shancuiping", "SCP", "ｓｃｐ", "shan cp", "cuip", "p"]),
            ("𠮷田野", ["jty"]), ("万俟清", ["mqq", "wsq", "moqiqing"]), ("尉迟敬", ["ycj", "wcj"]), ("单于飞", ["cyf", "syf"]),
            ("哈丽曼·托合提江", ["hlm", "thtj", "hlmthtj", "halimantuohe"]), ("么红", ["yh", "mh"]), ("翟明", ["zm", "dm"]),
            ("Anna李", ["annal", "annali"]), ("吕布", ["lb", "lvbu", "lübu"]), ("老榆里3号楼", ["lyl3hl", "yl3"]),
        ])
    func matches(_ name: String, _ queries: [String]) {
        for query in queries {
            #expect(Pinyin.matches(query: query, text: name, isName: true) != nil, "\(query)")
        }
    }

    @Test(
        "letters that are not in a name do not find it",
        arguments: [("单翠萍", "sp"), ("单翠萍", "scpx"), ("单翠萍", ""), ("单翠萍", "翠"), ("", "s"), ("🏠", "f"), ("李", "lii")])
    func misses(_ name: String, _ query: String) {
        #expect(Pinyin.matches(query: query, text: name, isName: true) == nil)
    }

    @Test("the surname's own reading comes first, then the character's others")
    func order() throws {
        let own = try #require(Pinyin.matches(query: "scp", text: "单翠萍", isName: true))
        let usual = try #require(Pinyin.matches(query: "dcp", text: "单翠萍", isName: true))
        #expect(own < usual)
        #expect(own.place == .start)
        let part = try #require(Pinyin.matches(query: "thtj", text: "哈丽曼·托合提江", isName: true))
        #expect(part.place == .part)
        let inside = try #require(Pinyin.matches(query: "cp", text: "单翠萍", isName: true))
        #expect(inside.place == .inside)
        #expect(inside.range == 3..<9)
    }

    @Test("in ordinary text a surname is read as a character")
    func ordinary() {
        #expect(Pinyin.matches(query: "yf", text: "么法", isName: false) == nil)
        #expect(Pinyin.matches(query: "mf", text: "么法", isName: false) != nil)
    }

    @Test(
        "surnames are read as surnames",
        arguments: [
            ("单", "shan"), ("解", "xie"), ("仇", "qiu"), ("查", "zha"), ("盖", "ge"), ("区", "ou"), ("繁", "po"),
            ("曾", "zeng"),
            ("覃", "qin"), ("翟", "zhai"), ("乐", "yue"), ("朴", "piao"), ("种", "chong"), ("阚", "kan"), ("适", "kuo"),
            ("尉", "wei"), ("万俟", "mo qi"), ("尉迟", "yu chi"), ("长孙", "zhang sun"), ("闾丘", "lv qiu"),
        ])
    func surnames(_ surname: String, _ reading: String) {
        let spots = Pinyin.spots(of: surname + "国", isName: true)
        let read = spots.prefix(surname.count).compactMap { $0.readings.first }.map { Pinyin.syllable($0) }
        #expect(read.joined(separator: " ") == reading)
    }

    @Test(
        "both readings of a surname are found where both are in use", arguments: [("覃", "t"), ("翟", "d"), ("郇", "h")])
    func bothInUse(_ surname: String, _ initial: String) {
        #expect(Pinyin.initials(ofName: surname + "伟")[0].contains(Character(initial)))
    }

    @Test("every character of the blocks in use has a reading, and rare ones too")
    func coverage() {
        let common = (0x4E00...0x9FA5).compactMap { Unicode.Scalar($0) }
        #expect(common.filter { Pinyin.usualReading(of: $0) == nil }.count < 60)
        #expect(Pinyin.readings(of: "龘") == ["da"])
        #expect(Pinyin.readings(of: "𠮷") == ["ji"])
        #expect(Pinyin.readings(of: "单") == ["dan", "chan", "shan"])
        #expect(Pinyin.readings(of: "中") == ["zhong"])
        #expect(Pinyin.readings(of: "A").isEmpty)
    }

    @Test("names sort by pinyin, the surname read as one")
    func sorting() {
        let names = ["单翠萍", "赵一", "林二", "李三", "仇国栋", "曾四", "阿依"]
        let sorted = names.sorted { Pinyin.sortKey(of: $0, isName: true) < Pinyin.sortKey(of: $1, isName: true) }
        #expect(sorted == ["阿依", "李三", "林二", "仇国栋", "单翠萍", "曾四", "赵一"])
    }

    @Test(
        "names without Chinese characters and empty ones do no harm", arguments: ["", "·", "🏠", " ", "Ω", "\u{10FFFF}"])
    func harmless(_ name: String) {
        #expect(Pinyin.initials(ofName: name).isEmpty)
        #expect(Pinyin.matches(query: "a", text: name, isName: true) == nil)
    }
}
