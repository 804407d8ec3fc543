import Index
import Records
import Testing

@Suite("Finding")
struct SearchTests {
    let index: Index
    var notebook = Notebook(seed: 7)

    init() throws {
        index = try Notebook.index()
        let households: [(String, String, String)] = [
            ("单翠萍", "老榆里", "13000000001"), ("𠮷田野", "槐树胡同", "13000000002"), ("万俟清", "苇岸小区", "0000-1234567"),
            ("哈丽曼·托合提江", "北塘街道", ""), ("龘小强", "老榆里", ""), ("\u{30000}王", "老榆里", ""), ("么红", "老榆里", ""),
            ("Anna Lee", "老榆里", ""), ("李🏠明", "老榆里", ""),
        ]
        for (head, street, phone) in households {
            let made = try notebook.create(
                "household",
                [
                    "head": .text(head), "street": .text(street), "phone": .text(phone),
                    "id_number": head == "单翠萍" ? .text("11010519491231002X") : .null,
                ])
            try index.apply(made.change)
        }
        for (notes, number, officer) in [
            ("楼道里漏水，墙皮掉了约2平方米，ＡＢＣ公司", "V2026-A0012", "me"), ("谈了高血压 \"吃药\" 3号楼502室", "V2026-A0120", "you"),
        ] {
            let made = try notebook.create(
                "visit",
                [
                    "notes": .text(notes), "number": .text(number), "officer": .text(officer),
                    "date": .text("2026-11-0\(officer.count)"), "outcome": .text("1"),
                ])
            try index.apply(made.change)
        }
    }

    private func found(_ text: String, policy: SearchPolicy = Notebook.everything) throws -> [String] {
        try index.search(SearchQuery(text, policy: policy)).flatMap { group in
            group.hits.map { $0.record.values["head"].text ?? $0.record.values["number"].text ?? "?" }
        }.sorted()
    }

    @Test(
        "a household is found by characters, initials and readings",
        arguments: [
            ("翠", "单翠萍"), ("翠萍", "单翠萍"), ("scp", "单翠萍"), ("dcp", "单翠萍"), ("ccp", "单翠萍"), ("shancui", "单翠萍"),
            ("shancuip", "单翠萍"), ("SCP", "单翠萍"), ("ｓｃｐ", "单翠萍"), ("jty", "𠮷田野"), ("𠮷", "𠮷田野"), ("𠮷田", "𠮷田野"),
            ("mqq", "万俟清"), ("wsq", "万俟清"), ("moqi", "万俟清"), ("hlm", "哈丽曼·托合提江"), ("thtj", "哈丽曼·托合提江"),
            ("hlmthtj", "哈丽曼·托合提江"), ("哈丽曼·托", "哈丽曼·托合提江"), ("哈丽曼•托合", "哈丽曼·托合提江"),
            ("哈丽曼・托合", "哈丽曼·托合提江"), ("哈丽曼．托合", "哈丽曼·托合提江"), ("哈丽曼‧托合", "哈丽曼·托合提江"), ("龘", "龘小强"),
            ("\u{30000}", "\u{30000}王"), ("yh", "么红"), ("anna", "Anna Lee"), ("LEE", "Anna Lee"), ("🏠", "李🏠明"),
            ("13000000001", "单翠萍"), ("0001", "单翠萍"), ("30000000", "单翠萍"), ("1234567", "∅"), ("4567", "万俟清"),
            ("00001234567", "万俟清"), ("11010519491231002x", "单翠萍"), ("110105", "∅"), ("1949", "∅"), ("00000", "∅"),
        ])
    func households(_ text: String, _ name: String) throws {
        let found = try found(text)
        if name == "∅" {
            #expect(found.isEmpty)
        } else if text == "30000000" || text == "0001" {
            #expect(found.contains(name))
        } else {
            #expect(found == [name])
        }
    }

