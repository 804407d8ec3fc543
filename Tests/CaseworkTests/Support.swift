import Casework
import Records

/// The day of most tests.
let today = CalendarDay(year: 2026, month: 11, day: 21)!

func day(_ text: String) -> CalendarDay { CalendarDay(text)! }

/// A sealed store, a beat officer, nothing referred to.
func context(
    mode: StoreMode = .sealed, isDemo: Bool = false, role: OfficerRole = .beat, officer: RecordID? = nil,
    previous: FieldValues? = nil, records: [RecordID: (type: TypeID, values: FieldValues)] = [:]
) -> ValidationContext {
    ValidationContext(
        mode: mode, isDemo: isDemo, role: role, officer: officer, today: today, previous: previous,
        lookup: { records[$0] })
}

extension [Problem] {
    /// Whether a field is refused.
    func refuses(_ key: String) -> Bool {
        contains { $0.severity == .refusal && ($0.path?.key == key) }
    }

    var refusals: [Problem] { filter { $0.severity == .refusal } }
}

/// A follow-up of a kind with everything it needs.
func followup(_ kind: FollowupKind) -> FieldValues {
    var values = FieldValues()
    values[Followup.kind] = kind
    if kind == .hazardRecheck {
        values[Followup.place] = "枫溪街12号"
    } else if !FollowupKind.withoutPerson.contains(kind) {
        values[Followup.subject] = "测试人"
    }
    if kind == .childCare || kind == .correctiveEducation {
        values[Followup.minor] = true
        values[Followup.guardian] = "测试监护人"
    }
    values[Followup.basisType] = kind.bases[0]
    values[Followup.basisNumber] = "测〔2026〕1号"
    values[Followup.basisIssuer] = "出具单位"
    values[Followup.basisDate] = day("2026-11-01")
    values[Followup.purpose] = "目的"
    values[Followup.leadBody] = "牵头单位"
    values[Followup.leadContact] = "0000-0000018"
    values[Followup.duty] = "职责"
    values[Followup.officers] = [RecordID("a"), RecordID("b")]
    values[Followup.start] = day("2026-11-01")
    values[Followup.end] = day("2026-11-30")
    values[Followup.cadence] = kind.cadences[0]
    values[Followup.cadenceSource] = "文书"
    return values
}

/// A mediation that is accepted, with two parties who agree.
func mediation() -> FieldValues {
    var values = FieldValues()
    values[Mediation.title] = "楼上漏水"
    values[Mediation.mode] = .peoples
    values[Mediation.category] = "01"
    values[Mediation.source] = "2"
    values[Mediation.scale] = .large
    values[Mediation.level] = "2"
    values[Mediation.registered] = day("2026-11-17")
    values[Mediation.accepted] = day("2026-11-17")
    values[Mediation.facts] = "返水。"
    values[Mediation.responsibleUnit] = "警务室"
    values[Mediation.result] = .inProgress
    for (row, name) in [("r1", "甲"), ("r2", "乙")] {
        values.addRow(RowID(row), to: "parties")
        values[MediationParty.kind, RowID(row), of: Mediation.parties] = .person
        values[MediationParty.name, RowID(row), of: Mediation.parties] = name
        values[MediationParty.consent, RowID(row), of: Mediation.parties] = .agrees
        values[MediationParty.consentOn, RowID(row), of: Mediation.parties] = day("2026-11-17")
    }
    return values
}

func visit(_ household: String, _ date: String, _ outcome: VisitOutcome) -> FieldValues {
    var values = FieldValues()
    values[Visit.household] = RecordID(household)
    values[Visit.date] = day(date)
    values[Visit.outcome] = outcome
    values[Visit.kind] = "10"
    values[Visit.visitors] = [RecordID("a")]
    return values
}
