import Casework
import Records
import TestSupport
import Testing

struct TasksTests {
    private func project(_ records: [(String, RecordType, FieldValues)]) -> (items: [DueItem], facts: [DueFact]) {
        var items: [DueItem] = []
        var facts: [DueFact] = []
        for (id, type, values) in records {
            let part = Tasks.projection(of: RecordID(id), type: type.id, values: values, holidays: HolidayTable())
            items += part.items
            facts += part.facts
        }
        return (items, facts)
    }

    private func entry(_ date: String, next: String? = nil) -> FieldValues {
        var values = FieldValues()
        values[FollowupEntry.followup] = RecordID("f")
        values[FollowupEntry.date] = day(date)
        values[FollowupEntry.nextDate] = next.map(day)
        return values
    }

    private func nextCall(
        _ kind: FollowupKind, entries: [FieldValues] = [], _ change: (inout FieldValues) -> Void = { _ in }
    ) -> CalendarDay? {
        var values = followup(kind)
        values[Followup.end] = day("2027-06-30")
        change(&values)
        let (items, facts) = project(
            [("f", Followup.type, values)]
                + entries.enumerated().map { ("e\($0.offset)", FollowupEntry.type, $0.element) })
        return items.first { $0.rule == "followup" }.flatMap { Tasks.resolve($0, facts: facts) }?.due
    }

