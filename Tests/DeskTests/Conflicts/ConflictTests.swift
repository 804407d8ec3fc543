import Casework
import Records
import Store
import TestSupport
import Testing

@testable import Desk

/// What two laptops wrote apart, and how somebody decides it.
@Suite struct ConflictTests {
    private static func household(_ desk: Desk, _ address: String = "老榆里3号楼2单元501室") throws -> Record {
        var values = desk.newValues(of: Household.type)
        values[Household.address] = address
        values[Household.head] = "单翠萍"
        values[Household.phone] = "13900001234"
        return try desk.save(values, of: Household.type)
    }

    /// A visit that both laptops know.
    private static func visited() throws -> (TwoDesks, RecordID) {
        var id: RecordID?
        let desks = try TwoDesks { desk in
            let door = try household(desk)
            id = try desk.recordVisit(at: door.id, outcome: .metWithNotes, notes: "天花板已修好，双方无新问题。").id
        }
        return (desks, try #require(id))
    }

    private static func disputed() throws -> (TwoDesks, RecordID) {
        let (desks, id) = try visited()
        desks.clockA.pass(minutes: 10)
        try desks.a.amend(id) { $0[Visit.notes] = "天花板已修好，双方无新问题。\n楼上愿意下周换洗衣机水管。" }
        desks.clockB.pass(minutes: 90)
        try desks.b.amend(id) { $0[Visit.notes] = "天花板已修好，双方无新问题。\n楼上已于当日换洗衣机水管。\n居民要求加装地漏防返阀。" }
        try desks.sync()
        return (desks, id)
    }

    private static func notes(_ desk: Desk, _ id: RecordID) throws -> String? {
        try desk.record(id).values[Visit.notes]
    }

    @Test func `both sides stand in the inbox of both laptops, the older one first, with who, when and where`() throws {
        let (desks, id) = try Self.disputed()
        for desk in [desks.a, desks.b] {
            let conflict = try #require(try desk.conflicts().first)
            #expect(try desk.conflicts().count == 1 && desk.conflictCount == 1)
            #expect(conflict.base.id == id && conflict.path == Visit.notes.path && conflict.kind == .field)
            #expect(conflict.versions.map(\.officer) == ["苏行简", "陶望舒"])
            #expect(conflict.versions.map { "\($0.moment.time)" } == ["14:20", "15:40"])
            #expect(conflict.shown == 1)
            #expect(conflict.versions.allSatisfy { !$0.isDoubtful })
        }
        let here = try #require(try desks.a.conflicts().first)
        #expect(here.versions[0].laptop == .own && here.versions[1].laptop != .own)
        #expect(try desks.a.canonicalDump() == desks.b.canonicalDump())
    }

    @Test func `another laptop is called by the letter of the numbers it gave`() throws {
        let (desks, _) = try Self.disputed()
        let door = try desks.b.list(ListQuery(Household.type.id), limit: 1).records[0]
        let number = try desks.b.recordVisit(at: door.id, outcome: .notMet).values[Visit.number]
        try desks.sync()
        let letter = try #require(number.flatMap { WorkingNumber($0) }?.terminal)
        #expect(try desks.a.conflicts().first?.versions[1].laptop == .lettered(letter))
    }

    @Test(arguments: [0, 1]) func `one side is taken, and both laptops have it after they met`(_ side: Int) throws {
        let (desks, id) = try Self.disputed()
        let conflict = try #require(try desks.a.conflicts().first)
        let wanted = conflict.versions[side].value.text
        try desks.a.resolve(conflict, .version(side))
        #expect(try desks.a.conflicts().isEmpty && desks.a.conflictCount == 0)
        #expect(try Self.notes(desks.a, id) == wanted)
        try desks.sync(firstIsB: true)
        #expect(try desks.b.conflicts().isEmpty)
        #expect(try Self.notes(desks.b, id) == wanted)
        // The side that was not taken is in the history.
        let written = try desks.b.history(of: id).flatMap(\.values).compactMap(\.value.text)
        for version in conflict.versions { #expect(written.contains(version.value.text ?? "")) }
    }

    @Test func `both are kept line by line, and a third text replaces both`() throws {
        let (desks, id) = try Self.disputed()
        let conflict = try #require(try desks.a.conflicts().first)
        try desks.a.resolve(conflict, .both)
        #expect(
            try Self.notes(desks.a, id) == """
                天花板已修好，双方无新问题。
                楼上愿意下周换洗衣机水管。
                楼上已于当日换洗衣机水管。
                居民要求加装地漏防返阀。
                """)
        try desks.a.undo()
        let again = try #require(try desks.a.conflicts().first)
        try desks.a.resolve(again, .value(.text("水管已换，另装防返阀。")))
        #expect(try Self.notes(desks.a, id) == "水管已换，另装防返阀。")
        #expect(try desks.a.conflicts().isEmpty)
    }

    @Test func `undo asks again with the same words of the same people, and redo decides again`() throws {
        let (desks, id) = try Self.disputed()
        let conflict = try #require(try desks.a.conflicts().first)
        try desks.a.resolve(conflict, .version(0))
        for _ in 0..<3 {
            desks.clockA.pass(minutes: 1)
            try desks.a.undo()
            let again = try #require(try desks.a.conflicts().first)
            #expect(again.versions.map(\.value) == conflict.versions.map(\.value))
            #expect(again.versions.map(\.officer) == conflict.versions.map(\.officer))
            #expect(again.versions.map(\.moment) == conflict.versions.map(\.moment))
            try desks.a.redo()
            #expect(try desks.a.conflicts().isEmpty)
            #expect(try Self.notes(desks.a, id) == conflict.versions[0].value.text)
        }
        #expect(throws: DeskError.self) { try desks.a.redo() }
    }

    @Test func `what came from elsewhere while somebody decided asks again`() throws {
        let (desks, id) = try Self.disputed()
        let seen = try #require(try desks.a.conflicts().first)
        desks.clockB.pass(minutes: 5)
        try desks.b.amend(id) { $0[Visit.notes] = "第三种说法。" }
        try desks.sync()
        try desks.a.resolve(seen, .version(0))
        let left = try #require(try desks.a.conflicts().first)
        #expect(Set(left.versions.map(\.value)) == [seen.versions[0].value, .text("第三种说法。")])
    }

    @Test func `both laptops decide the same way and nothing is left; otherwise it asks once more`() throws {
        let (desks, id) = try Self.disputed()
        for desk in [desks.a, desks.b] { try desk.resolve(#require(try desk.conflicts().first), .version(1)) }
        try desks.sync()
        #expect(try desks.a.conflicts().isEmpty && desks.b.conflicts().isEmpty)
        #expect(try desks.a.canonicalDump() == desks.b.canonicalDump())
        try desks.a.amend(id) { $0[Visit.notes] = "甲" }
        try desks.b.amend(id) { $0[Visit.notes] = "乙" }
        try desks.sync()
        try desks.a.resolve(#require(try desks.a.conflicts().first), .version(0))
        try desks.b.resolve(#require(try desks.b.conflicts().first), .version(1))
        try desks.sync()
        #expect(try desks.a.conflicts().count == 1 && desks.b.conflicts().count == 1)
        #expect(try desks.a.canonicalDump() == desks.b.canonicalDump())
    }

    // MARK: Deleted here, edited there

    private static func halfDeleted() throws -> (TwoDesks, RecordID) {
        let (desks, id) = try visited()
        try desks.a.delete(id)
        desks.clockB.pass(minutes: 30)
        try desks.b.amend(id) { $0[Visit.notes] = "楼上已换水管。" }
        try desks.sync()
        return (desks, id)
    }

    @Test func `a visit that one deletes and the other amends stays, and the inbox says what was written`() throws {
        let (desks, id) = try Self.halfDeleted()
        for desk in [desks.a, desks.b] {
            #expect(try Self.notes(desk, id) == "楼上已换水管。")
            let conflict = try #require(try desk.conflicts().first)
            #expect(try desk.conflicts().count == 1 && conflict.kind == .record)
            #expect(conflict.versions.map(\.officer) == ["苏行简", "陶望舒"])
            #expect(conflict.versions.map { $0.value == .null } == [true, false])
            #expect(conflict.versions[1].edits == [.init(path: Visit.notes.path, value: .text("楼上已换水管。"))])
        }
    }

    @Test(arguments: [0, 1]) func `it is deleted or kept, and undo asks again`(_ side: Int) throws {
        let (desks, id) = try Self.halfDeleted()
        let conflict = try #require(try desks.a.conflicts().first)
        let record = try desks.a.resolve(conflict, .version(side))
        #expect(record.isDeleted == (side == 0))
        #expect(try desks.a.conflicts().isEmpty)
        try desks.a.undo()
        let again = try #require(try desks.a.conflicts().first)
        #expect(again.kind == .record && again.versions[1].edits == conflict.versions[1].edits)
        #expect(again.versions.map(\.officer) == conflict.versions.map(\.officer))
        try desks.a.redo()
        #expect(try desks.a.conflicts().isEmpty)
        try desks.sync()
        #expect(try desks.b.conflicts().isEmpty)
        #expect(try desks.b.record(id, includingDeleted: true).isDeleted == (side == 0))
        #expect(try desks.a.canonicalDump() == desks.b.canonicalDump())
    }

    @Test(arguments: [0, 1]) func `a row that one takes out and the other fills in is kept or taken out`(_ side: Int)
        throws
    {
        var id: RecordID?
        let row = RowID("a1")
        let desks = try TwoDesks { desk in
            let door = try Self.household(desk)
            id = try desk.amend(door.id) {
                $0.addRow(row, to: Household.members.key)
                $0[FieldPath("members", row: row, cell: "name")] = .text("解小雨")
            }.id
        }
        let door = try #require(id)
        try desks.a.amend(door) { $0.removeRow(row, from: "members") }
        try desks.b.amend(door) { $0[FieldPath("members", row: row, cell: "birth_year")] = .number(1990) }
        try desks.sync()
        let conflict = try #require(try desks.b.conflicts().first)
        #expect(conflict.kind == .row && conflict.versions[1].edits.map(\.value) == [.number(1990)])
        try desks.b.resolve(conflict, .version(side))
        try desks.sync()
        for desk in [desks.a, desks.b] {
            #expect(try desk.conflicts().isEmpty)
            #expect(try desk.record(door).values.rows(of: "members") == (side == 0 ? [] : [row]))
        }
        try desks.b.undo()
        #expect(try desks.b.conflicts().first?.kind == .row)
    }

    @Test func `undoing a plain deletion or its restoration asks nothing`() throws {
        let (desks, id) = try Self.visited()
        try desks.a.delete(id)
        try desks.a.restore(id)
        try desks.a.amend(id) { $0[Visit.notes] = "改过。" }
        try desks.a.undo()
        try desks.a.undo()
        #expect(try desks.a.record(id, includingDeleted: true).isDeleted)
        #expect(try desks.a.conflicts().isEmpty)
        try desks.a.undo()
        #expect(try !desks.a.record(id).isDeleted && desks.a.conflicts().isEmpty)
    }

    // MARK: Clocks, rules, access

    @Test func `a clock that is a year ahead is said to be doubtful, and settles nothing`() throws {
        let (desks, id) = try Self.visited()
        desks.clockB.pass(days: 365)
        try desks.b.amend(id) { $0[Visit.notes] = "明年的钟。" }
        try desks.a.amend(id) { $0[Visit.notes] = "今天的钟。" }
        try desks.sync()
        let conflict = try #require(try desks.a.conflicts().first)
        #expect(conflict.versions.map(\.isDoubtful) == [false, true])
        try desks.a.resolve(conflict, .version(0))
        try desks.sync()
        #expect(try Self.notes(desks.b, id) == "今天的钟。")
    }

    @Test func `a decision that a rule speaks against is refused and changes nothing`() throws {
        let (desks, _) = try Self.disputed()
        let conflict = try #require(try desks.a.conflicts().first)
        #expect(throws: DeskError.self) { try desks.a.resolve(conflict, .value(.null)) }
        #expect(throws: DeskError.self) {
            try desks.a.resolve(conflict, .value(.text(String(repeating: "字", count: 20_001))))
        }
        #expect(try desks.a.conflicts() == [conflict])
    }

    @Test func `a field of one value cannot keep both, and one of several keeps all`() throws {
        let (desks, id) = try Self.visited()
        try desks.a.amend(id) { $0[Visit.kind] = "04" }
        try desks.b.amend(id) { $0[Visit.kind] = "07" }
        try desks.sync()
        let conflict = try #require(try desks.a.conflicts().first)
        #expect(conflict.both == nil)
        #expect(throws: DeskError.self) { try desks.a.resolve(conflict, .both) }
        try desks.a.resolve(conflict, .value(.text("05")))
        #expect(try desks.a.record(id).values[Visit.kind] == "05")
    }

    @Test func `whoever may not read a record learns of no conflict in it, and cannot decide it`() throws {
        let (desks, _) = try Self.disputed()
        let conflict = try #require(try desks.a.conflicts().first)
        var leader = desks.a.newValues(of: Officer.type)
        leader[Officer.name] = "站长"
        leader[Officer.role] = .leader
        let id = try desks.a.save(leader, of: Officer.type).id
        try desks.a.signIn(id)
        #expect(try desks.a.conflicts().isEmpty && desks.a.conflictCount == 0)
        #expect(throws: DeskError.notFound) { try desks.a.conflict(conflict.id) }
        #expect(throws: DeskError.notFound) { try desks.a.resolve(conflict, .version(0)) }
    }

    @Test func `in a restricted record it tells who and when, and its words only once the record was opened`() throws {
        var made: RecordID?
        let desks = try TwoDesks(isDemo: true) { desk in
            let followup = try desk.addFollowup(.violenceWarning, of: "隐名者")
            var values = followup.values
            values[Followup.officers] = desk.people().map(\.id)
            made = try desk.save(values, of: Followup.type, base: followup).id
        }
        let id = try #require(made)
        for (desk, clock, text) in [(desks.a, desks.clockA, "甲的电话"), (desks.b, desks.clockB, "乙的电话")] {
            clock.pass(minutes: 10)
            let record = try desk.openRecord(id, reason: "核对文书")
            var values = record.values
            values[Followup.leadContact] = text
            try desk.save(values, of: Followup.type, base: record)
        }
        try desks.sync()
        let officer = try #require(desks.a.person?.id)
        desks.a.lock()
        try desks.a.signIn(officer)
        let hidden = try #require(try desks.a.conflicts().first)
        #expect(hidden.isClosed && hidden.versions.map(\.officer) == ["苏行简", "陶望舒"])
        #expect(!"\(hidden)".contains("的电话") && !"\(hidden)".contains("隐名者"))
        #expect(try desks.a.conflict(hidden.id)?.isClosed == true)
        #expect(throws: DeskError.self) { try desks.a.resolve(hidden, .version(0)) }
        #expect(desks.a.conflictCount == 1)
        try desks.a.openRecord(id, reason: "核对文书")
        // What was shown hidden decides nothing, also after the record was opened.
        #expect(throws: DeskError.reasonNeeded) { try desks.a.resolve(hidden, .version(0)) }
        let shown = try #require(try desks.a.conflict(hidden.id))
        #expect(shown.versions.map(\.value.text) == ["甲的电话", "乙的电话"])
        #expect(try desks.a.resolve(shown, .version(0)).values[Followup.leadContact] == "甲的电话")
        #expect(try desks.a.conflicts().isEmpty)
    }

    @Test func `of a restricted record the inbox shows neither values nor names until it is opened`() throws {
        let disk = SimulatedFileSystem()
        try disk.makeDirectory("stick")
        func environment(_ seed: UInt64, _ machine: String) -> StoreEnvironment {
            .simulated(disk, seed: seed, machine: machine, tuning: StoreTuning())
        }
        let (first, _) = try Desk.create(
            at: "a", environment: environment(1, "first"), room: "榆钱社区警务室", officer: SealedFixture.name,
            sealed: SealedFixture.passphrase)
        let id = try first.addFollowup(.protectionOrder, of: "虞某").id
        first.close()
        disk.copy("a", to: "b")
        let a = try Desk.open(at: "a", environment: environment(2, "first"))
        let b = try Desk.open(at: "b", environment: environment(3, "second"))
        for (desk, text) in [(a, "甲处的联系人"), (b, "乙处的联系人")] {
            try desk.unlock(name: SealedFixture.name, passphrase: SealedFixture.passphrase)
            let record = try desk.openRecord(id, reason: "核对文书")
            var values = record.values
            values[Followup.leadContact] = text
            try desk.save(values, of: Followup.type, base: record)
        }
        for desk in [a, b, a] { _ = try desk.sync(with: "stick") }
        a.lock()
        try a.unlock(name: SealedFixture.name, passphrase: SealedFixture.passphrase)
        let closed = try #require(try a.conflicts().first)
        #expect(closed.isClosed && closed.versions.count == 2)
        #expect(closed.versions.allSatisfy { $0.value == .null && $0.edits.isEmpty })
        let shown = "\(closed.base.registers) \(closed.versions)"
        #expect(!shown.contains("联系人") && !shown.contains("虞某\""))
        #expect(throws: DeskError.self) { try a.resolve(closed, .version(0)) }
        try a.openRecord(id, reason: "核对文书")
        let open = try #require(try a.conflict(closed.id))
        #expect(Set(open.versions.map(\.value)) == [.text("甲处的联系人"), .text("乙处的联系人")])
        try a.resolve(open, .version(1))
        #expect(try a.conflicts().isEmpty)
        // Nothing restricted is ever compared.
        #expect(try a.twins().isEmpty)
    }
}
