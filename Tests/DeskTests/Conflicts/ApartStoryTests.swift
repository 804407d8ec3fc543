import Casework
import Records
import Store
import TestSupport
import Testing

@testable import Desk

/// Two laptops with different officers work apart and meet through one folder (issue 4, the first story).
@Suite struct ApartStoryTests {
    /// What both know, and what each writes without the other.
    private struct Story {
        let desks: TwoDesks
        let mediation: RecordID
        let visit: RecordID
        var sentences: Set<String> = []

        init() throws {
            var mediation: RecordID?
            var visit: RecordID?
            desks = try TwoDesks { desk in
                var door = desk.newValues(of: Household.type)
                door[Household.address] = "老榆里3号楼2单元501室"
                door[Household.head] = "单翠萍"
                let household = try desk.save(door, of: Household.type)
                visit = try desk.recordVisit(at: household.id, outcome: .metWithNotes, notes: "反映楼上漏水。").id
                mediation = try desk.save(ApartStoryTests.mediation(desk), of: Mediation.type).id
            }
            self.mediation = try #require(mediation)
            self.visit = try #require(visit)
        }

        /// One is a month behind, one has its clock a year ahead.
        mutating func workApart() throws {
            let (a, b) = (desks.a, desks.b)
            desks.clockA.pass(days: -30)
            desks.clockB.pass(days: 365)
            // Each sits down with the wrong clock, also before the day on which their term began.
            for (desk, name) in [(a, "苏行简"), (b, "陶望舒")] {
                try desk.signIn(#require(desk.people().first { $0.name == name }).id)
            }
            try a.amend(mediation) { $0[Mediation.facts] = "现场看过，是地漏反水弯老化。\n楼上愿意下周更换。" }
            try b.amend(mediation) { $0[Mediation.facts] = "现场看过，是地漏反水弯老化。\n楼上已于当日更换。\n双方握手。" }
            try a.delete(visit)
            try b.amend(visit) { $0[Visit.notes] = "反映楼上漏水，已约维修。" }
            for (desk, address, note) in [(a, "老榆里3号楼2单元602室", "门铃坏了。"), (b, "老榆里3号楼2单元602", "家里有老人。")] {
                var door = desk.newValues(of: Household.type)
                door[Household.address] = address
                door[Household.head] = "解大勇"
                door[Household.note] = note
                let household = try desk.save(door, of: Household.type)
                try desk.recordVisit(at: household.id, outcome: .metWithNotes, notes: "\(note)走访一次。")
            }
            for day in 0..<30 {
                desks.clockA.pass(days: 1)
                let door = try a.household("501")
                try a.recordVisit(at: door.id, outcome: .metWithNotes, notes: "第\(day)天的事。")
            }
            sentences = Set([
                "楼上愿意下周更换。", "楼上已于当日更换。", "双方握手。", "反映楼上漏水。", "反映楼上漏水，已约维修。", "门铃坏了。", "家里有老人。",
                "门铃坏了。走访一次。", "家里有老人。走访一次。",
            ]).union((0..<30).map { "第\($0)天的事。" })
        }
    }

    private static func mediation(_ desk: Desk) -> FieldValues {
        var values = desk.newValues(of: Mediation.type)
        values[Mediation.title] = "楼上漏水"
        values[Mediation.category] = "01"
        values[Mediation.source] = "1"
        values[Mediation.facts] = "601室返水。"
        values[Mediation.responsibleUnit] = "榆钱社区警务室"
        values[Mediation.minor] = false
        for (row, name) in [("a", "单翠萍"), ("b", "解大勇")] {
            values.addRow(RowID(row), to: Mediation.parties.key)
            values[MediationParty.kind, RowID(row), of: Mediation.parties] = .person
            values[MediationParty.name, RowID(row), of: Mediation.parties] = name
            values[MediationParty.consent, RowID(row), of: Mediation.parties] = .unsaid
        }
        return values
    }

    /// Whether a sentence can be found in a current value, in the history of a record, or in the inbox.
    private func finds(_ sentence: String, _ desk: Desk) throws -> Bool {
        for type in desk.types {
            for record in try desk.list(ListQuery(type.id), limit: 1000).records + desk.deleted(type.id) {
                if record.values.paths.contains(where: { record.values[$0].text?.contains(sentence) == true }) {
                    return true
                }
                let written = try desk.history(of: record.id).flatMap(\.values)
                if written.contains(where: { $0.value.text?.contains(sentence) == true }) { return true }
            }
        }
        return try desk.conflicts().flatMap(\.versions).contains { $0.value.text?.contains(sentence) == true }
    }

    @Test(arguments: [[0, 1, 0, 1], [1, 0, 1, 0], [0, 0, 1, 1, 0], [1, 1, 0, 1, 0]])
    func `in any order both end identical, the inbox has exactly the real conflicts, and every sentence is found`(
        _ order: [Int]
    ) throws {
        var story = try Story()
        try story.workApart()
        let desks = story.desks
        for laptop in order { try desks.meet(laptop == 0 ? desks.a : desks.b) }
        #expect(try desks.a.canonicalDump() == desks.b.canonicalDump())
        for desk in [desks.a, desks.b] {
            let conflicts = try desk.conflicts()
            #expect(
                Set(conflicts.map(\.id)) == [
                    Conflict.ID(story.mediation, Mediation.facts.path), Conflict.ID(story.visit, .life),
                ])
            let twins = try desk.twins()
            #expect(twins.count == 1 && twins.first?.first.values[Household.head] == "解大勇")
            #expect(try desk.numberQuestions().isEmpty)
            #expect(try desk.inbox().count == 3)
            for sentence in story.sentences { #expect(try finds(sentence, desk), "\(sentence)") }
        }
        // The clock that is a year ahead is said to be, on the laptop whose clock is not.
        let facts = try #require(try desks.a.conflict(.init(story.mediation, Mediation.facts.path)))
        #expect(facts.versions.filter(\.isDoubtful).map(\.officer) == ["陶望舒"])

        // Everything is decided on one laptop, and the other has it after the next meeting.
        try desks.a.resolve(facts, .both)
        try desks.a.resolve(#require(try desks.a.conflict(.init(story.visit, .life))), .version(1))
        try desks.a.merge(#require(try desks.a.twins().first))
        try desks.sync()
        #expect(try desks.b.inbox().isEmpty && desks.a.inbox().isEmpty)
        #expect(try desks.a.canonicalDump() == desks.b.canonicalDump())
        for sentence in story.sentences { #expect(try finds(sentence, desks.b), "\(sentence)") }
    }
}
