import Casework
import Desk
import Records
import Store
import TestSupport
import Testing

/// Erasing, limiting, retention and subject access at the desk: RIGHTS.md rules 6 and 13.
@Suite("Erasing at the desk")
struct ErasingTests {
    private static let head = "欧阳不识"
    private static let note = "杨柳胡同漏水，要找物业"

    /// A household with a visit, a correction in its history, a draft about it and a saved index that has seen it.
    private func filled(_ fixture: DeskFixture) throws -> (desk: Desk, household: Record, visit: Record) {
        let desk = try fixture.clear()
        var values = desk.newValues(of: Household.type)
        values[Household.address] = "杨柳胡同8号"
        values[Household.head] = "曾用名"
        var door = try desk.save(values, of: Household.type)
        values = door.values
        values[Household.head] = Self.head
        values[Household.phone] = "13911112222"
        door = try desk.save(values, of: Household.type, base: door)
        let visit = try desk.recordVisit(at: door.id, outcome: .metWithNotes, notes: Self.note)
        var draft = desk.newDraft(of: Visit.type.id, values: desk.newValues(of: Visit.type))
        draft.values[Visit.household] = door.id
        draft.values[Visit.notes] = "没写完：\(Self.head)"
        try desk.keep(draft)
        _ = try desk.addHousehold("杨柳胡同9号")
        desk.close()
        let again = try fixture.reopen()
        return (again, try again.record(door.id), try again.record(visit.id))
    }

