import Casework
import Records
import Testing

struct ValidationTests {
    private func check(_ values: FieldValues, _ type: RecordType, mode: StoreMode = .sealed) -> [Problem] {
        Validation.check(values, as: type, in: context(mode: mode))
    }

    @Test("A visit with nothing new is complete without a word")
    func plainVisit() {
        #expect(check(visit("h", "2026-11-21", .metNothingNew), Visit.type).isEmpty)
    }

    @Test("A visit with notes needs them; two thousand characters and more are welcome")
    func notes() {
        var values = visit("h", "2026-11-21", .metWithNotes)
        #expect(check(values, Visit.type).refuses("notes"))
        values[Visit.notes] = String(repeating: "谈", count: 2500)
        #expect(check(values, Visit.type).isEmpty)
    }

    @Test("A visit needs a household or a place, somebody who went, and a day that has come")
    func visitRules() {
        var values = visit("h", "2026-11-21", .notMet)
        values[Visit.household] = nil
        #expect(check(values, Visit.type).refuses("household"))
        values[Visit.place] = "农贸市场"
        #expect(check(values, Visit.type).isEmpty)
        values[Visit.visitors] = []
        #expect(check(values, Visit.type).refuses("visitors"))
        #expect(check(visit("h", "2026-11-22", .notMet), Visit.type).refuses("date"))
    }

    @Test("A household member under eighteen is refused: minors are counted, not named")
    func minorMember() {
        var values = FieldValues()
        values[Household.address] = "老榆里3号楼2单元501室"
        values[Household.head] = "单翠萍"
        values[Household.tenure] = .owned
        values[Household.told] = true
        values[Household.toldOn] = today
        #expect(check(values, Household.type).isEmpty)
        values.addRow(RowID("m"), to: "members")
        values[Household.memberName, RowID("m"), of: Household.members] = "甲"
        values[Household.memberBirthYear, RowID("m"), of: Household.members] = 2010
        #expect(check(values, Household.type).contains { $0.rule == "RIGHTS 6" && $0.severity == .refusal })
        values[Household.memberBirthYear, RowID("m"), of: Household.members] = 1990
        #expect(check(values, Household.type).isEmpty)
        values[Household.memberID, RowID("m"), of: Household.members] = "11010519491231002X"
        #expect(check(values, Household.type).refuses("members"))
        values[Household.memberIDForm, RowID("m"), of: Household.members] = "居住证申领表"
        #expect(check(values, Household.type).isEmpty)
        #expect(check(values, Household.type, mode: .clear).contains { $0.rule == "RIGHTS 10" })
    }

    @Test("A mediation is accepted only when every party agrees, and a refusal stops it")
    func consent() {
        var values = mediation()
        #expect(check(values, Mediation.type).isEmpty)
        values[MediationParty.consent, RowID("r2"), of: Mediation.parties] = .unsaid
        values[MediationParty.consentOn, RowID("r2"), of: Mediation.parties] = nil
        #expect(check(values, Mediation.type).refusals.map(\.source) == ["人民调解法17"])
        #expect(MediationAction.accept.obstacle(in: values, today: today, holidays: HolidayTable()) != nil)
        values[MediationParty.consent, RowID("r2"), of: Mediation.parties] = .refuses
        values[MediationParty.consentOn, RowID("r2"), of: Mediation.parties] = today
        #expect(check(values, Mediation.type).refuses("parties"))
        values[Mediation.accepted] = nil
        #expect(check(values, Mediation.type).isEmpty)
        values[Mediation.result] = .withdrawn
        values[Mediation.resultOn] = today
        #expect(check(values, Mediation.type).isEmpty)
    }

    @Test("One party alone cannot mediate")
    func oneParty() {
        var values = mediation()
        values.removeRow(RowID("r2"), from: "parties")
        #expect(check(values, Mediation.type).refuses("parties"))
    }

    @Test("A minor party needs a guardian and moves the file to the restricted stream; a clear store refuses it")
    func minorParty() {
        var values = mediation()
        values[MediationParty.minor, RowID("r1"), of: Mediation.parties] = true
        #expect(check(values, Mediation.type).refuses("minor"))
        #expect(check(values, Mediation.type).refuses("parties"))
        values[Mediation.minor] = true
        values[MediationParty.guardian, RowID("r1"), of: Mediation.parties] = "监护人"
        #expect(check(values, Mediation.type).isEmpty)
        #expect(Mediation.type.stream(for: values) == .restricted)
        #expect(check(values, Mediation.type, mode: .clear).refuses("minor"))
    }

    @Test("An agreement must have its words, form and day, and cannot give up the right to sue")
    func agreement() {
        var values = mediation()
        values[Mediation.result] = .written
        values[Mediation.resultOn] = today
        let missing = check(values, Mediation.type)
        for key in ["agreement", "agreement_form", "effective"] { #expect(missing.refuses(key)) }
        values[Mediation.agreement] = "赔偿800元，当场付清，永不起诉。"
        values[Mediation.agreementForm] = "1"
        values[Mediation.effective] = today
        #expect(check(values, Mediation.type).refuses("agreement"))
        values[Mediation.agreement] = "赔偿800元，当场付清。"
        #expect(check(values, Mediation.type).isEmpty)
        values[Mediation.agreementForm] = "2"
        #expect(check(values, Mediation.type).refuses("agreement_form"))
    }

    @Test("Failing to settle needs the notice of other remedies; an extension needs its reason and must be later")
    func endings() {
        var values = mediation()
        values[Mediation.result] = .notSettled
        values[Mediation.resultOn] = today
        #expect(check(values, Mediation.type).refusals.map(\.source) == ["人民调解法26"])
        var extended = mediation()
        extended[Mediation.deadline] = day("2026-12-10")
        #expect(check(extended, Mediation.type).refuses("deadline_reason"))
        #expect(check(extended, Mediation.type).refuses("deadline"))
        extended[Mediation.deadline] = day("2026-12-30")
        extended[Mediation.deadlineReason] = "双方同意等鉴定"
        #expect(check(extended, Mediation.type).isEmpty)
    }

    @Test("A colour stands on a matter with a reason only")
    func colour() {
        var values = mediation()
        values[Mediation.colour] = "B"
        #expect(check(values, Mediation.type).refuses("colour_reason"))
    }

    @Test(
        "A label for a person in free text warns with a reason and another wording, and logs the rule only",
        arguments: [
            ("家里信教", "RIGHTS 8 W1"), ("他是老上访", "RIGHTS 8 W3"), ("属于高危人员", "RIGHTS 8 W4"), ("医生诊断为抑郁症", "RIGHTS 8 W5"),
        ])
    func wording(text: String, rule: String) throws {
        var values = visit("h", "2026-11-21", .metWithNotes)
        values[Visit.notes] = text
        let problems = check(values, Visit.type)
        #expect(problems.allSatisfy { $0.severity == .warning })
        let problem = try #require(problems.first { $0.rule == rule })
        #expect(problem.message.zh.contains("建议"))
        let again = Validation.check(values, as: Visit.type, in: context(previous: values))
        #expect(again.isEmpty)
    }

    @Test("The settings refuse a template without a sequence and a retention above 24 months")
    func room() {
        var values = FieldValues()
        values[Room.name] = "警务室"
        values[Room.station] = "派出所"
        values[Room.quota] = .weekly20
        values[Room.caseNumber] = "（{yyyy}）号"
        values[Room.visitMonths] = 36
        let problems = check(values, Room.type)
        #expect(problems.refuses("case_number") && problems.refuses("visit_months"))
    }
}
