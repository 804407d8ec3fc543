import Index
import Records
import TestSupport
import Testing

@Suite("Stored images")
struct ImageTests {
    private func filled() throws -> (index: Index, ids: [RecordID]) {
        let index = try Notebook.index()
        var notebook = Notebook(seed: 21)
        var ids: [RecordID] = []
        for number in 0..<12 {
            let made = try notebook.create(
                number % 2 == 0 ? "household" : "visit",
                [
                    "head": .text("单翠萍"), "street": .text("街\(number)"), "date": .text("2026-01-1\(number % 10)"),
                    "notes": .text("漏水"),
                ])
            try index.apply(made.change)
            ids.append(made.id)
        }
        return (index, ids)
    }

    private func image(_ bytes: [UInt8]) throws -> IndexImage {
        try IndexImage(count: bytes.count) { $0.copyBytes(from: bytes) }
    }

    @Test("an index goes on from its image as if it had never been put away")
    func roundTrip() throws {
        let (index, ids) = try filled()
        let bytes = try index.withImage(of: .general) { [UInt8]($0) }
        let other = try Notebook.index()
        try other.attach(.general, adopting: image(bytes), checking: true)
        for id in ids { #expect(try other.record(id) == index.record(id)) }
        #expect(try other.list(ListQuery("visit"), limit: 50) == index.list(ListQuery("visit"), limit: 50))
        let query = SearchQuery("scp", policy: Notebook.everything)
        #expect(try other.search(query) == index.search(query))
        // And it grows.
        var notebook = Notebook(seed: 22)
        for _ in 0..<300 {
            try other.apply(notebook.create("visit", ["notes": .text(String(repeating: "新", count: 400))]).change)
        }
        #expect(try other.count(ListQuery("visit")) == 306)
        let again = try other.withImage(of: .general) { [UInt8]($0) }
        let third = try Notebook.index()
        try third.attach(.general, adopting: image(again), checking: true)
        #expect(try third.count(ListQuery("visit")) == 306)
    }

    @Test("an image of other types, of another projection or of nothing at all is not used, and the open stream stays")
    func unfit() throws {
        let (index, ids) = try filled()
        let bytes = try index.withImage(of: .general) { [UInt8]($0) }
        let types = try Index(types: [Notebook.visit], projection: Notebook.projection)
        #expect(throws: IndexError.unfitImage) { try types.attach(.general, adopting: image(bytes)) }
        let projection = try Index(types: [Notebook.household, Notebook.visit], projection: Projection(version: "2"))
        #expect(throws: IndexError.unfitImage) { try projection.attach(.general, adopting: image(bytes)) }
        #expect(projection.schemaStamp != index.schemaStamp)
        for garbage in [
            [], [0], Array(repeating: 0, count: 4096), Array(bytes.prefix(5000)), Array("SQLite format 3\0".utf8),
        ] {
            #expect(throws: IndexError.unfitImage) {
                try index.attach(.general, adopting: image(garbage), checking: true)
            }
        }
        #expect(try index.record(ids[0]) != nil)
    }

    @Test("a flipped bit anywhere is refused, or harmless, or a typed error: never a crash", arguments: 0..<4)
    func damage(part: Int) throws {
        let (index, ids) = try filled()
        let bytes = try index.withImage(of: .general) { [UInt8]($0) }
        var generator = SeededGenerator(seed: UInt64(part))
        var refused = 0
        for _ in 0..<40 {
            var damaged = bytes
            let place = Int.random(in: 0..<bytes.count, using: &generator)
            damaged[place] ^= 1 << UInt8.random(in: 0...7, using: &generator)
            let other = try Notebook.index()
            do {
                try other.attach(.general, adopting: image(damaged), checking: part % 2 == 0)
            } catch {
                #expect(error as? IndexError == .unfitImage)
                refused += 1
                continue
            }
            func attempt(_ body: () throws -> Void) {
                do { try body() } catch { #expect(error is IndexError) }
            }
            var notebook = Notebook(seed: 30)
            for id in ids { attempt { _ = try other.record(id) } }
            attempt { _ = try other.list(ListQuery("visit"), limit: 50) }
            attempt { _ = try other.groups(by: "street", ListQuery("household")) }
            attempt { _ = try other.search(SearchQuery("scp", policy: Notebook.everything)) }
            attempt { _ = try other.search(SearchQuery("漏水", policy: Notebook.everything)) }
            attempt { _ = try other.due(from: nil, through: CalendarDay(ordinal: 30_000)) }
            attempt { _ = try other.changes(touching: ids[0]) }
            attempt { try other.apply(notebook.create("visit", ["notes": .text("漏水")]).change) }
        }
        #expect(refused < 40)
    }
}
