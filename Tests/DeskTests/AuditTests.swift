import Casework
import Desk
import Records
import Store
import TestSupport
import Testing

@Suite("The audit log")
struct AuditTests {
    private let fixture = SealedFixture()

    /// A room with an officer, an auxiliary and a leader, and one restricted follow-up of the officer's.
    private func room() throws -> (desk: Desk, hidden: Record) {
        let (desk, _) = try fixture.create()
        try desk.addHelper()
        try desk.addLeader()
        return (desk, try desk.addFollowup(.drugRehabilitation, of: "隐名者"))
    }

    private func sitOfficer(_ desk: Desk) throws {
        desk.lock()
        try desk.unlock(name: SealedFixture.name, passphrase: SealedFixture.passphrase)
    }

    private func lines(_ desk: Desk, _ act: AuditAct? = nil) throws -> [AuditEntry] {
        desk.lock()
        try desk.unlock(name: SealedFixture.leader, passphrase: SealedFixture.leaderPassphrase)
        return try desk.auditPage(.init(desk.today...desk.today, act: act)).entries
    }

    @Test("shows a restricted record only after its line is on the disk: the power may go at once")
    func opening() throws {
        let (desk, hidden) = try room()
        try sitOfficer(desk)
        let listed = try #require(try desk.list(ListQuery(Followup.type.id), limit: 5).records.first)
        #expect(listed.values[Followup.subject] == "隐某某")
        #expect(listed.values[Followup.leadContact] == nil)
        #expect(try desk.record(hidden.id).values[Followup.subject] == "隐某某")
        #expect(throws: DeskError.reasonNeeded) { try desk.openRecord(hidden.id) }
        #expect(throws: DeskError.reasonNeeded) { try desk.openRecord(hidden.id, reason: " 　") }
        #expect(try desk.openRecord(hidden.id, reason: "核对文书").values == hidden.values)
        // It is open now: drawing it again writes nothing more.
        #expect(try desk.record(hidden.id).values == hidden.values)
        #expect(try desk.history(of: hidden.id).count == 1)
        let crashed = try fixture.crash()
        let entries = try lines(crashed, .opened)
        #expect(entries.map(\.line.record) == [hidden.id])
        #expect(entries.first?.line.reason == "核对文书")
        #expect(entries.first?.line.isRestricted == true)
        #expect(entries.first?.name == SealedFixture.name)
        // Whoever reviews it learns who opened what, and no name.
        #expect(throws: DeskError.notFound) { try crashed.record(hidden.id) }
    }

    @Test("keeps a restricted record closed while the disk is full, and lets general work go on with a word about it")
    func fullDisk() throws {
        let (desk, hidden) = try room()
        let household = try desk.addHousehold("老榆里3号楼501室")
        try sitOfficer(desk)
        // Each log has room reserved ahead, which goes first.
        fixture.disk.capacity = 0
        for isRestricted in [true, false] {
            let line = AuditLine(.searched, field: .text, count: 1, isRestricted: isRestricted)
            while (try? desk.audit(line)) != nil {}
        }
        #expect(throws: DeskError.self) { try desk.openRecord(hidden.id, reason: "核对文书") }
        #expect(try desk.record(hidden.id).values[Followup.subject] == "隐某某")
        #expect(throws: DeskError.self) { try desk.reveal([hidden]) }
        #expect(try desk.openRecord(household.id).values == household.values)
        #expect(try desk.search("单翠萍").isEmpty == false)
        #expect(desk.takeAuditNotice() == nil)
        desk.rest()
        let notice = try #require(desk.takeAuditNotice())
        #expect(notice.zh.contains("操作日志"))
        try desk.reveal([household])
        // It is said once.
        #expect(desk.takeAuditNotice() == nil)
        fixture.disk.capacity = 1 << 40
        #expect(try desk.openRecord(hidden.id, reason: "核对文书").values == hidden.values)
    }