    @Test("Nothing of a person is left in any file, list or search; that it was erased, why and by whom is")
    func erasing() throws {
        let fixture = DeskFixture()
        let (desk, door, visit) = try filled(fixture)
        for text in [Self.head, "曾用名", "13911112222", Self.note] { #expect(fixture.disk.holds(text), "\(text)") }
        let plan = try desk.erasurePlan(of: [door.id])
        #expect(plan.items.map(\.scope.record) == [door.id, visit.id] && plan.references == 0)
        #expect(plan.items[0].older > 0 && plan.values > 6)
        #expect(plan.files.contains("general/snapshot") && plan.files.count >= 2)
        #expect(try desk.erase(plan, basis: "本人申请") == nil)
        for text in [Self.head, "曾用名", "13911112222", Self.note, "杨柳胡同8号"] {
            #expect(!fixture.disk.holds(text), "\(text)")
        }
        for desk in [desk, try fixture.crash()] {
            #expect(try desk.search(Self.head).isEmpty && desk.search("漏水").isEmpty)
            #expect(try desk.list(ListQuery(Household.type.id), limit: 9).records.count == 1)
            #expect(try desk.list(ListQuery(Visit.type.id), limit: 9).records.isEmpty)
            #expect(try desk.deleted(Household.type.id).isEmpty && desk.drafts().isEmpty)
            #expect(throws: DeskError.notFound) { try desk.record(door.id) }
            #expect(throws: DeskError.notFound) { try desk.restore(door.id) }
            let steps = try desk.history(of: door.id)
            #expect(steps.last?.kind == .erased && steps.last?.basis == "本人申请" && steps.last?.officer == "苏行简")
            #expect(steps.allSatisfy(\.values.isEmpty) && steps.count == 3)
            #expect(try desk.verify().findings.isEmpty)
            let status = try desk.erasures()
            #expect(status.count == 2 && status.allSatisfy { $0.applied.count == 1 && $0.missing.isEmpty })
        }
        // The saved index holds nothing either.
        let again = try fixture.reopen(seed: 5)
        _ = try again.addHousehold("杨柳胡同10号")
        again.close()
        #expect(!fixture.disk.holds(Self.head) && !fixture.disk.holds(Self.note))
    }

    @Test("Visits that were deleted, or limited with their household, go with it too")
    func hiddenDependents() throws {
        let fixture = DeskFixture()
        let (desk, door, visit) = try filled(fixture)
        try desk.delete(visit.id)
        let late = try desk.recordVisit(at: door.id, outcome: .metWithNotes, notes: "水表在楼道")
        try desk.limit(door.id, basis: "本人申请")
        #expect(try Set(desk.limited().map(\.id)) == [door.id, late.id])
        #expect(try desk.search("水表").isEmpty)
        try desk.endLimit(door.id)
        #expect(try desk.limited().isEmpty && !desk.search("水表").isEmpty)
        try desk.limit(door.id, basis: "本人申请")
        let plan = try desk.erasurePlan(of: [door.id])
        #expect(Set(plan.items.map(\.scope.record)) == [door.id, visit.id, late.id])
        try desk.erase(plan, basis: "本人申请")
        for text in [Self.head, Self.note, "水表在楼道"] { #expect(!fixture.disk.holds(text), "\(text)") }
    }

    @Test("Undo passes over what was erased, and the erasure itself is nobody's to undo")
    func undo() throws {
        let fixture = DeskFixture()
        let (desk, door, _) = try filled(fixture)
        try desk.erase(try desk.erasurePlan(of: [door.id]), basis: "本人申请")
        let before = try desk.list(ListQuery(Household.type.id), limit: 9).records.count
        // The last step is the other household; before it there is only what was erased and the setting up.
        try desk.undo()
        #expect(try desk.list(ListQuery(Household.type.id), limit: 9).records.count == before - 1)
        #expect(throws: DeskError.self) { try desk.undo() }
        #expect(throws: DeskError.notFound) { try desk.record(door.id) }
        try desk.redo()
        #expect(try desk.list(ListQuery(Household.type.id), limit: 9).records.count == before)
    }

    @Test("A basis that repeats what is erased is refused, and so is a preview that somebody wrote after")
    func refusals() throws {
        let fixture = DeskFixture()
        let (desk, door, _) = try filled(fixture)
        let plan = try desk.erasurePlan(of: [door.id])
        #expect(throws: DeskError.self) { try desk.erase(plan, basis: "\(Self.head)申请") }
        #expect(throws: DeskError.self) { try desk.erase(plan, basis: " ") }
        var values = door.values
        values[Household.people] = 3
        try desk.save(values, of: Household.type, base: door)
        #expect(throws: DeskError.self) { try desk.erase(plan, basis: "本人申请") }
        #expect(try desk.record(door.id).values[Household.people] == 3)
        #expect(throws: DeskError.self) { try desk.erasurePlan(of: [desk.person?.id ?? door.id]) }
        // Whoever has the form open still cannot bring it back.
        let standing = try desk.record(door.id)
        try desk.erase(try desk.erasurePlan(of: [door.id]), basis: "本人申请")
        #expect(throws: DeskError.self) { try desk.save(values, of: Household.type, base: standing) }
        #expect(throws: DeskError.self) { try desk.erasurePlan(of: [door.id]) }
    }

    @Test("A number that went with its record is not given again")
    func numbers() throws {
        let fixture = DeskFixture()
        let (desk, door, visit) = try filled(fixture)
        let number = try #require(visit.values[Visit.number])
        try desk.erase(try desk.erasurePlan(of: [door.id]), basis: "本人申请")
        let other = try #require(try desk.list(ListQuery(Household.type.id), limit: 1).records.first)
        let next = try desk.recordVisit(at: other.id, outcome: .notMet)
        #expect(next.values[Visit.number] != number)
        #expect(next.values[Visit.number]?.hasSuffix("0002") == true)
    }

    @Test("Nothing is erased while the clock is doubtful, in either direction")
    func clock() throws {
        let fixture = SealedFixture()
        let desk = try fixture.create().desk
        let door = try desk.addHousehold("杨柳胡同8号")
        fixture.clock.pass(milliseconds: -3 * 86_400_000)
        #expect(desk.isClockDoubtful)
        #expect(throws: DeskError.self) { try desk.erasurePlan(of: [door.id]) }
        fixture.clock.pass(milliseconds: 90 * 86_400_000)
        #expect(desk.isClockDoubtful)
        fixture.clock.pass(milliseconds: -80 * 86_400_000)
        #expect(try !desk.isClockDoubtful && desk.erasurePlan(of: [door.id]).items.count == 1)
    }

    @Test("An auxiliary erases nothing, limits nothing and answers no request for information")
    func roles() throws {
        let fixture = SealedFixture()
        let desk = try fixture.create().desk
        let door = try desk.addHousehold("杨柳胡同8号", head: Self.head)
        try desk.addHelper()
        desk.lock()
        try desk.unlock(name: SealedFixture.helper, passphrase: SealedFixture.helperPassphrase)
        #expect(throws: DeskError.self) { try desk.erasurePlan(of: [door.id]) }
        #expect(throws: DeskError.self) { try desk.limit(door.id, basis: "本人申请") }
        #expect(throws: DeskError.self) { try desk.subjectCandidates(Self.head) }
        #expect(try desk.retentionDue().isEmpty)
    }

    @Test("A follow-up goes with its entries from a sealed notebook, and its stream stays readable")
    func followup() throws {
        let fixture = SealedFixture()
        let desk = try fixture.create().desk
        let duty = try desk.addFollowup(.resettlement, of: Self.head)
        let other = try desk.addFollowup(.resettlement, of: "单翠萍")
        let plan = try desk.erasurePlan(of: [duty.id])
        #expect(plan.items.allSatisfy { !$0.title.contains(Self.head) })
        try desk.erase(plan, basis: "本人申请")
        desk.close()
        let again = try fixture.reopen()
        try again.unlock(name: SealedFixture.name, passphrase: SealedFixture.passphrase)
        #expect(throws: DeskError.notFound) { try again.record(duty.id) }
        #expect(try again.record(other.id).id == other.id)
        #expect(try again.verify().findings.isEmpty && again.verify().erased > 0)
        #expect(try again.history(of: duty.id).last?.kind == .erased)
    }

    @Test("A record of limited use is in no list, search or due list, cannot be edited, and can be freed again")
    func limiting() throws {
        let fixture = DeskFixture()
        let (desk, door, visit) = try filled(fixture)
        try desk.limit(door.id, basis: "本人申请")
        for desk in [desk, try fixture.crash()] {
            #expect(try desk.search(Self.head).isEmpty)
            #expect(try desk.list(ListQuery(Household.type.id), limit: 9).records.allSatisfy { $0.id != door.id })
            #expect(try desk.deleted(Household.type.id).isEmpty)
            #expect(try Set(desk.limited().map(\.id)) == [door.id, visit.id])
            #expect(throws: DeskError.self) {
                try desk.save(desk.record(door.id).values.withPeople(4), of: Household.type, base: desk.record(door.id))
            }
            #expect(try desk.history(of: door.id).last?.kind == .limited)
            #expect(try desk.record(visit.id).id == visit.id)
        }
        let again = try fixture.reopen(seed: 6)
        try again.endLimit(door.id)
        #expect(try again.search(Self.head).flatMap(\.hits).contains { $0.record.id == door.id })
        #expect(try again.limited().isEmpty && again.history(of: door.id).last?.kind == .released)
        try again.undo()
        #expect(try Set(again.limited().map(\.id)) == [door.id, visit.id])
    }

    @Test("What was kept long enough is listed with its article, and only listed")
    func due() throws {
        let fixture = DeskFixture()
        let desk = try fixture.clear()
        let today = desk.today
        func household(_ address: String, out: CalendarDay?) throws -> Record {
            var values = desk.newValues(of: Household.type)
            values[Household.address] = address
            values[Household.head] = "单翠萍"
            values[Household.movedOut] = out
            return try desk.save(values, of: Household.type)
        }
        let over = try household("杨柳胡同1号", out: today.adding(months: -12).adding(days: -1))
        let last = try household("杨柳胡同2号", out: today.adding(months: -12))
        let here = try household("杨柳胡同3号", out: nil)
        #expect(try desk.retentionDue().map(\.id) == [over.id])
        #expect(try desk.retentionDue().first?.reason.zh.contains("个人信息保护法19") == true)
        #expect(desk.retentionEnd(of: last)?.day == today && desk.retentionEnd(of: here) == nil)
        // The police room may shorten it.
        let room = try #require(try desk.list(ListQuery(Room.type.id), limit: 1).records.first)
        var values = room.values
        values[Room.householdMonths] = 24
        #expect(throws: DeskError.self) { try desk.save(values, of: Room.type, base: room) }
        values[Room.householdMonths] = 6
        try desk.save(values, of: Room.type, base: room)
        #expect(try desk.retentionDue().map(\.id) == [over.id, last.id])
        #expect(try desk.erasurePlan(of: [over.id]).isDue(on: today))
        #expect(try !desk.erasurePlan(of: [here.id]).isDue(on: today))
    }

    @Test("A person is given what is held about them, without other people, by type, on record")
    func subject() throws {
        let fixture = DeskFixture()
        let (desk, door, visit) = try filled(fixture)
        var values = desk.newValues(of: Mediation.type)
        values[Mediation.title] = "邻里漏水"
        values[Mediation.facts] = "\(Self.head)与丁香因漏水争执"
        for name in [Self.head, "丁香"] {
            let row = desk.newRowID()
            values.addRow(row, to: Mediation.parties.key)
            values[FieldPath(Mediation.parties.key, row: row, cell: MediationParty.name.key)] = .text(name)
            values[FieldPath(Mediation.parties.key, row: row, cell: MediationParty.kind.key)] = .text("1")
        }
        let view = SubjectView(name: Self.head, type: Mediation.type).values(of: values)
        #expect(view.rows(of: Mediation.parties.key).count == 1)
        #expect(view[Mediation.facts] == "\(Self.head)与他人因漏水争执")
        #expect(try desk.subjectCandidates(Self.head).map(\.id) == [door.id])
        #expect(throws: DeskError.self) { try desk.subjectFile(Self.head, of: [door.id], purpose: "") }
        #expect(throws: DeskError.self) { try desk.subjectFile("单翠萍", of: [door.id], purpose: "本人申请") }
        func own() throws -> Int { try desk.auditPage(.init(desk.today...desk.today)).own }
        let lines = try own()
        let file = try desk.subjectFile(Self.head, of: [door.id], purpose: "本人申请")
        #expect(file.sections.map(\.type.id) == [Household.type.id, Visit.type.id] && !file.isPartial)
        #expect(file.sections[0].entries[0].changes.map { $0.fields.map(\.zh).sorted() } == [["户主", "电话"]])
        #expect(file.sections[1].entries[0].values == visit.values)
        // A line for each record; nobody reads their own, only how many there are.
        #expect(try own() == lines + 2)
    }

    @Test("Another laptop's erasure is carried out when its segments are here, and both say so")
    func twoLaptops() throws {
        let fixture = DeskFixture()
        let (desk, door, _) = try filled(fixture)
        desk.close()
        let other = SimulatedFileSystem()
        for (path, bytes) in fixture.disk.contents where !path.hasSuffix("/lock") { other.put(bytes, at: path) }
        let one = try fixture.reopen(seed: 20)
        try one.erase(try one.erasurePlan(of: [door.id]), basis: "本人申请")
        one.close()
        for (path, bytes) in fixture.disk.contents where path.contains("/segments/") && other.contents[path] == nil {
            other.put(bytes, at: path)
        }
        #expect(other.holds(Self.head))
        var environment = StoreEnvironment.simulated(other, seed: 30, machine: "two", tuning: StoreTuning())
        let two = try Desk.open(at: DeskFixture.place, environment: environment)
        #expect(!other.holds(Self.head) && !other.holds(Self.note))
        try two.signIn(try #require(two.people().first).id)
        #expect(try two.search(Self.head).isEmpty)
        #expect(throws: DeskError.notFound) { try two.record(door.id) }
        #expect(try two.erasures().allSatisfy { $0.applied.count == 1 })
        two.rest()
        #expect(try two.erasures().allSatisfy { $0.applied.count == 2 && $0.missing.isEmpty })
        two.close()
        environment = .simulated(other, seed: 31, machine: "two", tuning: StoreTuning())
        #expect(try Desk.open(at: DeskFixture.place, environment: environment).verify().findings.isEmpty)
        #expect(!other.holds(Self.head))
    }
}

extension FieldValues {
    /// The values with another number of people.
    fileprivate func withPeople(_ count: Int) -> FieldValues {
        var values = self
        values[Household.people] = count
        return values
    }
}
