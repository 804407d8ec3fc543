import Casework
import Records
import Store
import TestSupport
import Testing

@testable import Desk

/// The same thing entered twice on laptops that were apart.
@Suite struct TwinsTests {
    private static func add(
        _ desk: Desk, _ address: String, head: String = "单翠萍", phone: String? = nil, note: String? = nil
    ) throws -> RecordID {
        var values = desk.newValues(of: Household.type)
        values[Household.address] = address
        values[Household.head] = head
        values[Household.phone] = phone
        values[Household.note] = note
        return try desk.save(values, of: Household.type).id
    }

    /// Both add the same household, each with a visit.
    private static func twice() throws -> (TwoDesks, [RecordID], [RecordID]) {
        let desks = try TwoDesks()
        let one = try add(desks.a, "老榆里3号楼2单元501室", phone: "13900001234", note: "门朝北。")
        desks.clockB.pass(minutes: 5)
        let other = try add(desks.b, "老榆里３号楼2单元501", phone: "13900005678", note: "有一只猫。")
        let visits = [
            try desks.a.recordVisit(at: one, outcome: .metWithNotes, notes: "甲去过。").id,
            try desks.b.recordVisit(at: other, outcome: .metWithNotes, notes: "乙去过。").id,
        ]
        try desks.sync()
        return (desks, [one, other], visits)
    }

    @Test func `both laptops offer the pair, in the same order, and nothing is merged by itself`() throws {
        let (desks, ids, _) = try Self.twice()
        for desk in [desks.a, desks.b] {
            let pair = try #require(try desk.twins().first)
            #expect(try desk.twins().count == 1)
            #expect([pair.first.id, pair.second.id] == ids.sorted())
            #expect(try desk.list(ListQuery(Household.type.id), limit: 10).count == 2)
            #expect(pair.differences.map(\.field.key).sorted() == ["address", "note", "phone"])
        }
        #expect(desks.a.inboxCount == 1)
    }