    @Test("writes a search once, when it is over, by field and count and without its words")
    func searches() throws {
        let (desk, _) = try room()
        _ = try desk.addHousehold("老榆里3号楼501室", head: "单翠萍")
        try sitOfficer(desk)
        let before = try desk.auditPage(.init(desk.today...desk.today)).own
        for text in ["单", "单翠", "单翠萍", "单翠"] { _ = try desk.search(text) }
        #expect(try desk.auditPage(.init(desk.today...desk.today)).own == before)
        // Something else is looked for: the first search is over.
        fixture.clock.pass(milliseconds: 10)
        _ = try desk.search("1234")
        fixture.clock.pass(milliseconds: 10)
        desk.rest()
        fixture.clock.pass(milliseconds: 10)
        _ = try desk.find(Desk.FindRequest("", from: desk.today, through: desk.today))
        fixture.clock.pass(milliseconds: 10)
        _ = try desk.search("F2026-RA0001")
        fixture.clock.pass(milliseconds: 10)
        let entries = try lines(desk, .searched)
        let own = entries.filter { $0.name == SealedFixture.name }.reversed()
        #expect(own.map(\.line.field) == [.text, .phone, .period, .number, .number])
        #expect(own.map(\.line.count).prefix(3) == [1, 1, 0])
        #expect(own.map(\.line.isRestricted).sorted { !$0 && $1 } == [false, false, false, false, true])
        #expect(own.allSatisfy { $0.line.reason == nil && $0.line.record == nil })
    }

    @Test("cannot be made, changed, deleted, restored, taken back, found or listed by anybody")
    func untouchable() throws {
        let (desk, hidden) = try room()
        try sitOfficer(desk)
        let visit = try desk.recordVisit(at: desk.addHousehold("老榆里3号楼501室").id, outcome: .metNothingNew)
        try desk.openRecord(hidden.id, reason: "核对文书")
        for _ in 0..<30 { try desk.reveal([hidden]) }
        let entry = try #require(try lines(desk, .opened).first)
        try sitOfficer(desk)
        let query = ListQuery(Audit.declaration.id)
        #expect(throws: DeskError.unknownType("audit")) { try desk.type("audit") }
        #expect(!desk.types.contains { $0.id == Audit.declaration.id || $0.id == Handover.declaration.id })
        #expect(throws: DeskError.notFound) { try desk.record(entry.id) }
        #expect(throws: DeskError.notFound) { try desk.openRecord(entry.id, reason: "核对") }
        #expect(throws: DeskError.notFound) { try desk.delete(entry.id) }
        #expect(throws: DeskError.notFound) { try desk.restore(entry.id) }
        #expect(throws: DeskError.notFound) { try desk.history(of: entry.id) }
        #expect(try desk.list(query, limit: 5).records.isEmpty)
        #expect(try desk.count(query) == 0)
        #expect(try desk.position(of: entry.id, in: query) == nil)
        #expect(try desk.groups(by: "day", query).isEmpty)
        #expect(try desk.deleted(Audit.declaration.id).isEmpty)
        #expect(try desk.referring(to: hidden.id, types: [Audit.declaration.id]).isEmpty)
        let line = AuditLine(.opened).values(on: desk.today)
        #expect(throws: DeskError.self) { try desk.save(line, of: Audit.declaration) }
        #expect(throws: DeskError.self) { try desk.save(line, of: Audit.declaration, base: Record(id: entry.id)) }
        // Undo takes back what was written last by hand, and what was noted since stays.
        #expect(try desk.undo().records == [visit.id])
        #expect(try desk.redo().records == [visit.id])
        #expect(try lines(desk, .revealed).count == 30)
    }

    @Test("is reviewed by somebody else, month by month, with what stands out on top")
    func review() throws {
        let (desk, hidden) = try room()
        try sitOfficer(desk)
        for _ in 0..<AuditReview.openedPerDay { try desk.openRecord(hidden.id, reason: "按期协助") }
        let officer = try #require(desk.person?.id)
        let page = try desk.auditPage(.init(desk.today...desk.today))
        #expect(page.own > AuditReview.openedPerDay)
        #expect(!page.entries.contains { $0.officer == officer })
        #expect(throws: DeskError.self) { try desk.review(officer, month: desk.today) }
        #expect(try lines(desk, .refused).contains { $0.officer == officer })
        let all = try desk.auditPage(.init(desk.today.startOfMonth...desk.today.endOfMonth))
        #expect(all.bulk.map(\.act) == [.opened])
        #expect(all.bulk.first?.count == AuditReview.openedPerDay)
        #expect(try desk.auditPage(.init(desk.today...desk.today, officer: officer, act: .unlocked)).entries.count == 1)
        try desk.review(officer, month: desk.today)
        try sitOfficer(desk)
        let reviews = try desk.auditPage(.init(desk.today...desk.today)).reviews
        #expect(reviews.map(\.reviewer) == [SealedFixture.leader])
        #expect(reviews.first?.month == "2026-11")
        // Who leads reads lines, not records, and an auxiliary goes through nothing.
        desk.lock()
        try desk.unlock(name: SealedFixture.helper, passphrase: SealedFixture.helperPassphrase)
        #expect(throws: DeskError.self) { try desk.review(officer, month: desk.today) }
        let seen = try desk.auditPage(.init(desk.today...desk.today))
        #expect(!seen.entries.isEmpty)
        #expect(!seen.entries.contains { $0.line.isRestricted || $0.line.record == hidden.id })
        #expect(seen.bulk.isEmpty)
    }

