import Glibc
import Index
import Records
import TestSupport
import Testing

@Suite("Applying changes")
struct ApplyTests {
    /// A made-up history of some records: creations, edits seen and unseen, rows, deletions, restorations, and ops, paths and
    /// types that this version does not know.
    private static func history(seed: UInt64) throws -> (changes: [StoredChange], ids: [RecordID]) {
        var notebook = Notebook(seed: seed)
        let officers = ["o1", "o2", "0123456789abcdefghjkmnpqrs"].map { RecordID($0) }
        let ids = [notebook.id(), notebook.id(), RecordID("short"), RecordID("seventeen-letters"), notebook.id()]
        // Two laptops that now and then forget to tell each other.
        var laptops: [[RecordID: Record]] = [[:], [:]]
        var changes: [StoredChange] = []
        for step in 0..<60 {
            let laptop = Int.random(in: 0...1, using: &notebook.random)
            let id = ids[Int.random(in: 0..<ids.count, using: &notebook.random)]
            let record = laptops[laptop][id] ?? Record(id: id)
            let officer = officers[Int.random(in: 0..<3, using: &notebook.random)]
            var ops: [Op]
            switch Int.random(in: 0..<10, using: &notebook.random) {
            case _ where record.type == nil:
                var values = FieldValues()
                values["head"] = .text("单翠萍\(step)")
                values["date"] = .text("2026-11-21")
                values["number"] = .text("V\(step)")
                let type: TypeID = id == ids[4] ? "from-the-future" : step % 2 == 0 ? "visit" : "household"
                ops = Record.creation(id: id, type: type, values: values)
            case 0: ops = [record.deletion()]
            case 1: ops = [record.restoration(as: record.type ?? "visit")]
            case 2, 3:
                var values = record.values
                let row = values.rows(of: "people").first ?? RowID.random(using: &notebook.random)
                if values.rows(of: "people").isEmpty || step % 3 == 0 {
                    values.addRow(row, to: "people")
                    values[FieldPath("people", row: row, cell: "name")] = .text("解大勇\(step)")
                    values[FieldPath("people", row: row, cell: "new_column")] = .bool(true)
                } else {
                    values.removeRow(row, from: "people")
                }
                ops = record.edits(to: values)
            case 4:
                let odd = Value.object([
                    .init("a", .list([.null, .decimal("1.50"), .number(-7), .number(.max), .number(.min)])),
                    .init("", .text("\u{0}𠮷，。A\u{FFFF}")), .init("day", .text("2026-02-30")),
                ])
                ops = [
                    Op(record: id, path: FieldPath("field_of_tomorrow"), value: odd),
                    Op(record: id, path: FieldPath("a/b/c/d"), value: .text("0123456789abcdefghjkmnpqrs")),
                ]
            default:
                var values = record.values
                values["notes"] = .text(String(repeating: "漏水，", count: step * 2))
                values["head"] = .text("贾\(step)")
                values["date"] = .text("2026-11-\(10 + step % 20)")
                ops = record.edits(to: values)
            }
            if ops.isEmpty { continue }
            let change = try notebook.change(ops, officer: officer, batch: step % 5 == 0 ? "b" : nil)
            changes.append(change)
            for other in 0...1 where other == laptop || step % 3 != 0 {
                laptops[other][id, default: Record(id: id)].apply(change)
            }
        }
        return (changes, ids)
    }