    @Test(
        "a visit is found by its words and number",
        arguments: [
            ("漏水", "V2026-A0012"), ("漏", "V2026-A0012"), ("水墙皮", "V2026-A0012"), ("abc公司", "V2026-A0012"),
            ("ab", "V2026-A0012"), ("漏水 平方", "V2026-A0012"), ("\"吃药\"", "V2026-A0120"), ("3号楼502", "V2026-A0120"),
            ("50", "V2026-A0120"), ("A0012", "V2026-A0012"), ("0012", "V2026-A0012"), ("v2026-a0120", "V2026-A0120"),
            ("120", "V2026-A0120"),
        ])
    func visits(_ text: String, _ number: String) throws {
        #expect(try found(text) == [number])
    }

    @Test(
        "text that is nothing to look for finds nothing and never fails",
        arguments: [
            "", " ", "\"", "\"\"", "*", "''", "NEAR", "NEAR(", "AND", "OR NOT", "**", "col:", "{name} : x", "-", "^x",
            "(", ")",
            "🤷🏽‍♀️", "\u{1}", "\u{2}\u{1F}", "\u{0}", "%_", "漏水\" OR name:\"单", "\u{FFFD}", "zzzzzzzzzzzzzzzzzzzz",
            String(repeating: "长", count: 5000), String(repeating: "xian", count: 60),
        ])
    func garbage(_ text: String) throws {
        #expect(try found(text).isEmpty)
    }

    @Test("a policy decides which types, fields and whose records are searched")
    func policy() throws {
        #expect(try found("翠萍", policy: SearchPolicy([:])).isEmpty)
        #expect(try found("翠萍", policy: SearchPolicy(["household": [.init(roles: [.short, .phone])]])).isEmpty)
        let mine = SearchPolicy(["visit": [.init(roles: [.text], scope: "me")]])
        #expect(try found("楼", policy: mine) == ["V2026-A0012"])
        let day = try #require(CalendarDay("2026-11-03"))
        let late = SearchPolicy(["visit": [.init(roles: [.text], since: .init(field: "date", day: day))]])
        #expect(try found("楼", policy: late) == ["V2026-A0120"])
    }

    @Test("a hit says where it is, in bytes")
    func ranges() throws {
        let groups = try index.search(SearchQuery("翠萍", policy: Notebook.everything))
        let hit = try #require(groups.first?.hits.first)
        #expect(hit.path == FieldPath("head"))
        #expect(hit.ranges == [3..<9])
        let initials = try index.search(SearchQuery("cp", policy: Notebook.everything))
        #expect(initials.first?.hits.first?.ranges == [3..<9])
        let words = try index.search(SearchQuery("楼 abc", policy: Notebook.everything))
        let text = try #require(words.first?.hits.first)
        let notes = Array((text.record.values["notes"].text ?? "").utf8)
        #expect(text.ranges.map { String(decoding: notes[$0], as: UTF8.self) } == ["楼", "ＡＢＣ"])
    }

    @Test("many hits are counted up to 200 only")
    mutating func many() throws {
        for number in 0..<260 {
            try index.apply(
                notebook.create(
                    "visit", ["notes": .text("电动车进楼"), "date": .text("2026-01-01"), "number": .text("V\(number)")]
                )
                .change)
        }
        let group = try #require(try index.search(SearchQuery("电动车", policy: Notebook.everything)).first)
        #expect(group.count == 200)
        #expect(group.hasMore)
        #expect(group.hits.count == 20)
    }

    @Test("what is changed or deleted is not found any more by its old words")
    mutating func edited() throws {
        let made = try notebook.create("household", ["head": .text("甄一二")])
        try index.apply(made.change)
        #expect(try found("甄一") == ["甄一二"])
        let record = try #require(try index.record(made.id))
        var values = record.values
        values["head"] = .text("贾三四")
        try index.apply(notebook.change(record.edits(to: values)))
        #expect(try found("甄一").isEmpty)
        #expect(try found("jss") == ["贾三四"])
        let edited = try #require(try index.record(made.id))
        try index.apply(notebook.change([edited.deletion()]))
        #expect(try found("贾三四").isEmpty)
        let deleted = try #require(try index.record(made.id))
        try index.apply(notebook.change([deleted.restoration(as: "household")]))
        #expect(try found("贾三四") == ["贾三四"])
    }
}
