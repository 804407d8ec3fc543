import Casework
import Desk
import Records
import Store
import TestSupport

/// A police room in which every kind of record is there once, and one officer of every role.
final class AccessRoom {
    /// Somebody who may look.
    struct Viewer {
        let role: OfficerRole
        let id: RecordID
        let name: String
        var testDescription: String { "\(role) \(name)" }
    }

    /// One record, and words that stand only in it.
    struct Probe {
        let id: RecordID
        let type: TypeID
        let values: FieldValues
        let followup: FieldValues?
        let secrets: [String]
        var number: String { values["number"].text ?? "" }
        var isRestricted: Bool { Casework.type(type)?.stream(for: values) == .restricted }
    }

    static let passphrase = "河边的石头很凉"
    let desk: Desk
    private(set) var probes: [Probe] = []
    private(set) var viewers: [Viewer] = []
    private let isSealed: Bool
    private let clock = SealedFixture.Clock()

    /// A record that is nowhere.
    static let nowhere = RecordID("7zzzzzzzzzzzzzzzzzzzzzzzzz")

    private static let names = Array("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥乾坤")

    init(isSealed: Bool) throws {
        self.isSealed = isSealed
        let disk = SimulatedFileSystem()
        var environment = StoreEnvironment.simulated(disk, seed: 5, tuning: StoreTuning())
        environment.clock = clock
        if isSealed {
            desk = try Desk.create(
                at: "room", environment: environment, room: "榆钱社区警务室", officer: "苏行简", sealed: Self.passphrase
            ).desk
        } else {
            desk = try Desk.create(
                at: "room", environment: environment, room: "榆钱社区警务室", officer: "苏行简", demo: true)
        }
        if let me = desk.person { viewers.append(Viewer(role: me.role, id: me.id, name: me.name)) }
        let others: [(String, OfficerRole)] = [
            ("孟知远", .beat), ("陶望舒", .auxiliary), ("关河清", .mediator), ("岑所长", .leader),
        ]
        for (name, role) in others {
            var values = desk.newValues(of: Officer.type)
            values[Officer.name] = name
            values[Officer.role] = role
            let record = try desk.addOfficer(values, passphrase: isSealed ? Self.passphrase : nil)
            viewers.append(Viewer(role: role, id: record.id, name: name))
        }
        try fill()
    }

    /// Sits a viewer down.
    func sit(_ viewer: Viewer) throws {
        desk.lock()
        guard isSealed else { return try desk.signIn(viewer.id) }
        try desk.unlock(name: viewer.name, passphrase: Self.passphrase)
    }

    /// What the one table says, with the key that the role has.
    func access(_ viewer: Viewer, _ probe: Probe) -> Access {
        AccessTable.standard.access(
            viewer.role, officer: viewer.id, to: probe.type, values: probe.values, followup: probe.followup)
    }

    private func add(_ values: FieldValues, _ type: RecordType, _ secrets: [String], of followup: FieldValues? = nil)
        throws
        -> Record
    {
        let record = try desk.save(values, of: type)
        probes.append(
            Probe(id: record.id, type: type.id, values: record.values, followup: followup, secrets: secrets))
        return record
    }

    private func fill() throws {
        var household = desk.newValues(of: Household.type)
        household[Household.address] = "老榆里3号楼501室"
        household[Household.head] = "单翠萍"
        let door = try add(household, Household.type, ["单翠萍", "501室"])
        var visit = desk.newValues(of: Visit.type)
        visit[Visit.household] = door.id
        visit[Visit.outcome] = .metWithNotes
        visit[Visit.notes] = "纱窗松动"
        _ = try add(visit, Visit.type, ["纱窗松动"])
        for (place, mode) in [(0, MediationMode.peoples), (1, .onTheSpot), (2, .peoples)] {
            let values = mediation(mode, isMinor: place == 2, place)
            _ = try add(
                values, Mediation.type, ["调解事由\(Self.names[place])", "钱\(Self.names[place])三"])
        }
        for (place, kind) in FollowupKind.allCases.enumerated() { try addFollowup(kind, isMinor: false, place) }
        try addFollowup(.olderPerson, isMinor: true, FollowupKind.allCases.count)
    }

    private func mediation(_ mode: MediationMode, isMinor: Bool, _ place: Int) -> FieldValues {
        var values = desk.newValues(of: Mediation.type)
        let mark = Self.names[place]
        values[Mediation.title] = "调解事由\(mark)"
        values[Mediation.mode] = mode
        values[Mediation.category] = "01"
        values[Mediation.source] = "2"
        values[Mediation.level] = "2"
        values[Mediation.responsibleUnit] = "警务室"
        values[Mediation.facts] = "调解事由\(mark)的经过"
        values[Mediation.place] = "老榆里调解事由\(mark)"
        for name in ["钱\(mark)三", "冯\(mark)四"] {
            let row = desk.newRowID()
            values.addRow(row, to: Mediation.parties.key)
            values[MediationParty.kind, row, of: Mediation.parties] = .person
            values[MediationParty.name, row, of: Mediation.parties] = name
            values[MediationParty.consent, row, of: Mediation.parties] = .unsaid
            if isMinor {
                values[MediationParty.minor, row, of: Mediation.parties] = true
                values[MediationParty.guardian, row, of: Mediation.parties] = "钱\(mark)三之母"
            }
        }
        if isMinor { values[Mediation.minor] = true }
        return values
    }

    private func addFollowup(_ kind: FollowupKind, isMinor: Bool, _ place: Int) throws {
        let mark = Self.names[place]
        let minor = isMinor || kind == .childCare || kind == .correctiveEducation
        var values = desk.newValues(of: Followup.type)
        values[Followup.kind] = kind
        if kind == .hazardRecheck { values[Followup.place] = "枫溪街\(mark)号" }
        if !FollowupKind.withoutPerson.contains(kind) { values[Followup.subject] = "欧阳\(mark)者" }
        if minor {
            values[Followup.minor] = true
            values[Followup.guardian] = "监护\(mark)者"
        }
        values[Followup.basisType] = kind.bases[0]
        values[Followup.basisNumber] = "测〔2026〕\(100 + place)号"
        values[Followup.basisIssuer] = "出具单位"
        values[Followup.basisDate] = CalendarDay("2026-11-01")
        values[Followup.purpose] = "协助目的"
        values[Followup.leadBody] = "牵头单位"
        values[Followup.leadContact] = "联系\(mark)者"
        values[Followup.duty] = "职责"
        values[Followup.officers] = desk.person.map { [$0.id] }
        values[Followup.start] = CalendarDay("2026-11-01")
        values[Followup.end] = CalendarDay("2026-11-30")
        values[Followup.cadence] = kind.cadences[0]
        values[Followup.cadenceSource] = "文书"
        let secrets =
            FollowupKind.withoutPerson.contains(kind) ? [] : ["欧阳\(mark)者", "监护\(mark)者", "联系\(mark)者"]
        let followup = try add(values, Followup.type, secrets)
        var entry = desk.newValues(of: FollowupEntry.type)
        entry[FollowupEntry.followup] = followup.id
        entry[FollowupEntry.present] = ["1"]
        entry[FollowupEntry.done] = "陪同办理\(mark)事"
        entry[FollowupEntry.kind] = kind
        entry[FollowupEntry.minor] = minor ? true : nil
        _ = try add(entry, FollowupEntry.type, ["陪同办理\(mark)事"], of: followup.values)
    }
}
