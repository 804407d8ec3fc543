import Index
import Records
import Testing

@Suite("Lists")
struct ListTests {
    let index: Index
    var notebook = Notebook(seed: 11)

    init() throws { index = try Notebook.index() }

    private mutating func add(_ type: TypeID, _ rows: [[String: Value]]) throws -> [RecordID] {
        try rows.map { row in
            let made = try notebook.create(type, row)
            try index.apply(made.change)
            return made.id
        }
    }

    @Test("house numbers, stems and numerals stand in their natural order")
    mutating func natural() throws {
        let buildings = ["10号", "2号", "乙栋", "甲栋", "丙栋", "十二组", "三组", "２号西", "1-2-301", "1-10-101", "", "a座", "B座"]
        _ = try add("household", buildings.map { ["street": .text("老榆里"), "building": .text($0)] })
        let listed = try index.list(ListQuery("household"), limit: 100).records.map { $0.values["building"].text ?? "" }
        #expect(
            listed == ["", "1-2-301", "1-10-101", "2号", "２号西", "三组", "10号", "十二组", "a座", "B座", "甲栋", "乙栋", "丙栋"])
        let groups = try index.groups(by: "block", ListQuery("household"))
        #expect(groups.count == buildings.count)
        #expect(groups.map(\.value.text).contains("老榆里2号"))
        #expect(groups.allSatisfy { $0.count == 1 })
    }

    @Test("windows, counts and positions agree with the whole list")
    mutating func windows() throws {
        let ids = try add("visit", (0..<130).map { ["date": .text("2026-0\($0 % 9 + 1)-1\($0 % 10)")] })
        let whole = try index.list(ListQuery("visit"), limit: 1000).records
        #expect(whole.count == 130)
        let days = whole.compactMap { $0.values["date"].text }
        #expect(days == days.sorted(by: >))
        for offset in [0, 1, 60, 125, 129, 1000] {
            let page = try index.list(ListQuery("visit"), offset: offset, limit: 20)
            #expect(page.offset == min(offset, 110))
            #expect(page.records == Array(whole[page.offset..<page.offset + 20]))
            #expect(page.count == 130)
        }
        let position = try #require(try index.position(of: ids[77], in: ListQuery("visit")))
        #expect(whole[position].id == ids[77])
        #expect(
            try index.list(ListQuery("household"), offset: 5, limit: 20) == ListPage(records: [], offset: 0, count: 0))
    }

    @Test("a list shows what is true after every change")
    mutating func fresh() throws {
        let ids = try add("visit", (0..<50).map { ["date": .text("2026-01-\(10 + $0 % 20)"), "outcome": .text("1")] })
        let query = ListQuery("visit", where: [.equals("outcome", .text("1"))])
        for step in 0..<60 {
            let id = ids[step * 7 % 50]
            let record = try #require(try index.record(id))
            var values = record.values
            values["date"] = .text("2026-02-\(10 + step % 18)")
            values["outcome"] = .text(step % 3 == 0 ? "2" : "1")
            let ops = step % 11 == 10 ? [record.deletion()] : record.edits(to: values)
            if !ops.isEmpty { try index.apply(notebook.change(ops)) }
            var all: [Record] = []
            for id in ids { if let record = try index.record(id), !record.isDeleted { all.append(record) } }
            let listed = try index.list(ListQuery("visit"), limit: 100).records
            #expect(Set(listed) == Set(all))
            let days = listed.compactMap { $0.values["date"].text }
            #expect(days == days.sorted(by: >))
            let wanted = all.filter { $0.values["outcome"] == .text("1") }
            #expect(try Set(index.list(query, limit: 100).records) == Set(wanted))
            let groups = try index.groups(by: "outcome", ListQuery("visit"))
            #expect(groups.reduce(0) { $0 + $1.count } == all.count)
        }
    }

    @Test("filters on keys and on other fields agree")
    mutating func filters() throws {
        _ = try add(
            "household",
            (0..<40).map {
                [
                    "street": .text(["东街", "西街"][$0 % 2]), "building": .text("\($0 % 5)号"), "room": .text("\($0 % 3)室"),
                    "members": $0 % 4 == 0 ? .null : .number($0 % 7),
                ]
            })
        func count(_ filters: ListFilter...) throws -> Int { try index.count(ListQuery("household", where: filters)) }
        #expect(try count(.equals("street", .text("东街"))) == 20)
        #expect(try count(.equals("street", .text("东街")), .equals("building", .text("2号"))) == 4)
        #expect(try count(.oneOf("building", [.text("1号"), .text("2号"), .text("9号")])) == 16)
        #expect(try count(.isSet("members")) == 30)
        #expect(try count(.isEmpty("members")) == 10)
        let wanted = (0..<40).filter { $0 % 4 != 0 && (2...4).contains($0 % 7) }.count
        #expect(try count(.range("members", from: .number(2), through: .number(4))) == wanted)
        #expect(
            try count(.condition(.atLeast("members", 2)), .isSet("members"))
                == (0..<40).filter { $0 % 4 != 0 && $0 % 7 >= 2 }.count)
        #expect(try count(.equals("room", .text("1室"))) == (0..<40).filter { $0 % 3 == 1 }.count)
        #expect(
            try count(.range("room", from: .text("1室"), through: .text("2室"))) == (0..<40).filter { $0 % 3 >= 1 }.count)
        #expect(try count(.equals("block", .text("东街2号"))) == 4)
        #expect(try index.countDistinct("block", ListQuery("household")) == 10)
        #expect(
            try index.groups(by: "room", ListQuery("household")).map(\.value) == ["0室", "1室", "2室"].map { .text($0) })
    }

    @Test("a list ordered by a field puts records without it last")
    mutating func fieldOrder() throws {
        _ = try add(
            "household", [3, nil, 1, 2, nil].map { ["members": $0.map { .number($0) } ?? .null, "head": .text("李")] })
        for (descending, expected) in [(false, [1, 2, 3, nil, nil]), (true, [3, 2, 1, nil, nil])] {
            let query = ListQuery("household", order: .field("members", descending: descending))
            #expect(try index.list(query, limit: 10).records.map { $0.values["members"].number } == expected)
        }
    }

    @Test("the last visit of each household, and all of them, the newest first")
    mutating func references() throws {
        let homes = try add("household", (0..<3).map { ["head": .text("户主\($0)")] })
        let visits = try add(
            "visit",
            (0..<9).map { ["household": .text(homes[$0 % 2].rawValue), "date": .text("2026-03-1\(9 - $0)")] })
        let latest = try index.latest("visit", via: "household", for: homes)
        #expect(latest.mapValues(\.id) == [homes[0]: visits[0], homes[1]: visits[1]])
        #expect(try index.referring(to: homes[1]).map(\.id) == [visits[1], visits[3], visits[5], visits[7]])
        #expect(try index.referring(to: homes[1], types: ["household"]).isEmpty)
        #expect(try index.countDistinct("household", ListQuery("visit")) == 2)
        let query = ListQuery("visit", where: [.equals("household", .text(homes[0].rawValue))])
        #expect(try index.count(query) == 5)
        #expect(try index.groups(by: "household", ListQuery("visit")).map(\.count).sorted() == [4, 5])
    }

    @Test("a type with records in both streams is one list")
    mutating func twoStreams() throws {
        try index.attach(.restricted)
        for day in 0..<30 {
            let made = try notebook.create(
                "visit", ["date": .text("2026-05-\(10 + day % 17)")], stream: day % 3 == 0 ? .restricted : .general)
            try index.apply(made.change)
        }
        let listed = try index.list(ListQuery("visit"), limit: 100)
        let days = listed.records.compactMap { $0.values["date"].text }
        #expect(days.count == 30)
        #expect(days == days.sorted(by: >))
        #expect(try index.groups(by: "date", ListQuery("visit")).count == 17)
    }

    @Test("numbers are never given twice, deleted records included")
    mutating func numbers() throws {
        let ids = try add(
            "visit", ["V2026-A0009", "V2026-A0010", "V2026-B0042", "V2025-A9999"].map { ["number": .text($0)] })
        #expect(try index.highestNumber(prefix: "V2026-A") == "V2026-A0010")
        #expect(try index.highestNumber(prefix: "V2027-A") == nil)
        let record = try #require(try index.record(ids[1]))
        try index.apply(notebook.change([record.deletion()]))
        #expect(try index.highestNumber(prefix: "V2026-A") == "V2026-A0010")
        #expect(try index.exists(number: "v2026-a10"))
        #expect(try index.exists(number: "V2026-A0011") == false)
        _ = try add("visit", [["number": .text("V2026-A10000")]])
        #expect(try index.highestNumber(prefix: "V2026-A") == "V2026-A10000")
    }

    @Test("what is due is found by its day and by the day from which it is shown")
    mutating func due() throws {
        let ids = try add("visit", (1...9).map { ["date": .text("2026-06-0\($0)")] })
        let day = try #require(CalendarDay("2026-07-03"))
        #expect(try index.due(from: nil, through: day).map(\.record) == Array(ids[0..<3]))
        #expect(try index.due(from: day, through: day).map(\.record) == [ids[2]])
        let shown = try #require(CalendarDay("2026-06-22"))
        #expect(try index.due(shownOn: shown).map(\.record) == Array(ids[0..<2]))
        #expect(try index.due(of: ids[4]).map(\.rule) == ["again"])
        try index.refreshDue()
        #expect(try index.due(from: nil, through: day).map(\.record) == Array(ids[0..<3]))
    }
}
