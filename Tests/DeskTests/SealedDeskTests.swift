import Casework
import Desk
import Glibc
import Records
import Store
import TestSupport
import Testing

@Suite("A sealed notebook")
struct SealedDeskTests {
    private let fixture = SealedFixture()

    private func unlock(_ desk: Desk) throws {
        try desk.unlock(name: SealedFixture.name, passphrase: SealedFixture.passphrase)
    }

    @Test("is locked after a restart and after a crash, and holds everything once it is unlocked")
    func roundTrip() throws {
        let (desk, _) = try fixture.create()
        #expect(desk.isSealed)
        #expect(desk.person?.name == SealedFixture.name)
        let household = try desk.addHousehold("老榆里3号楼501室")
        let followup = try desk.addFollowup(.drugRehabilitation, of: "测试人")
        // No closing: the log alone must hold it.
        let crashed = try fixture.crash()
        #expect(crashed.isLocked)
        #expect(crashed.people().isEmpty)
        #expect(crashed.room == nil)
        try unlock(crashed)
        #expect(crashed.person?.name == SealedFixture.name)
        #expect(try crashed.record(household.id).values == household.values)
        crashed.close()
        let again = try fixture.reopen()
        try unlock(again)
        #expect(try again.openRecord(followup.id, reason: "核对").values == followup.values)
        #expect(!again.opening.wasRebuilt)
        #expect(again.opening.notices == [])
    }

    @Test("refuses every reading and writing while it is locked, with a plain message")
    func locked() throws {
        let (desk, _) = try fixture.create()
        let household = try desk.addHousehold("老榆里3号楼501室")
        let draft = desk.newDraft(of: Visit.type.id, values: desk.newValues(of: Visit.type))
        desk.lock()
        #expect(desk.isLocked)
        #expect(desk.person == nil)
        let query = ListQuery(Household.type.id)
        #expect(throws: DeskError.locked) { try desk.record(household.id) }
        #expect(throws: DeskError.locked) { try desk.list(query, limit: 5) }
        #expect(throws: DeskError.locked) { try desk.count(query) }
        #expect(throws: DeskError.locked) { try desk.count(ListQuery(Followup.type.id)) }
        #expect(throws: DeskError.locked) { try desk.groups(by: "block", query) }
        #expect(throws: DeskError.locked) { try desk.search("单翠萍") }
        #expect(throws: DeskError.locked) { try desk.history(of: household.id) }
        #expect(throws: DeskError.locked) { try desk.todayBoard() }
        #expect(throws: DeskError.locked) { try desk.undo() }
        #expect(throws: DeskError.locked) { try desk.drafts() }
        #expect(throws: DeskError.locked) { try desk.keep(draft) }
        #expect(throws: DeskError.locked) { try desk.signIn(household.id) }
        #expect(throws: DeskError.locked) { try desk.save(household.values, of: Household.type) }
        #expect(throws: DeskError.locked) { try desk.delete(household.id) }
        #expect(throws: DeskError.locked) { try desk.officers() }
        #expect(DeskError.locked.label.zh.contains("解锁"))
        #expect(desk.conflictCount == 0)
        #expect(desk.officerName(household.id).isEmpty)
    }

