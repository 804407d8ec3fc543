import Records
import TestSupport
import Testing

@testable import Index

@Suite("Rebuilding")
struct RebuildTests {
    /// Some hundred records, many of them edited later, some deleted, some edited before the change that creates them.
    static func history() throws -> [StoredChange] {
        var notebook = Notebook(seed: 5)
        var records: [Record] = []
        var changes: [StoredChange] = []
        for step in 0..<900 {
            let kind = Int.random(in: 0..<10, using: &notebook.random)
            if records.isEmpty || kind < 5 {
                let made = try notebook.create(
                    step % 3 == 0 ? "household" : "visit",
                    [
                        "head": .text("解大勇\(step)"), "street": .text("老榆里\(step % 40)号"),
                        "notes": .text("漏水，第\(step)次"),
                        "number": .text("V2026-A\(1000 + step)"), "date": .text("2026-11-\(10 + step % 20)"),
                    ])
                var record = Record(id: made.id)
                record.apply(made.change)
                records.append(record)
                changes.append(made.change)
                continue
            }
            let place = Int.random(in: 0..<records.count, using: &notebook.random)
            var values = records[place].values
            values["notes"] = .text("停车\(step)，单翠萍")
            values["building"] = step % 2 == 0 ? .text("\(step)栋") : .null
            let ops = kind == 9 ? [records[place].deletion()] : records[place].edits(to: values)
            let change = try notebook.change(ops, batch: kind == 8 ? "b" : nil)
            records[place].apply(change)
            changes.append(change)
        }
        // Every seventh change arrives late.
        let late = changes.enumerated().filter { $0.offset % 7 == 0 }.map(\.element)
        return changes.enumerated().filter { $0.offset % 7 != 0 }.map(\.element) + late
    }

    /// Everything in the tables, by the identities of the records, whose numbers may differ.
    static func dump(_ index: Index) throws -> [String] {
        let stream = try index.opened(.general)
        try StreamIndex.run(
            "CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, found, instance)", on: stream.connection)
        var lines: [String] = []
        for (name, sql) in [
            (
                "change",
                "SELECT hex(hash), officer.id, ms, batch, location FROM change JOIN officer ON officer = officer.number"
            ),
            (
                "touch",
                "SELECT hex(id), hex(hash) FROM touch JOIN record ON record = record.number JOIN change ON change = change.number"
            ),
            ("key", "SELECT hex(id), field, hex(value) FROM key JOIN record ON record = record.number"),
            ("due", "SELECT hex(id), rule, anchor, day, start FROM due JOIN record ON record = record.number"),
            ("words", "SELECT hex(id), term, col, offset FROM words JOIN record ON words.doc = record.number"),
            ("indexes", "SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"),
        ] {
            let read = try stream.statement(sql, "dump")
            while try read.next() {
                lines.append("\(name) \((0..<5).map { read.text(Int32($0)) }.joined(separator: "|"))")
            }
        }
        for type in [1, 2] {
            try stream.forEachRecord(ofType: Int64(type)) { _, record in
                lines.append("record \(record.id) \(record.registers.sorted { $0.key < $1.key }.map { "\($0)" })")
            }
        }
        return lines.sorted()
    }

    /// Does work when it is given, when it is asked for, or now one way and now the other.
    static func helpers() -> [Helper] {
        var turn = 0
        return [
            .none,
            Helper { job in
                job()
                return {}
            },
            Helper { job in
                turn += 1
                guard turn % 3 == 0 else { return job }
                job()
                return {}
            },
        ]
    }

    @Test("a rebuild gives what applying one change after the other gives, whoever works it out and when")
    func equal() throws {
        let changes = try Self.history()
        let plain = try Notebook.index()
        for change in changes { try plain.apply(change) }
        let expected = try Self.dump(plain)
        #expect(expected.count > 10_000)
        for helper in Self.helpers() {
            let index = try Notebook.index()
            try index.beginRebuild(of: .general, helper: helper)
            for start in stride(from: 0, to: changes.count, by: 30) {
                try index.apply(changes[start..<min(start + 30, changes.count)].map { ($0, 0) })
            }
            try index.finishRebuild(of: .general)
            #expect(try Self.dump(index) == expected)
            // What comes later goes on from there.
            var notebook = Notebook(seed: 6)
            let later = try notebook.create("visit", ["notes": .text("楼道灯不亮")])
            try index.apply(later.change)
            let found = try index.search(SearchQuery("楼道灯", policy: Notebook.everything))
            #expect(found.flatMap(\.hits).map(\.record.id) == [later.id])
        }
    }

    @Test("two digits find the longer numbers that begin with them, and so do more")
    func digits() throws {
        let index = try Notebook.index()
        var notebook = Notebook(seed: 7)
        let made = try notebook.create("visit", ["notes": .text("在1203室，老榆里13号楼"), "number": .text("V2026-A0047")])
        try index.apply(made.change)
        for text in ["12", "120", "1203", "13", "V20", "20", "47", "老榆里13", "室老榆里13"] {
            let found = try index.search(SearchQuery(text, policy: Notebook.everything)).flatMap(\.hits)
            #expect(found.map(\.record.id) == [made.id], "\(text)")
        }
        for text in ["03", "21", "2", "26", "老榆里12"] {
            #expect(try index.search(SearchQuery(text, policy: Notebook.everything)).flatMap(\.hits).isEmpty, "\(text)")
        }
    }
}