    @Test func `merged, one household has both visits and every value; undo brings both back as they were`() throws {
        let (desks, ids, visits) = try Self.twice()
        let before = try ids.map { try desks.a.record($0).values }
        let pair = try #require(try desks.a.twins().first)
        let phone = try #require(pair.differences.first { $0.field.key == "phone" })
        let merged = try desks.a.merge(pair, choices: [phone.path: .second])
        #expect(merged.id == ids.min())
        #expect(merged.values[Household.phone] == pair.second.values[Household.phone])
        #expect(merged.values[Household.note]?.contains("门朝北。") == true)
        #expect(merged.values[Household.note]?.contains("有一只猫。") == true)
        #expect(try desks.a.twins().isEmpty)
        #expect(try desks.a.list(ListQuery(Household.type.id), limit: 10).count == 1)
        for visit in visits { #expect(try desks.a.record(visit).values[Visit.household] == merged.id) }
        try desks.sync()
        #expect(try desks.b.twins().isEmpty && desks.b.conflicts().isEmpty)
        #expect(try desks.a.canonicalDump() == desks.b.canonicalDump())

        try desks.a.undo()
        #expect(try ids.map { try desks.a.record($0).values } == before)
        #expect(try desks.a.record(visits[0]).values[Visit.household] == ids[0])
        #expect(try desks.a.record(visits[1]).values[Visit.household] == ids[1])
        #expect(try desks.a.twins().count == 1)
        try desks.a.redo()
        #expect(try desks.a.twins().isEmpty)
        try desks.sync()
        #expect(try desks.a.canonicalDump() == desks.b.canonicalDump())
    }

    @Test func `what is written about a household that was merged elsewhere asks to follow, on every laptop alike`()
        throws
    {
        let (desks, ids, _) = try Self.twice()
        let pair = try #require(try desks.b.twins().first)
        try desks.b.merge(pair)
        // The other laptop does not know, and goes on writing about both.
        let gone = try desks.a.recordVisit(at: pair.second.id, outcome: .metWithNotes, notes: "并户前写的。").id
        let kept = try desks.a.recordVisit(at: pair.first.id, outcome: .metNothingNew).id
        try desks.sync()
        for desk in [desks.a, desks.b] {
            let strays = try #require(try desk.strays().first)
            #expect(try desk.strays().count == 1 && desk.inbox() == [.strays(strays)] && desk.inboxCount == 1)
            #expect(strays.merged.id == pair.second.id && strays.stands.id == pair.first.id)
            #expect(strays.records.map(\.id) == [gone])
            #expect(try desk.inbox(of: gone) == [.strays(strays)] && desk.inbox(of: kept).isEmpty)
        }
        // Two officers decide the same without knowing of each other: that is no new question.
        for desk in [desks.a, desks.b] { try desk.follow(#require(try desk.strays().first)) }
        try desks.sync()
        for desk in [desks.a, desks.b] {
            #expect(try desk.record(gone).values[Visit.household] == ids.min())
            #expect(try desk.inbox().isEmpty)
        }
        #expect(try desks.a.canonicalDump() == desks.b.canonicalDump())
        // It is undone as a whole, and asked again; a restart asks the same.
        try desks.a.undo()
        #expect(try desks.a.record(gone).values[Visit.household] == ids.max())
        #expect(try desks.a.strays().map { $0.records.map(\.id) } == [[gone]])
    }

    @Test func `undoing the merge leaves nothing astray`() throws {
        let (desks, _, _) = try Self.twice()
        let pair = try #require(try desks.b.twins().first)
        try desks.b.merge(pair)
        _ = try desks.a.recordVisit(at: pair.second.id, outcome: .metNothingNew)
        try desks.sync()
        #expect(try desks.b.strays().count == 1)
        try desks.b.undo()
        #expect(try desks.b.strays().isEmpty && desks.b.twins().count == 1)
        try desks.sync()
        #expect(try desks.a.strays().isEmpty)
    }

    @Test func `laptops that joined on one day take different letters, also when a clock is a year ahead`() throws {
        let desks = try TwoDesks { door in
            let id = try Self.add(door, "老榆里3号楼2单元501室")
            _ = try door.recordVisit(at: id, outcome: .notMet)
        }
        try desks.sync()
        let id = try #require(try desks.a.list(ListQuery(Household.type.id), limit: 1).records.first).id
        desks.clockB.pass(days: 366)
        let first = try #require(try desks.a.recordVisit(at: id, outcome: .notMet).values[Visit.number])
        let second = try #require(try desks.b.recordVisit(at: id, outcome: .notMet).values[Visit.number])
        #expect(WorkingNumber(first)?.terminal != WorkingNumber(second)?.terminal)
        #expect(WorkingNumber(second)?.terminal != "A")
    }

    @Test func `both laptops merge apart and one household is left, with every visit`() throws {
        let (desks, ids, visits) = try Self.twice()
        for desk in [desks.a, desks.b] { try desk.merge(#require(try desk.twins().first)) }
        try desks.sync()
        for desk in [desks.a, desks.b] {
            #expect(try desk.list(ListQuery(Household.type.id), limit: 10).records.map(\.id) == [ids.min()])
            for visit in visits { #expect(try desk.record(visit).values[Visit.household] == ids.min()) }
            #expect(try desk.twins().isEmpty)
        }
    }

    @Test func `that they are two is remembered on every laptop, and can be taken back`() throws {
        let (desks, _, _) = try Self.twice()
        try desks.a.keepApart(#require(try desks.a.twins().first))
        #expect(try desks.a.twins().isEmpty)
        try desks.sync()
        #expect(try desks.b.twins().isEmpty)
        try desks.a.undo()
        #expect(try desks.a.twins().count == 1)
    }

    @Test(arguments: [
        ("老榆里3号楼2单元501室", "老榆里3号楼2单元501", true), ("老榆里3-2-501", "老榆里3号楼2单元501室", true),
        ("老榆里 3号楼 2单元 501室", "老榆里3号楼2单元0501室", true), ("老榆里3号楼2单元501室", "老榆里3号楼2单元502室", false),
        ("老榆里3号楼2单元501室", "新榆里3号楼2单元501室", false), ("柿子湾村4组12号", "柿子湾村4组12号", true),
        ("柿子湾村4组12号", "柿子湾村4组1号", false), ("老榆里3号楼1单元11室", "老榆里3号楼11单元1室", false),
    ])
    func `a door is the same door however it is written`(_ one: String, _ other: String, _ isSame: Bool) throws {
        let desk = try DeskFixture().clear()
        _ = try Self.add(desk, one)
        _ = try Self.add(desk, other, head: "解大勇")
        #expect(try desk.twins().isEmpty == !isSame, "\(one) \(other)")
    }

    @Test func `who moved out is not compared with who lives there now`() throws {
        let desk = try DeskFixture().clear()
        let old = try Self.add(desk, "老榆里3号楼2单元501室")
        try desk.amend(old) { $0[Household.movedOut] = desk.today }
        _ = try Self.add(desk, "老榆里3号楼2单元501室", head: "解大勇")
        #expect(try desk.twins().isEmpty)
    }

    @Test func `the same person twice in one household becomes one, values of both kept; a namesake stays`() throws {
        var id: RecordID?
        let desks = try TwoDesks { id = try Self.add($0, "老榆里3号楼2单元501室") }
        let door = try #require(id)
        func addMember(_ desk: Desk, _ row: String, _ cells: [String: Value]) throws {
            try desk.amend(door) {
                $0.addRow(RowID(row), to: "members")
                for (cell, value) in cells { $0[FieldPath("members", row: RowID(row), cell: cell)] = value }
            }
        }
        try addMember(
            desks.a, "a1", ["name": .text("解小雨"), "birth_year": .number(1990), "phone": .text("13900001111")])
        try addMember(desks.b, "b1", ["name": .text("解小雨"), "birth_year": .number(1990), "sex": .text("2")])
        try addMember(desks.b, "b2", ["name": .text("解小雨"), "birth_year": .number(1962)])
        try desks.sync()
        let pair = try #require(try desks.b.twins().first)
        #expect(try desks.b.twins().count == 1)
        #expect(pair.rows == .init(table: "members", first: RowID("a1"), second: RowID("b1")))
        try desks.b.merge(pair)
        let values = try desks.b.record(door).values
        #expect(values.rows(of: "members").sorted() == [RowID("a1"), RowID("b2")])
        #expect(values[FieldPath("members", row: RowID("a1"), cell: "phone")] == .text("13900001111"))
        #expect(values[FieldPath("members", row: RowID("a1"), cell: "sex")] == .text("2"))
        try desks.b.undo()
        try desks.b.keepApart(#require(try desks.b.twins().first))
        #expect(try desks.b.twins().isEmpty)
        try desks.sync()
        #expect(try desks.a.twins().isEmpty)
    }

    @Test func `a crash half-way through a merge leaves both, and the pair is offered again`() throws {
        let (desks, ids, visits) = try Self.twice()
        let pair = try #require(try desks.a.twins().first)
        var outcomes: Set<Int> = []
        for calls in stride(from: 0, to: 60, by: 3) {
            let disk = desks.disk.cloned()
            var environment = StoreEnvironment.simulated(
                disk, seed: 900 + UInt64(calls), machine: "first", tuning: StoreTuning())
            environment.clock = desks.clockA
            desks.a.close()
            let desk = try Desk.open(at: "/a", environment: environment)
            try desk.signIn(#require(desk.people().first { $0.name == "苏行简" }).id)
            disk.callsUntilCrash = calls
            _ = try? desk.merge(pair)
            let after = disk.crashed(seed: UInt64(calls))
            environment = StoreEnvironment.simulated(after, seed: 77, machine: "first", tuning: StoreTuning())
            environment.clock = desks.clockA
            let again = try Desk.open(at: "/a", environment: environment)
            try again.signIn(#require(again.people().first { $0.name == "苏行简" }).id)
            let doors = try again.list(ListQuery(Household.type.id), limit: 10).records.map(\.id)
            outcomes.insert(doors.count)
            #expect(doors.contains(ids.sorted()[0]))
            #expect(try again.twins().count == doors.count - 1)
            // Whichever door a visit is at, that door is there.
            for visit in visits {
                #expect(doors.contains(try #require(try again.record(visit).values[Visit.household])))
            }
        }
        #expect(outcomes == [1, 2])
    }

    // MARK: Numbers

    @Test func `two laptops that took the same letter give equal numbers; one keeps it, the other gets the next`()
        throws
    {
        var door: RecordID?
        let desks = try TwoDesks(machines: ("x", "y")) { door = try Self.add($0, "老榆里3号楼2单元501室") }
        let id = try #require(door)
        try desks.takeSameLetter()
        let first = try desks.a.recordVisit(at: id, outcome: .notMet)
        desks.clockB.pass(minutes: 5)
        let second = try desks.b.recordVisit(at: id, outcome: .metNothingNew)
        #expect(first.values[Visit.number] == second.values[Visit.number])
        try desks.sync()
        for desk in [desks.a, desks.b] {
            let question = try #require(try desk.numberQuestions().first)
            #expect(question.records.map(\.id) == [first.id, second.id] && !question.isProvisional)
        }
        try desks.b.settle(#require(try desks.b.numberQuestions().first), keeping: 0)
        #expect(try desks.b.record(first.id).values[Visit.number] == first.values[Visit.number])
        let other = try #require(try desks.b.record(second.id).values[Visit.number])
        #expect(other != first.values[Visit.number])
        #expect(WorkingNumber(other)?.terminal != WorkingNumber(try #require(first.values[Visit.number]))?.terminal)
        try desks.sync()
        #expect(try desks.a.numberQuestions().isEmpty && desks.b.numberQuestions().isEmpty)
        try desks.b.undo()
        #expect(try desks.b.numberQuestions().count == 1)
    }

    @Test func `equal official numbers are shown both, and choosing gives the other the next`() throws {
        let desks = try TwoDesks()
        try desks.takeSameLetter()
        func mediation(_ desk: Desk, _ title: String) throws -> Record {
            var values = desk.newValues(of: Mediation.type)
            values[Mediation.title] = title
            values[Mediation.category] = "01"
            values[Mediation.source] = "1"
            values[Mediation.facts] = "两家为水管争执。"
            values[Mediation.responsibleUnit] = "榆钱社区警务室"
            values[Mediation.minor] = false
            for (row, name) in [("a", "单翠萍"), ("b", "解大勇")] {
                values.addRow(RowID(row), to: Mediation.parties.key)
                values[MediationParty.kind, RowID(row), of: Mediation.parties] = .person
                values[MediationParty.name, RowID(row), of: Mediation.parties] = name
                values[MediationParty.consent, RowID(row), of: Mediation.parties] = .agrees
                values[MediationParty.consentOn, RowID(row), of: Mediation.parties] = desk.today
            }
            values[Mediation.accepted] = desk.today
            values[Mediation.officialNumber] = try desk.nextCaseNumber(year: 2026, for: values)
            return try desk.save(values, of: Mediation.type)
        }
        let one = try mediation(desks.a, "漏水")
        desks.clockB.pass(minutes: 5)
        let other = try mediation(desks.b, "噪声")
        #expect(one.values[Mediation.officialNumber] == other.values[Mediation.officialNumber])
        try desks.sync()
        // Both took the same letter: the working numbers are equal as well.
        let questions = try desks.a.numberQuestions()
        #expect(questions.count == 2)
        let question = try #require(questions.first { $0.path == Mediation.officialNumber.path })
        #expect(question.records.map(\.id) == [one.id, other.id])
        for question in questions { try desks.a.settle(question, keeping: 1) }
        #expect(try desks.a.record(other.id).values[Mediation.officialNumber] == other.values[Mediation.officialNumber])
        #expect(try desks.a.record(one.id).values[Mediation.officialNumber] == "（2026）榆人调字第002号")
        try desks.sync()
        #expect(try desks.b.numberQuestions().isEmpty)

        // One laptop is named as the one that gives numbers: what the other gives waits for it.
        let letter = try desks.a.terminalLetter()
        try desks.a.amend(#require(desks.a.room).id) { $0[Room.numberLaptop] = letter }
        let third = try mediation(desks.b, "占道")
        try desks.sync()
        let waiting = try desks.a.numberQuestions()
        #expect(waiting.allSatisfy(\.isProvisional) && waiting.contains { $0.records[0].id == third.id })
        // The other one shows it, counts it as nobody's work there, and cannot confirm it.
        let shown = try desks.b.numberQuestions()
        #expect(shown.map(\.confirmedBy) == waiting.map { _ in letter } && desks.b.inboxCount == 0)
        #expect(try desks.b.inbox().allSatisfy(\.waitsElsewhere))
        #expect(throws: DeskError.self) { try desks.b.settle(shown[0], keeping: 0) }
        for question in waiting { try desks.a.settle(question, keeping: 0) }
        #expect(try desks.a.numberQuestions().isEmpty)
        #expect(!desks.a.isProvisional(try desks.a.record(third.id)))
    }
}
