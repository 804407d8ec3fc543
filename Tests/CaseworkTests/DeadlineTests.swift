import Casework
import Records
import Testing

struct DeadlineTests {
    private static let october = #"""
        {"years": {"2026": {"off": ["2026-10-01/2026-10-07", "2026-01-01"], "work": ["2026-10-10"]}}}
        """#

    @Test(
        "The shipped vectors hold",
        arguments: [
            (DeadlineRule.judicialConfirmation, "2026-01-06", "2026-02-05"),
            (.judicialConfirmation, "2026-06-01", "2026-07-01"),
            (.judicialConfirmation, "2026-09-02", "2026-10-02"), (.judicialConfirmation, "2028-02-29", "2028-03-30"),
            (.smallMatter, "2026-12-31", "2027-01-01"), (.largeMatter, "2026-02-27", "2026-03-02"),
        ])
    func vectors(rule: DeadlineRule, start: String, raw: String) {
        #expect(rule.deadline(from: day(start), holidays: HolidayTable()).raw == day(raw))
    }

    @Test("A last day in the October holiday moves to the first working day after it, once the table is there")
    func holiday() throws {
        let table = try HolidayTable(json: Array(Self.october.utf8))
        let with = DeadlineRule.judicialConfirmation.deadline(from: day("2026-09-02"), holidays: table)
        #expect(with.due == day("2026-10-08"))
        #expect(with.note == nil)
        let without = DeadlineRule.judicialConfirmation.deadline(from: day("2026-09-02"), holidays: HolidayTable())
        #expect(without.due == day("2026-10-02"))
        #expect(without.note?.zh == "未载入2026年节假日表")
    }

    @Test("A last day on a Saturday moves to Monday even without a table")
    func weekend() {
        let deadline = DeadlineRule.judicialConfirmation.deadline(from: day("2026-10-22"), holidays: HolidayTable())
        #expect(deadline.raw == day("2026-11-21"))
        #expect(deadline.due == day("2026-11-23"))
    }

    @Test("Working days pass over weekends and holidays and take made-up days")
    func workingDays() throws {
        #expect(
            DeadlineRule.policeMediation.deadline(from: day("2026-11-19"), holidays: HolidayTable()).due
                == day("2026-11-24"))
        let table = try HolidayTable(json: Array(Self.october.utf8))
        #expect(
            DeadlineRule.policeMediation.deadline(from: day("2026-09-30"), holidays: table).due == day("2026-10-10"))
        #expect(
            DeadlineRule.secondPoliceMediation.deadline(from: day("2026-11-20"), holidays: HolidayTable()).due
                == day("2026-12-01"))
    }

    @Test(
        "A holiday file with a day that cannot be is refused with the day named",
        arguments: [
            "x", "{}", #"{"years":{"20x6":{}}}"#, #"{"years":{"2026":{"off":["2026-02-30"]}}}"#,
            #"{"years":{"2026":{"off":["2027-01-01"]}}}"#, #"{"years":{"2026":{"off":["2026-01-01/2026-12-31"]}}}"#,
            #"{"years":{"2026":{"work":[7]}}}"#,
        ])
    func badTable(json: String) {
        #expect(throws: HolidayTable.Failure.self) { try HolidayTable(json: Array(json.utf8)) }
    }

    @Test("The thirteen rules each name their event and source in both languages")
    func rules() {
        #expect(DeadlineRule.all.map(\.id) == (1...13).map { "T\($0)" })
        for rule in DeadlineRule.all {
            for label in [rule.label, rule.event, rule.source] { #expect(!label.zh.isEmpty && !label.en.isEmpty) }
        }
    }

    @Test("A mediation shows its month and its goal, a police mediation its three working days")
    func ofMediation() {
        var values = mediation()
        let people = Mediation.deadlines(of: values, holidays: HolidayTable())
        #expect(people.map(\.rule.id) == ["T3", "T2"])
        #expect(people.map(\.due) == [day("2026-12-17"), day("2026-11-20")])
        values[Mediation.deadline] = day("2027-01-10")
        #expect(Mediation.deadlines(of: values, holidays: HolidayTable())[0].due == day("2027-01-10"))
        values[Mediation.mode] = .police
        values[Mediation.deadline] = nil
        #expect(Mediation.deadlines(of: values, holidays: HolidayTable())[0].due == day("2026-11-20"))
    }
}
