import Records
import TestSupport
import Testing

@testable import Index

/// Many changes that come one after another, as a sync brings them.
@Suite("Many changes at once")
struct FloodTests {
    @Test("what is worked out ahead gives what applying one after the other gives, whatever comes between")
    func ahead() throws {
        let changes = try RebuildTests.history()
        let plain = try Notebook.index()
        for change in changes { try plain.apply(change) }
        let expected = try RebuildTests.dump(plain)
        for (round, helper) in RebuildTests.helpers().enumerated() {
            var random = SeededGenerator(seed: UInt64(round))
            let index = try Notebook.index()
            var ahead: [ChangesAhead] = []
            var remains: [any Sendable] = []
            var applied = 0
            var rest = changes[...]
            while !rest.isEmpty || !ahead.isEmpty {
                let some = rest.prefix(Int.random(in: 1...30, using: &random))
                rest = rest.dropFirst(some.count)
                switch Int.random(in: 0..<8, using: &random) {
                case 0:
                    // Written here meanwhile: what was looked up ahead is no longer so.
                    applied += try index.apply(some.map { ($0, 0) }).changes
                case 1:
                    // The same segment under two writers' names.
                    for _ in 0..<2 {
                        ahead.append(try index.prepare(some.map { ($0, 0) }, of: .general, helper: helper))
                    }
                default:
                    let before = changes.prefix(Int.random(in: 0...2, using: &random))
                    ahead.append(
                        try index.prepare(
                            (before + some).map { ($0, 0) }, of: .general, helper: helper, releasing: remains))
                    remains = []
                }
                if Int.random(in: 0..<9, using: &random) == 0 { index.deferTexts() }
                while ahead.count > (rest.isEmpty ? 0 : Int.random(in: 0...11, using: &random)) {
                    let next = ahead.removeFirst()
                    applied += try index.apply(next).changes
                    remains.append(next.remains)
                }
                // Lists that are looked at meanwhile must not stay as they were then.
                if round > 0 { _ = try index.list(ListQuery("visit"), limit: 9) }
                if Int.random(in: 0..<20, using: &random) == 0 { while try index.writeTexts(limit: 9) {} }
            }
            while try index.writeTexts(limit: 50) {}
            #expect(applied == changes.count)
            #expect(try RebuildTests.dump(index) == expected)
            // Lists that were kept meanwhile are as if they were asked for now.
            func lists() throws -> [[RecordID]] {
                try (["household", "visit"] as [TypeID]).map {
                    try index.list(ListQuery($0), limit: 999).records.map(\.id)
                }
            }
            let kept = try lists()
            try index.opened(.general).lists.removeAll()
            #expect(try lists() == kept)
            #expect(try kept.map(\.count) == [plain.count(ListQuery("household")), plain.count(ListQuery("visit"))])
        }
    }

    @Test("lists stay as they are while many changes come, but nobody is shown what was deleted")
    func lists() throws {
        let index = try Notebook.index()
        var notebook = Notebook(seed: 8)
        let first = try notebook.create("visit", ["date": .text("2026-11-20")])
        let second = try notebook.create("visit", ["date": .text("2026-11-21")])
        try index.apply(first.change, second.change)
        func shown() throws -> [RecordID] { try index.list(ListQuery("visit"), limit: 9).records.map(\.id) }
        #expect(try shown() == [second.id, first.id])
        index.deferTexts()
        func take(_ change: StoredChange) throws {
            try index.apply(index.prepare([(change, 0)], of: .general, helper: .none))
        }
        let third = try notebook.create("visit", ["date": .text("2026-11-22")])
        try take(third.change)
        #expect(try shown() == [second.id, first.id])
        // What is written here is shown at once.
        let own = try notebook.create("visit", ["date": .text("2026-11-23")])
        try index.apply(own.change)
        #expect(try shown() == [own.id, second.id, first.id])
        try take(notebook.change([try #require(try index.record(second.id)).deletion()]))
        #expect(try shown() == [own.id, first.id])
        while try index.writeTexts(limit: 9) {}
        #expect(try shown() == [own.id, third.id, first.id])
    }

    @Test(
        "what fails among many changes breaks the index, which gives no image; afterwards failures are taken back again"
    )
    func failing() throws {
        var notebook = Notebook(seed: 9)
        func change() throws -> StoredChange {
            try notebook.create("visit", ["notes": .text(String(repeating: "漏水", count: 20_000))]).change
        }
        func fill(_ index: Index, _ body: (StoredChange) throws -> Void) throws {
            let stream = try index.opened(.general)
            try StreamIndex.run("PRAGMA max_page_count = 1", on: stream.connection)
            #expect(throws: IndexError.self) { for _ in 0..<50 { try body(try change()) } }
        }
        let broken = try Notebook.index()
        broken.deferTexts()
        try broken.apply(change())
        try fill(broken) { try broken.apply($0) }
        #expect(broken.isBroken(.general))
        #expect(throws: IndexError.unfitImage) { try broken.withImage(of: .general) { $0.count } }

        let whole = try Notebook.index()
        whole.deferTexts()
        try whole.apply(change())
        while try whole.writeTexts(limit: 9) {}
        var count = 1
        try fill(whole) {
            try whole.apply($0)
            count += 1
        }
        try StreamIndex.run("PRAGMA max_page_count = 1000000", on: whole.opened(.general).connection)
        #expect(!whole.isBroken(.general) && !whole.isDeferring)
        #expect(try whole.changeCount(.general) == count)
        #expect(try whole.count(ListQuery("visit")) == count)
        try whole.apply(change())
        let image = try whole.withImage(of: .general) { Array($0) }
        #expect(image.count > 0)
        #expect(try whole.opened(.general).isSound())
    }
}