    @Test(
        "tells of locking, unlocking and wrong tries, also of those before a restart, which still have to be waited for"
    )
    func unlocking() throws {
        let (desk, _) = try room()
        desk.close()
        let first = try fixture.reopen()
        #expect(throws: DeskError.wrongPassphrase(delay: 1000)) {
            try first.unlock(name: SealedFixture.name, passphrase: "不是这一句话")
        }
        fixture.clock.pass(milliseconds: 1000)
        #expect(throws: DeskError.wrongPassphrase(delay: 2000)) {
            try first.unlock(name: SealedFixture.name, passphrase: "也不是这一句")
        }
        // Ending the program gains nothing, and neither does the power going.
        let second = try fixture.crash()
        #expect(second.unlockDelay == 2000)
        fixture.clock.pass(milliseconds: 2000)
        try second.unlock(name: SealedFixture.name, passphrase: SealedFixture.passphrase)
        let third = try fixture.reopen()
        #expect(third.unlockDelay == 0)
        let entries = try lines(third)
        #expect(entries.first { $0.line.act == .attempted }?.line.count == 2)
        #expect(entries.contains { $0.line.act == .unlocked && $0.name == SealedFixture.name })
        #expect(entries.contains { $0.line.act == .locked })
    }

    @Test("costs little: a line is some hundred bytes in the log and in the index, and is in no search")
    func cost() throws {
        func size(lines: Int) throws -> (log: Int, image: Int) {
            let fixture = DeskFixture()
            let desk = try fixture.clear()
            for number in 0..<lines {
                try desk.audit(
                    AuditLine(
                        .opened, type: Household.type.id,
                        record: RecordID("7zzzzzzzzzzzzzzzzzzzzzzz\(10 + number % 80)"),
                        reason: "按期协助、走访"))
            }
            desk.close()
            func sum(_ part: String) -> Int {
                fixture.disk.contents.filter { $0.key.contains(part) }.map(\.value.count).reduce(0, +)
            }
            return (sum("segments"), sum("snapshot"))
        }
        let none = try size(lines: 0)
        let many = try size(lines: 1000)
        #expect(many.log - none.log < 1000 * 1300, "\((many.log - none.log) / 1000)")
        #expect(many.image - none.image < 1000 * 450, "\((many.image - none.image) / 1000)")
        #expect(many.log > none.log && many.image > none.image)
        print(
            "audit line: \((many.log - none.log) / 1000) bytes in the log, \((many.image - none.image) / 1000) in the index"
        )
    }

    @Test("notes a refusal, and tells nobody without the key that there was something to refuse")
    func refusals() throws {
        let (desk, hidden) = try room()
        var other = desk.newValues(of: Officer.type)
        other[Officer.name] = "孟知远"
        other[Officer.role] = .beat
        try desk.addOfficer(other, passphrase: "另一句长长的话")
        desk.lock()
        try desk.unlock(name: "孟知远", passphrase: "另一句长长的话")
        #expect(throws: DeskError.notFound) { try desk.openRecord(hidden.id, reason: "看看") }
        fixture.clock.pass(milliseconds: 10)
        desk.lock()
        try desk.unlock(name: SealedFixture.helper, passphrase: SealedFixture.helperPassphrase)
        #expect(throws: DeskError.self) { try desk.addFollowup(.drugTreatment, of: "隐名者") }
        #expect(throws: DeskError.notFound) { try desk.openRecord(hidden.id, reason: "看看") }
        let entries = try lines(desk, .refused)
        #expect(entries.map(\.name) == [SealedFixture.helper, "孟知远"])
        #expect(entries.map(\.line.isRestricted) == [false, true])
        #expect(entries.map(\.line.record) == [nil, hidden.id])
    }
}
