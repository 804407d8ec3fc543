import Casework
import Desk
import Records
import Store
import TestSupport
import Testing

/// What is written, taken out, refused and unlocked stands on the page of whoever goes through it (RIGHTS.md rule 12).
@Suite("Accountable")
struct AccountableTests {
    private let fixture = SealedFixture()

    private func room() throws -> Desk {
        let (desk, _) = try fixture.create()
        try desk.addHelper()
        try desk.addLeader()
        return desk
    }

    private func sit(_ desk: Desk, _ name: String = SealedFixture.name, _ words: String = SealedFixture.passphrase)
        throws
    {
        fixture.clock.pass(milliseconds: 10)
        desk.lock()
        try desk.unlock(name: name, passphrase: words)
    }

    private func sitLeader(_ desk: Desk) throws { try sit(desk, SealedFixture.leader, SealedFixture.leaderPassphrase) }
    private func sitHelper(_ desk: Desk) throws {
        try sit(desk, SealedFixture.helper, SealedFixture.helperPassphrase)
    }

    private func lines(_ desk: Desk, _ act: AuditAct? = nil) throws -> [AuditLine] {
        try desk.auditPage(.init(desk.today...desk.today, act: act)).entries.map(\.line)
    }

    @Test("what somebody wrote stands on the page, a line for each record and day, without anybody having to note it")
    func written() throws {
        let desk = try room()
        let door = try desk.addHousehold("老榆里3号楼501室")
        var values = door.values
        values[Household.people] = 3
        try desk.save(values, of: Household.type, base: door)
        let hidden = try desk.addFollowup(.drugRehabilitation, of: "隐名者")
        for number in 0..<5 {
            var more = desk.newValues(of: Household.type)
            more[Household.address] = "老榆里4号楼\(number)01室"
            more[Household.head] = "单翠萍"
            try desk.save(more, of: Household.type, batch: "import 1")
        }
        try desk.delete(door.id)
        // Nobody is shown their own.
        #expect(try lines(desk, .changed).isEmpty)
        #expect(try desk.auditPage(.init(desk.today...desk.today)).own >= 4)
        try sitLeader(desk)
        let seen = try lines(desk, .changed)
        #expect(seen.first { $0.record == door.id }?.count == 3)
        #expect(seen.first { $0.record == door.id }?.isRestricted == false)
        let duty = try #require(seen.first { $0.record == hidden.id })
        #expect(duty.isRestricted && duty.type == Followup.type.id && duty.count == 1)
        #expect(seen.filter { $0.record == nil && $0.type == Household.type.id }.map(\.count) == [5])
        #expect(try lines(desk, .changed).allSatisfy { $0.reason == nil })
        let yesterday = desk.today.adding(days: -1)
        #expect(try desk.auditPage(.init(yesterday...yesterday, act: .changed)).entries.isEmpty)
        let officer = try #require(desk.auditPage(.init(desk.today...desk.today)).entries.last?.officer)
        #expect(
            try desk.auditPage(.init(desk.today...desk.today, officer: officer, act: .changed)).entries.count
                == seen.count)
        try sitHelper(desk)
        let general = try lines(desk)
        #expect(general.contains { $0.act == .changed && $0.record == door.id })
        #expect(!general.contains { $0.isRestricted || $0.record == hidden.id || $0.type == Followup.type.id })
    }

    @Test("what leaves the notebook is written down first, by type, and what is restricted goes only with its line")
    func takenOut() throws {
        let desk = try room()
        let doors = try [1, 2].map { try desk.addHousehold("老榆里3号楼50\($0)室") }
        let hidden = try desk.addFollowup(.drugRehabilitation, of: "隐名者")
        try sit(desk)
        try desk.takeOut(doors + [hidden])
        try desk.takeOut([doors[0].id, RecordID("7zzzzzzzzzzzzzzzzzzzzzzzzz")], as: .printed)
        try desk.takeOut([Record]())
        try sitLeader(desk)
        let exported = try lines(desk, .exported)
        #expect(exported.count == 2)
        #expect(exported.first { !$0.isRestricted }?.count == 2 && exported.first { !$0.isRestricted }?.record == nil)
        #expect(exported.first { $0.isRestricted }?.record == hidden.id)
        #expect(try lines(desk, .printed).map(\.record) == [doors[0].id])
        try desk.takeOut(desk.auditPage(.init(desk.today...desk.today)).entries)
        try sit(desk)
        let log = try desk.auditPage(.init(desk.today...desk.today, act: .exported)).entries.map(\.line)
        #expect(log.allSatisfy { $0.type == Audit.declaration.id } && Set(log.map(\.isRestricted)) == [true, false])
        // On a full disk general work goes on, with a word about it; what is restricted stays.
        fixture.disk.capacity = 0
        for isRestricted in [true, false] {
            let line = AuditLine(.searched, field: .text, count: 1, isRestricted: isRestricted)
            while (try? desk.audit(line)) != nil {}
        }
        #expect(throws: DeskError.self) { try desk.takeOut([hidden]) }
        try desk.takeOut(doors)
        #expect(desk.takeAuditNotice() != nil)
        desk.lock()
        #expect(throws: DeskError.locked) { try desk.takeOut(doors) }
    }

    @Test("a second window, which cannot write the log, neither looks for anybody nor gives anything out")
    func secondWindow() throws {
        let desk = try room()
        let door = try desk.addHousehold("老榆里3号楼501室")
        let second = try fixture.reopen()
        try second.unlock(name: SealedFixture.helper, passphrase: SealedFixture.helperPassphrase)
        #expect(second.readOnlyReason != nil)
        #expect(try second.record(door.id).id == door.id)
        for attempt in [
            { _ = try second.search("单翠萍") },
            { _ = try second.find(Desk.FindRequest("", from: second.today, through: second.today)) },
            { try second.takeOut([door]) }, { try second.takeOut([door.id]) },
        ] as [() throws -> Void] {
            do {
                try attempt()
                Issue.record("went unlogged")
            } catch DeskError.readOnly(let label) {
                #expect(label.zh.contains("操作日志"))
            }
        }
        #expect(try second.search(" ").isEmpty)
        #expect(try desk.search("单翠萍").isEmpty == false)
    }

    @Test("whoever asks for a hidden record by its number, its identity or on the command line's way is written down")
    func refusedByName() throws {
        let desk = try room()
        let hidden = try desk.addFollowup(.drugRehabilitation, of: "隐名者")
        let number = try #require(hidden.values[Followup.number])
        try sitLeader(desk)
        #expect(throws: DeskError.notFound) { try desk.record(named: number) }
        fixture.clock.pass(milliseconds: 10)
        #expect(throws: DeskError.notFound) { try desk.record(named: hidden.id.rawValue) }
        #expect(throws: DeskError.notFound) { try desk.record(named: "F2026-RA0999") }
        try sit(desk)
        let refused = try lines(desk, .refused)
        #expect(refused.map(\.record) == [hidden.id, hidden.id] && refused.allSatisfy(\.isRestricted))
    }

    @Test(
        "every key and passphrase that was made, changed or taken away is written down, and so is another recovery code"
    )
    func keys() throws {
        let desk = try room()
        let me = try #require(desk.person?.id)
        let helper = try #require(desk.people().first { $0.name == SealedFixture.helper }?.id)
        try desk.changePassphrase("另外的一句话", old: SealedFixture.passphrase)
        fixture.clock.pass(milliseconds: 10)
        try desk.renewKey(of: helper, passphrase: "石头换了一块")
        fixture.clock.pass(milliseconds: 10)
        try desk.retire(helper)
        fixture.clock.pass(milliseconds: 10)
        let code = try desk.renewRecoveryCode()
        try sitLeader(desk)
        let keyed = try lines(desk, .keyed)
        #expect(keyed.compactMap(\.reason).suffix(2) == ["新钥匙", "新钥匙"])
        #expect(keyed.prefix(4).map(\.reason) == ["换恢复码", "收回钥匙", "换钥匙", "改口令"])
        #expect(keyed.prefix(4).map(\.record) == [nil, helper, helper, me])
        #expect(try lines(desk).allSatisfy { !($0.reason ?? "").contains("-") })
        desk.lock()
        try desk.unlock(recoveryCode: code)
        #expect(!desk.isLocked)
    }

    @Test("a command ends with a line that it is locked again; a sync notes itself once and then comes to rest")
    func endings() throws {
        let desk = try room()
        _ = try desk.addHousehold("老榆里3号楼501室")
        try fixture.disk.makeDirectory("stick")
        let first = try desk.sync(with: "stick")
        #expect(first.exchange.sent.segments > 0)
        for _ in 0..<2 {
            let again = try desk.sync(with: "stick")
            #expect(again.exchange.sent.segments == 0 && again.newChanges == 0)
        }
        // A place that lost everything, or is new, is noted as well.
        try fixture.disk.makeDirectory("other")
        #expect(try desk.sync(with: "other").exchange.sent.segments > 0)
        desk.leave()
        try sitLeader(desk)
        #expect(try lines(desk, .synced).count == 2)
        #expect(try lines(desk, .locked).count >= 2)
    }

    @Test("a clear notebook, where anybody may choose any name, claims no sign-in; what is done in it is written down")
    func clear() throws {
        let fixture = DeskFixture()
        let desk = try fixture.clear()
        var values = desk.newValues(of: Officer.type)
        values[Officer.name] = "孟知远"
        values[Officer.role] = .beat
        let other = try desk.addOfficer(values, passphrase: nil)
        let door = try desk.addHousehold("老榆里3号楼501室")
        try desk.takeOut([door])
        desk.leave()
        desk.lock()
        try desk.signIn(other.id)
        let acts = Set(try desk.auditPage(.init(desk.today...desk.today)).entries.map(\.line.act))
        #expect(acts.isSuperset(of: [.changed, .exported]))
        #expect(acts.isDisjoint(with: [.unlocked, .locked, .attempted]))
    }

    @Test("a note that waits is shown until whoever goes on with the work takes it over; who leads does not")
    func handover() throws {
        let desk = try room()
        try desk.handOver(note: "钥匙在抽屉里")
        try sitLeader(desk)
        #expect(try desk.openHandovers().isEmpty && desk.todayBoard().handovers.isEmpty)
        let note = try #require(try desk.handovers(since: desk.today).first)
        #expect(throws: DeskError.self) { try desk.acknowledge(note.id) }
        try sitHelper(desk)
        #expect(try desk.todayBoard().handovers.map(\.note) == ["钥匙在抽屉里"])
        fixture.clock.pass(milliseconds: 10)
        try desk.acknowledge(note.id)
        #expect(try desk.todayBoard().handovers.isEmpty)
        try sitLeader(desk)
        #expect(try lines(desk, .handedOver).map(\.reason).contains("确认接收"))
    }

    @Test("a number that papers bear is not given again: erased here, erased elsewhere, or only deleted")
    func numbers() throws {
        let disk = SimulatedFileSystem()
        try disk.makeDirectory("stick")
        func environment(_ seed: UInt64) -> StoreEnvironment {
            .simulated(disk, seed: seed, machine: "laptop \(seed)", tuning: StoreTuning())
        }
        let first = try Desk.create(
            at: "a", environment: environment(1), room: "榆钱社区警务室", officer: "苏行简")
        let me = try #require(first.person)
        func mediation(_ desk: Desk) throws -> Record {
            var values = desk.newValues(of: Mediation.type)
            values[Mediation.title] = "楼上漏水"
            values[Mediation.category] = "01"
            values[Mediation.source] = "1"
            values[Mediation.mode] = .peoples
            values[Mediation.scale] = .small
            values[Mediation.level] = "2"
            values[Mediation.facts] = "反水"
            values[Mediation.responsibleUnit] = "警务室"
            for name in ["单翠萍", "解大勇"] {
                let row = desk.newRowID()
                values.addRow(row, to: Mediation.parties.key)
                for (cell, text) in [("name", name), ("kind", "1"), ("consent", "0")] {
                    values[FieldPath(Mediation.parties.key, row: row, cell: cell)] = .text(text)
                }
            }
            values[Mediation.officialNumber] = try desk.nextCaseNumber(year: 2026, for: values)
            return try desk.save(values, of: Mediation.type)
        }
        _ = try mediation(first)
        let second = try mediation(first)
        let highest = try #require(second.values[Mediation.number])
        #expect(second.values[Mediation.officialNumber] == "（2026）榆人调字第002号")
        _ = try first.sync(with: "stick")
        let (other, _) = try Desk.join(at: "b", from: "stick", environment: environment(2), admission: .open)
        try other.signIn(me.id)
        try other.erase(other.erasurePlan(of: [second.id]), basis: "本人申请")
        _ = try other.sync(with: "stick")
        _ = try first.sync(with: "stick")
        #expect(throws: DeskError.notFound) { try first.record(second.id) }
        let third = try mediation(first)
        #expect(third.values[Mediation.number] != highest)
        #expect(third.values[Mediation.number]?.hasSuffix("0003") == true)
        #expect(third.values[Mediation.officialNumber] == "（2026）榆人调字第003号")
        // One that was only deleted may come back.
        try first.delete(third.id)
        let fourth = try mediation(first)
        #expect(fourth.values[Mediation.officialNumber] == "（2026）榆人调字第004号")
        #expect(fourth.values[Mediation.number]?.hasSuffix("0004") == true)
        // A laptop that joins later has never seen the erased ones.
        _ = try first.sync(with: "stick")
        let (late, _) = try Desk.join(at: "c", from: "stick", environment: environment(3), admission: .open)
        try late.signIn(me.id)
        try late.delete(fourth.id)
        #expect(try late.nextCaseNumber(year: 2026, for: late.newValues(of: Mediation.type)) == "（2026）榆人调字第005号")
    }
}
