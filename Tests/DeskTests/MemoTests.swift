import Casework
import Records
import TestSupport
import Testing

@testable import Desk

/// What the desk keeps between saves says the same as counting everything again.
@Suite("What was worked out stays right")
struct MemoTests {
    @Test("after saves, edits, deletions and undoing in any order", arguments: [1, 2, 3] as [UInt64])
    func mendedAsCounted(seed: UInt64) throws {
        let desk = try DeskFixture().demo()
        var random = SeededGenerator(seed: seed)
        let doors = try desk.list(ListQuery(Household.type.id), limit: 40).records.map(\.id)
        try #require(doors.count > 5)
        for _ in 0..<60 {
            try step(desk, doors, &random)
            let mended = try answers(desk)
            desk.memo = Memo()
            #expect(try mended == answers(desk))
        }
    }

    @Test("for whoever sits at the desk") func nextPerson() throws {
        let desk = try DeskFixture().demo()
        let before = try answers(desk)
        let others = desk.people().filter { $0.id != desk.person?.id }
        for other in others {
            try desk.signIn(other.id)
            let mended = try answers(desk)
            desk.memo = Memo()
            #expect(try mended == answers(desk))
        }
        let first = try #require(desk.people().first { person in !others.contains { $0.id == person.id } })
        try desk.signIn(first.id)
        #expect(try answers(desk) == before)
    }

    @Test("what is open at a door, as the visits themselves have it") func openMatters() throws {
        let desk = try DeskFixture().demo()
        var found = 0
        for door in try desk.list(ListQuery(Household.type.id), limit: 500).records {
            let visits = try desk.referring(to: door.id, types: [Visit.type.id], limit: 40)
            let whole = visits.flatMap { visit in
                let values = visit.values
                return values.rows(of: Visit.raised).filter {
                    values[Visit.raisedState, $0, of: Visit.raised] != .done
                }.map { values[Visit.raisedText, $0, of: Visit.raised] ?? "" }
            }
            let open = try desk.openMatters(at: door.id)
            #expect(open.map(\.text) == whole)
            found += open.count
        }
        #expect(found > 0)
    }

    private struct Answers: Equatable {
        let blocks: [Desk.Block]
        let board: Desk.TodayBoard
        let conflicts: Int
        let room: String?
    }

    private func answers(_ desk: Desk) throws -> Answers {
        Answers(
            blocks: try desk.blocks(), board: try desk.todayBoard(), conflicts: desk.conflictCount,
            room: desk.room?.values[Room.name])
    }

    /// Something an officer does; what a rule refuses changes nothing.
    private func step(_ desk: Desk, _ doors: [RecordID], _ random: inout SeededGenerator) throws {
        guard let door = doors.randomElement(using: &random) else { return }
        switch Int.random(in: 0..<10, using: &random) {
        case 0...3:
            let outcome: VisitOutcome = Bool.random(using: &random) ? .metNothingNew : .notMet
            let day = desk.today.adding(days: -Int.random(in: 0..<40, using: &random))
            _ = try? desk.recordVisit(at: door, outcome: outcome, day: day)
        case 4:
            if let visit = try desk.referring(to: door, types: [Visit.type.id]).first { try? desk.delete(visit.id) }
        case 5:
            if let visit = try desk.deleted(Visit.type.id).first { try? desk.restore(visit.id) }
        case 6: _ = try? desk.undo()
        case 7:
            if let matter = try desk.openMatters(at: door).first { try? desk.settle(matter) }
        default:
            guard let household = try? desk.record(door) else { return }
            var values = household.values
            values[Household.building] = Bool.random(using: &random) ? "90" : "91"
            values[Household.tenure] = Bool.random(using: &random) ? .empty : .owned
            _ = try? desk.save(values, of: Household.type, base: household)
        }
    }
}
