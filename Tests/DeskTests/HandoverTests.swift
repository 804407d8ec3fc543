import Casework
import Desk
import Records
import Store
import TestSupport
import Testing

@Suite("Handing over")
struct HandoverTests {
    private let fixture = SealedFixture()

    @Test(
        "names what is open for whoever comes next, restricted duties only for those who may see them, until it is taken over"
    )
    func story() throws {
        let (desk, _) = try fixture.create()
        try desk.addHelper()
        let me = try #require(desk.person)
        var other = desk.newValues(of: Officer.type)
        other[Officer.name] = "孟知远"
        other[Officer.role] = .beat
        let deputy = try desk.addOfficer(other, passphrase: "另一句长长的话")
        let household = try desk.addHousehold("老榆里3号楼501室")
        var visit = desk.newValues(of: Visit.type)
        visit[Visit.household] = household.id
        visit[Visit.outcome] = .metNothingNew
        let row = desk.newRowID()
        visit.addRow(row, to: Visit.raised.key)
        visit[Visit.raisedKind, row, of: Visit.raised] = .service
        visit[Visit.raisedText, row, of: Visit.raised] = "路灯不亮"
        visit[Visit.raisedState, row, of: Visit.raised] = .open
        visit[Visit.raisedPromised, row, of: Visit.raised] = desk.today.adding(days: 1)
        let promise = try desk.save(visit, of: Visit.type)
        let hidden = try desk.addFollowup(.drugTreatment, of: "隐名者")
        var shared = hidden.values
        shared[Followup.officers] = [me.id, deputy.id]
        shared[Followup.cadence] = .weekly
        fixture.clock.pass(milliseconds: 10)
        try desk.save(shared, of: Followup.type, base: hidden)
        #expect(throws: DeskError.self) { try desk.handOver(note: String(repeating: "长", count: 501)) }
        #expect(try desk.handOver(note: "钥匙在抽屉里\n物业明天来") == 2)
        #expect(try desk.openHandovers().isEmpty)
        desk.lock()

        try desk.unlock(name: SealedFixture.helper, passphrase: SealedFixture.helperPassphrase)
        let seen = try desk.openHandovers()
        #expect(seen.map(\.note) == ["钥匙在抽屉里\n物业明天来"])
        #expect(seen.flatMap(\.items).map(\.record) == [promise.id])
        #expect(seen.first?.items.first?.task?.what.zh == "路灯不亮")
        let general = try #require(seen.first)
        try desk.acknowledge(general.id)
        #expect(try desk.openHandovers().isEmpty)
        // It is not taken back by a key, and not twice taken over.
        #expect(throws: DeskError.self) { try desk.undo() }
        try desk.acknowledge(general.id)

        desk.lock()
        try desk.unlock(name: "孟知远", passphrase: "另一句长长的话")
        let rest = try desk.openHandovers()
        #expect(rest.map(\.isRestricted) == [true])
        #expect(rest.flatMap(\.items).map(\.record) == [hidden.id])
        let all = try desk.handovers(since: desk.today)
        #expect(all.first { !$0.isRestricted }?.receiver == SealedFixture.helper)
        try desk.acknowledge(try #require(rest.first).id)

        desk.lock()
        try desk.unlock(name: SealedFixture.name, passphrase: SealedFixture.passphrase)
        let mine = try desk.handovers(since: desk.today)
        #expect(mine.map(\.receiver).compactMap(\.self).sorted() == ["孟知远", SealedFixture.helper].sorted())
        #expect(throws: DeskError.notFound) { try desk.record(general.id) }
        // Undo takes back what the officer wrote before, not the hand-over.
        #expect(try desk.undo().records == [hidden.id])
        let crashed = try fixture.crash()
        try crashed.unlock(name: SealedFixture.name, passphrase: SealedFixture.passphrase)
        #expect(try crashed.handovers(since: crashed.today).count == 2)
    }

    @Test("is acknowledged by somebody else, and what is done since is marked as done")
    func own() throws {
        let (desk, _) = try fixture.create()
        try desk.addHelper()
        let made = try desk.addFollowup(.olderPerson, of: "见名者")
        var weekly = made.values
        weekly[Followup.cadence] = .weekly
        let duty = try desk.save(weekly, of: Followup.type, base: made)
        try desk.handOver(note: "")
        let note = try #require(try desk.handovers(since: desk.today).first)
        #expect(throws: DeskError.self) { try desk.acknowledge(note.id) }
        #expect(throws: DeskError.notFound) { try desk.acknowledge(duty.id) }
        #expect(note.items.map { $0.task == nil } == [false])
        var ended = duty.values
        ended[Followup.closedOn] = desk.today
        ended[Followup.closing] = .declined
        try desk.save(ended, of: Followup.type, base: duty)
        desk.lock()
        try desk.unlock(name: SealedFixture.helper, passphrase: SealedFixture.helperPassphrase)
        let seen = try #require(try desk.openHandovers().first)
        #expect(seen.items.map { $0.task == nil } == [true])
    }
}