    @Test("a record comes back exactly as the merge has it, in whatever order the changes come", arguments: 1...12)
    func merging(seed: UInt64) throws {
        let (changes, ids) = try Self.history(seed: seed)
        var generator = SeededGenerator(seed: seed)
        for round in 0..<3 {
            let order = round == 0 ? changes : changes.shuffled(using: &generator)
            let index = try Notebook.index()
            var naive: [RecordID: Record] = [:]
            if round == 1 { try index.beginRebuild(of: .general) }
            var rest = order[...]
            while !rest.isEmpty {
                let part = rest.prefix(Int.random(in: 1...9, using: &generator))
                rest = rest.dropFirst(part.count)
                try index.apply(part.map { ($0, 3) })
                for change in part {
                    for id in change.change.records { naive[id, default: Record(id: id)].apply(change) }
                }
                guard round != 1 else { continue }
                // Applied a second time they change nothing.
                #expect(try index.apply(part.map { ($0, 3) }) == Applied())
                for (id, record) in naive { #expect(try index.record(id) == record) }
            }
            if round == 1 { try index.finishRebuild(of: .general) }
            for id in ids { #expect(try index.record(id) == naive[id]) }
            try Self.checkTables(index, naive)
        }
    }

    /// What lists, states and search say must follow from the records alone.
    private static func checkTables(_ index: Index, _ records: [RecordID: Record]) throws {
        for type in ["household", "visit"] as [TypeID] {
            let own = records.values.filter { $0.type == type }
            let living = Set(own.filter { !$0.isDeleted }.map(\.id))
            #expect(try Set(index.list(ListQuery(type), limit: 100).records.map(\.id)) == living)
            #expect(try index.count(ListQuery(type)) == living.count)
            #expect(try Set(index.deleted(type).map(\.id)) == Set(own.filter(\.isDeleted).map(\.id)))
        }
        let known = records.values.filter { $0.type == "household" || $0.type == "visit" }
        let conflicts = known.filter { !$0.isDeleted && !$0.conflicts.isEmpty }
        #expect(try Set(index.conflicts().map(\.id)) == Set(conflicts.map(\.id)))
        let due = known.filter { $0.type == "visit" && !$0.isDeleted && $0.values["date"] != .null }
        let far = try #require(CalendarDay("2030-01-01"))
        #expect(try index.due(from: nil, through: far).map(\.record).sorted() == due.map(\.id).sorted())
        for word in ["贾", "漏水", "解大勇", "单翠萍"] {
            let found = try index.search(SearchQuery(word, policy: Notebook.everything)).flatMap(\.hits).map(
                \.record.id)
            let expected = known.filter { record in
                let values = record.values
                let cells = values.rows(of: "people").map { values[FieldPath("people", row: $0, cell: "name")] }
                let fields = record.type == "household" ? [values["head"]] : [values["notes"]] + cells
                return !record.isDeleted && fields.contains { ($0.text ?? "").contains(word) }
            }
            #expect(Set(found) == Set(expected.map(\.id)), "\(word)")
        }
    }

    @Test("a change remembers its officer, time, batch, place and what it took back")
    func entries() throws {
        let index = try Notebook.index()
        var notebook = Notebook(seed: 3)
        let made = try notebook.create("visit", ["date": .text("2026-11-21")])
        try index.apply([(made.change, 41)])
        let record = try #require(try index.record(made.id))
        let undo = try notebook.change([record.deletion()], officer: RecordID("o2"), batch: "b", undoes: made.change.id)
        try index.apply([(undo, 42)])
        let entry = try #require(try index.change(undo.id))
        #expect(entry.officer == RecordID("o2"))
        #expect(entry.moment == undo.change.moment)
        #expect(entry.batch == "b")
        #expect(entry.undoes == made.change.id)
        #expect(entry.location == 42)
        #expect(try index.changes(touching: made.id).map(\.id) == [made.change.id, undo.id])
        #expect(try index.changes(of: RecordID("o1")).map(\.id) == [made.change.id])
        #expect(try index.changes(inBatch: "b") == [entry])
        #expect(try index.changes(undoing: made.change.id) == [entry])
        try index.relocate([(undo.id, 99)])
        #expect(try index.change(undo.id)?.location == 99)
        #expect(try index.changeCount(.general) == 2)
    }

    @Test("changes of a stream that is not open are refused, and nothing of the others stays")
    func closedStream() throws {
        let index = try Notebook.index()
        var notebook = Notebook(seed: 4)
        let made = try notebook.create("visit", [:], stream: .restricted)
        let other = try notebook.create("visit", [:])
        #expect(throws: IndexError.closedStream(.restricted)) {
            try index.apply([(other.change, 0), (made.change, 0)])
        }
        #expect(try index.changeCount(.general) == 0)
        try index.attach(.restricted)
        try index.apply([(made.change, 0)])
        #expect(try index.stream(of: made.id) == .restricted)
        #expect(try index.count(ListQuery("visit")) == 1)
        index.detach(.restricted)
        #expect(try index.record(made.id) == nil)
        #expect(try index.count(ListQuery("visit")) == 0)
    }

    @Test("parts of the full text that wait to be merged are found in, and merging at rest comes to an end")
    func merging() throws {
        let index = try Notebook.index()
        var notebook = Notebook(seed: 9)
        for number in 0..<60 {
            try index.apply(notebook.create("visit", ["notes": .text("漏水\(number)处")]).change)
            #expect(try index.search(SearchQuery("\(number)处", policy: Notebook.everything)).first?.count == 1)
            if number % 7 == 0 { try index.mergeTexts(.general, pages: 1) }
        }
        for _ in 0..<20 { try index.mergeTexts(.general, pages: 64) }
        for number in 0..<60 {
            #expect(try index.search(SearchQuery("\(number)处", policy: Notebook.everything)).first?.count == 1)
        }
        #expect(try index.search(SearchQuery("漏水", policy: Notebook.everything)).first?.count == 60)
    }

    @Test("an erased record leaves no word behind in the image, without making the index anew")
    func forgetting() throws {
        let index = try Notebook.index()
        var notebook = Notebook(seed: 5)
        let made = try notebook.create(
            "household", ["head": .text("Wolfeschlegelstein"), "phone": .text("13912345678"), "street": .text("Qqxx")])
        let other = try notebook.create("household", ["head": .text("李四")])
        try index.apply([(made.change, 0), (other.change, 0)])
        try index.beginCleansing(.general)
        let scope = ErasureScope(made.id)
        try index.apply([(notebook.change([Erasure(scope, type: "household", basis: "x").op]), 0)])
        // A little at a time, as it is done while nobody presses a key.
        var steps = 0
        while try !index.cleanse(.general, pages: 1), steps < 1000 { steps += 1 }
        #expect(steps < 1000)
        #expect(try index.record(made.id)?.isErased == true)
        #expect(try index.count(ListQuery("household")) == 1)
        let image = try index.withImage(of: .general) { [UInt8]($0) }
        for word in ["olfeschlegel", "12345678", "qqxx", "Qqxx"] {
            #expect(image.firstRange(of: Array(word.utf8)) == nil, "\(word)")
        }
    }

    @Test("of many erased among many more no word is left either, whatever was merged and split before")
    func forgettingMany() throws {
        let index = try Notebook.index()
        var notebook = Notebook(seed: 6)
        var made: [(id: RecordID, words: [String])] = []
        for number in 0..<1500 {
            let words = [0, 5000, 10_000].map { Self.word(number + $0) } + ["1\(3_900_000_000 + number * 7)"]
            let house = try notebook.create(
                "household", ["head": .text(words[0]), "phone": .text(words[3]), "street": .text(words[1])])
            let visit = try notebook.create(
                "visit", ["notes": .text(words[2]), "household": .text(house.id.rawValue), "officer": .text("o")])
            try index.apply([(house.change, 0), (visit.change, 0)])
            made.append((house.id, [words[0], words[1], words[3]]))
            made.append((visit.id, [words[2]]))
        }
        let going = made.indices.filter { $0 % 7 == 3 }.map { made[$0] }
        try index.beginCleansing(.general)
        for part in stride(from: 0, to: going.count, by: 20) {
            let ops = going[part..<min(going.count, part + 20)].map {
                Erasure(ErasureScope($0.id), type: "household", basis: "x").op
            }
            try index.apply([(notebook.change(ops), 0)])
        }
        while try !index.cleanse(.general, pages: 64) {}
        let image = try index.withImage(of: .general) { [UInt8]($0) }
        func holds(_ word: String) -> Bool { image.holds(Array(word.utf8)) }
        for words in going.map(\.words) {
            // The full text holds words in small letters and leaves out what they begin with in common: their ends are unique.
            for word in words {
                let end = String(word.suffix(word.first == "1" ? 8 : 5))
                #expect(!holds(end) && !holds(end.lowercased()), "\(word)")
            }
        }
        for words in made.prefix(3).map(\.words) { #expect(words.allSatisfy(holds)) }
        #expect(try index.search(SearchQuery(Self.word(0), policy: Notebook.everything)).count == 1)
        let gone = try #require(going.first { $0.words.count == 1 }?.words[0])
        #expect(try index.search(SearchQuery(gone, policy: Notebook.everything)).isEmpty)
    }

    /// A word of six letters and an end; no two numbers below 17,576 have the same last five.
    private static func word(_ number: Int) -> String {
        func letters(_ value: Int) -> String {
            String([value / 676 % 26, value / 26 % 26, value % 26].map { Character(UnicodeScalar(97 + UInt8($0))) })
        }
        return (letters(number * 6121) + letters(number * 7919 % 17_576) + "zq")
    }
}