    @Test("gives one answer to every wrong try, and lets nobody try before the wait is over")
    func wrongTries() throws {
        _ = try fixture.create().desk.close()
        let desk = try fixture.reopen()
        #expect(throws: DeskError.wrongPassphrase(delay: 1000)) {
            try desk.unlock(name: SealedFixture.name, passphrase: "不是这一句话")
        }
        // Even what is right is not tried while the wait lasts.
        #expect(throws: DeskError.wrongPassphrase(delay: 1000)) { try unlock(desk) }
        fixture.clock.pass(milliseconds: 400)
        #expect(desk.unlockDelay == 600)
        fixture.clock.pass(milliseconds: 600)
        #expect(throws: DeskError.wrongPassphrase(delay: 2000)) {
            try desk.unlock(name: "没有这个人", passphrase: SealedFixture.passphrase)
        }
        // A clock that was set back does not shorten the wait, and does not make it endless.
        fixture.clock.pass(milliseconds: -3_600_000)
        #expect(desk.unlockDelay == 2000)
        fixture.clock.pass(milliseconds: 2000)
        #expect(desk.unlockDelay == 0)
        try unlock(desk)
        #expect(!desk.isLocked)
        #expect(desk.unlockDelay == 0)
    }

    @Test("hands over in the same process, and shows nothing of the one before")
    func handOver() throws {
        let (desk, _) = try fixture.create()
        try desk.addHelper()
        let household = try desk.addHousehold("老榆里3号楼501室")
        try desk.keep(desk.newDraft(of: Visit.type.id, values: desk.newValues(of: Visit.type)))
        desk.lock()
        try desk.unlock(name: SealedFixture.helper, passphrase: SealedFixture.helperPassphrase)
        #expect(desk.person?.role == .auxiliary)
        #expect(try desk.record(household.id).values == household.values)
        #expect(try desk.drafts().isEmpty)
        #expect(throws: DeskError.self) { try desk.undo() }
        // Nobody becomes somebody else without that one's passphrase.
        let other = try #require(desk.people().first { $0.name == SealedFixture.name })
        #expect(throws: DeskError.self) { try desk.signIn(other.id) }
        desk.lock()
        try unlock(desk)
        #expect(try desk.drafts().count == 1)
        #expect(try desk.undo().records == [household.id])
    }

    @Test("has nothing restricted for whoever has no key to it, wherever one looks")
    func auxiliary() throws {
        let (desk, _) = try fixture.create()
        try desk.addHelper()
        let hidden = try desk.addFollowup(.drugRehabilitation, of: "隐名者")
        let open = try desk.addFollowup(.olderPerson, of: "见名者")
        #expect(hidden.values["number"].text == "F2026-RA0001")
        // Numbers that everybody sees have no gap where something is hidden.
        #expect(open.values["number"].text == "F2026-A0001")
        desk.close()
        let other = try fixture.reopen()
        try other.unlock(name: SealedFixture.helper, passphrase: SealedFixture.helperPassphrase)
        let query = ListQuery(Followup.type.id)
        #expect(try other.list(query, limit: 10).records.map(\.id).contains(hidden.id) == false)
        #expect(try other.count(query) <= 1)
        #expect(try other.position(of: hidden.id, in: query) == nil)
        #expect(throws: DeskError.notFound) { try other.record(hidden.id) }
        #expect(throws: DeskError.notFound) { try other.record(named: "F2026-RA0001") }
        #expect(throws: DeskError.notFound) { try other.history(of: hidden.id) }
        #expect(try other.search("F2026-RA0001").isEmpty)
        #expect(try other.search("隐名者").isEmpty)
        #expect(try other.deleted(Followup.type.id).isEmpty)
        #expect(other.conflictCount == 0)
        let tasks = try other.tasks(on: other.today)
        #expect(!"\(tasks)".contains(hidden.id.rawValue))
        #expect(try !other.verify().findings.contains { $0.zh.contains("F2026") })
    }

    @Test("opens with the recovery code for whoever lost the passphrase, and gives a new one")
    func recoveryCode() throws {
        let (made, code) = try fixture.create()
        let household = try made.addHousehold("老榆里3号楼501室")
        made.close()
        let desk = try fixture.reopen()
        #expect(throws: DeskError.self) { try desk.unlock(recoveryCode: String(code.dropLast()) + "U") }
        #expect(desk.isLocked)
        try desk.unlock(recoveryCode: code.lowercased())
        #expect(desk.person == nil)
        let officer = try #require(desk.people().first)
        try desk.signIn(officer.id)
        #expect(try desk.record(household.id).values == household.values)
        let own = try desk.auditPage(.init(desk.today...desk.today)).own
        try desk.signIn(officer.id)
        #expect(try desk.auditPage(.init(desk.today...desk.today)).own == own)
        #expect(own >= 2)
        #expect(throws: DeskError.self) { try desk.changePassphrase("新的一句长口令") }
        try desk.renewKey(of: officer.id, passphrase: "新的一句长口令")
        desk.lock()
        #expect(throws: DeskError.wrongPassphrase(delay: 1000)) { try unlock(desk) }
        fixture.clock.pass(milliseconds: 1000)
        try desk.unlock(name: SealedFixture.name, passphrase: "新的一句长口令")
        #expect(try desk.count(ListQuery(Household.type.id)) == 1)
    }

    @Test("changes a passphrase, and refuses a weak one")
    func changePassphrase() throws {
        let (desk, _) = try fixture.create()
        for weak in ["", "12345678", "13900001234", "一二三四五", "aaaaaaaaaa"] {
            #expect(throws: DeskError.self, "\(weak)") { try desk.changePassphrase(weak) }
        }
        try desk.changePassphrase("correct horse battery")
        desk.close()
        let again = try fixture.reopen()
        #expect(throws: DeskError.wrongPassphrase(delay: 1000)) { try unlock(again) }
        fixture.clock.pass(milliseconds: 1000)
        try again.unlock(name: " \(SealedFixture.name)　", passphrase: "correct horse battery")
        #expect(again.person?.name == SealedFixture.name)
    }

    @Test("is managed by whoever the access table says; a retired officer's passphrase opens nothing")
    func officers() throws {
        let (desk, _) = try fixture.create()
        let helper = try desk.addHelper()
        let me = try #require(desk.person)
        let entries = try desk.officers()
        #expect(entries.map(\.hasKey) == [true, true])
        #expect(entries.filter(\.opensRestricted).map(\.id) == [me.id])
        #expect(throws: DeskError.self) { try desk.retire(me.id) }
        desk.lock()
        try desk.unlock(name: SealedFixture.helper, passphrase: SealedFixture.helperPassphrase)
        #expect(throws: DeskError.self) { try desk.addHelper() }
        #expect(throws: DeskError.self) { try desk.retire(me.id) }
        #expect(throws: DeskError.self) { try desk.renewKey(of: me.id, passphrase: "我来当民警好不好") }
        desk.lock()
        try unlock(desk)
        try desk.retire(helper.id)
        #expect(try desk.officers().first { $0.id == helper.id }?.hasKey == false)
        desk.lock()
        #expect(throws: DeskError.wrongPassphrase(delay: 1000)) {
            try desk.unlock(name: SealedFixture.helper, passphrase: SealedFixture.helperPassphrase)
        }
    }

    @Test("leaves no name, number, address, note or kind in any file after a day's work")
    func bytes() throws {
        let (desk, code) = try fixture.create()
        let helper = try desk.addHelper()
        let household = try desk.addHousehold("老榆里3号楼501室")
        try desk.recordVisit(at: household.id, outcome: .metWithNotes, notes: "纱窗松动，答应联系物业")
        let followup = try desk.addFollowup(.drugRehabilitation, of: "隐名者")
        var values = desk.newValues(of: Visit.type)
        values[Visit.notes] = "说到一半的草稿"
        try desk.keep(desk.newDraft(of: Visit.type.id, values: values))
        _ = try desk.search("单翠萍")
        let needles =
            [
                SealedFixture.name, SealedFixture.helper, SealedFixture.passphrase, "榆钱社区", "老榆里", "501室", "单翠萍",
                "13900001234", "纱窗", "隐名者", "协助目的", "测〔2026〕17号", "说到一半", "F2026", "V2026", "household", "followup",
                "officer", "notes", "F01", helper.id.rawValue, household.id.rawValue, followup.id.rawValue, code,
            ]
        func found() -> [String] {
            let contents = fixture.disk.contents
            return needles.filter { needle in
                let bytes = Array(needle.utf8)
                return contents.contains { path, content in
                    path.contains(needle) || content.holds(bytes)
                }
            }
        }
        #expect(found() == [])
        desk.lock()
        #expect(found() == [])
        try unlock(desk)
        desk.close()
        #expect(found() == [])
        let again = try fixture.crash()
        #expect(found() == [])
        try unlock(again)
        #expect(try again.openRecord(followup.id, reason: "核对文书").values == followup.values)
        #expect(found() == [])
    }
}