    @Test("A promise is shown among those who wait, with what was promised and how late it is")
    func promise() throws {
        var values = visit("h", "2026-11-10", .metWithNotes)
        let row = RowID("r")
        values.addRow(row, to: "raised")
        values[Visit.raisedKind, row, of: Visit.raised] = .service
        values[Visit.raisedText, row, of: Visit.raised] = "居住证代办"
        values[Visit.raisedState, row, of: Visit.raised] = .open
        values[Visit.raisedPromised, row, of: Visit.raised] = day("2026-11-20")
        let (items, facts) = project([("v", Visit.type, values)])
        let item = try #require(Tasks.list(on: today, items: items, facts: facts).waiting.first)
        #expect(
            [item.kind.zh, item.what.zh, item.basis.zh, item.state(on: today).zh] == [
                "服务", "居住证代办", "答应 11-20", "超 1天",
            ])
        #expect(item.household == RecordID("h"))
        values[Visit.raisedState, row, of: Visit.raised] = .done
        #expect(project([("v", Visit.type, values)]).items.isEmpty)
    }

    @Test("A goal that has passed is past, never overdue; a month's limit comes into view a week before")
    func goal() throws {
        let (items, _) = project([("m", Mediation.type, mediation())])
        let list = Tasks.list(on: today, items: items, facts: [])
        let goal = try #require(list.goals.first)
        #expect(goal.basis.zh == "大事三天" && goal.state(on: today).zh == "过 1天")
        #expect(!goal.isOverdue(on: today))
        #expect(list.today.isEmpty)
        let later = Tasks.list(on: day("2026-12-14"), items: items, facts: [])
        #expect(later.today.map(\.rule) == ["T3"])
        #expect(later.today.first?.state(on: day("2026-12-14")).zh == "余 3天")
    }

    @Test("The thirty days of confirmation wait only where the parties want it")
    func confirmation() {
        var values = mediation()
        values[Mediation.result] = .written
        values[Mediation.effective] = day("2026-10-26")
        values[Mediation.judicial] = .notApplied
        #expect(project([("m", Mediation.type, values)]).items.isEmpty)
        values[Mediation.judicialWanted] = true
        let items = project([("m", Mediation.type, values)]).items
        #expect(Tasks.list(on: today, items: items, facts: []).waiting.map(\.due) == [day("2026-11-25")])
        values[Mediation.judicial] = .applied
        #expect(!project([("m", Mediation.type, values)]).items.contains { $0.rule == "T4" })
    }

    @Test("A return visit is due seven days after the performance date, until it was made")
    func returnVisit() {
        var values = mediation()
        values[Mediation.result] = .oral
        values[Mediation.effective] = day("2026-11-01")
        values[Mediation.performanceDue] = day("2026-11-14")
        #expect(project([("m", Mediation.type, values)]).items.map(\.due) == [today])
        values.addRow(RowID("r"), to: "return_visits")
        #expect(project([("m", Mediation.type, values)]).items.isEmpty)
    }

    @Test("The first call after a warning is within seven days, after a protection order within one")
    func firstCall() {
        #expect(nextCall(.violenceWarning) == day("2026-11-08"))
        #expect(nextCall(.protectionOrder) == day("2026-11-02"))
        #expect(nextCall(.olderPerson) == day("2026-12-01"))
    }

    @Test("An entry moves the next call on by the cadence, or to the day agreed, whatever order they arrive in")
    func nextCalls() {
        #expect(nextCall(.violenceWarning, entries: [entry("2026-11-05")]) == day("2026-12-05"))
        #expect(
            nextCall(.olderPerson, entries: [entry("2026-11-20"), entry("2026-11-05", next: "2026-11-12")])
                == day("2026-12-20"))
        #expect(nextCall(.olderPerson, entries: [entry("2026-11-05", next: "2026-11-12")]) == day("2026-11-12"))
        #expect(nextCall(.hazardRecheck, entries: [entry("2026-11-05")]) == nil)
        #expect(nextCall(.mentalHealth) == nil)
        #expect(nextCall(.mentalHealth, entries: [entry("2026-11-05", next: "2026-11-12")]) == day("2026-11-12"))
    }

    @Test("Help after release becomes half-yearly after a year")
    func resettlement() {
        let older: (inout FieldValues) -> Void = { $0[Followup.start] = day("2025-09-01") }
        #expect(nextCall(.resettlement, entries: [entry("2026-06-01")], older) == day("2026-09-01"))
        #expect(nextCall(.resettlement, entries: [entry("2026-09-05")], older) == day("2027-03-05"))
    }

    @Test("Nothing of a follow-up is due after its end, or once it was closed")
    func ended() {
        #expect(nextCall(.olderPerson) { $0[Followup.end] = day("2026-11-25") } == nil)
        let (items, facts) = project([("f", Followup.type, followup(.violenceWarning))])
        #expect(Tasks.list(on: day("2026-11-30"), items: items, facts: facts).followups.count == 2)
        #expect(Tasks.list(on: day("2026-12-01"), items: items, facts: facts).count == 0)
        var closed = followup(.violenceWarning)
        closed[Followup.closedOn] = day("2026-11-05")
        closed[Followup.closing] = .newCase
        let after = project([("f", Followup.type, closed)])
        #expect(Tasks.list(on: day("2026-11-10"), items: after.items, facts: after.facts).count == 0)
    }

    @Test("The Today screen counts follow-ups and names nobody", arguments: FollowupKind.allCases)
    func onlyCounts(kind: FollowupKind) {
        let (items, facts) = project([("f", Followup.type, followup(kind))])
        let list = Tasks.list(on: day("2026-11-30"), items: items, facts: facts)
        #expect(list.today.isEmpty && list.waiting.isEmpty && list.goals.isEmpty)
        #expect(list.followupLine?.zh == "法定协助 待办 \(list.followups.count) 项")
        for item in items {
            let texts = [item.what.zh, item.basis.zh, item.what.en, item.place ?? ""].joined()
            #expect(!texts.contains("测试") && item.household == nil && item.place == nil)
        }
    }

    @Test("The same records give the same tasks in whatever order they are read")
    func deterministic() {
        let demo = DemoRoom.records(today: today)
        func tasks(_ records: [DemoRecord]) -> TaskList {
            var items: [DueItem] = []
            var facts: [DueFact] = []
            for record in records {
                let part = Tasks.projection(
                    of: record.id, type: record.type, values: record.values, holidays: HolidayTable())
                items += part.items
                facts += part.facts
            }
            return Tasks.list(on: today, items: items, facts: facts)
        }
        var random = SeededGenerator(seed: 7)
        let expected = tasks(demo)
        #expect(expected.count > 5)
        for _ in 0..<5 { #expect(tasks(demo.shuffled(using: &random)) == expected) }
    }
}
