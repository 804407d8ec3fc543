internal import Records

/// Makes any number of plausible records quickly, for benchmarks and for trying a large room.
struct DemoGenerator {
    private var builder: DemoBuilder
    private let count: Int
    private let today: CalendarDay
    private let first: CalendarDay
    private var households: [RecordID] = []
    private var followups: [(id: RecordID, values: FieldValues)] = []
    private var mediationCount = 0
    private var minute = 0
    private var template = CaseNumberTemplate(CaseNumberTemplate.standard)

    init(count: Int, seed: UInt64, today: CalendarDay) {
        builder = DemoBuilder(today: today, seed: seed)
        self.count = count
        self.today = today
        first = today.adding(days: -720)
    }

    mutating func run() -> [DemoRecord] {
        builder.addRoom(from: first)
        while builder.records.count < count {
            let made = builder.records.count
            // Entered evenly over two years, the last of them today.
            let ticks = made * 720 * 600 / max(1, count)
            let day = first.adding(days: ticks / 600)
            minute = 8 * 60 + 10 + ticks % 600
            let turn = builder.random.below(100)
            if households.isEmpty || turn < 25 {
                addHousehold(on: day)
            } else if turn < 90 {
                addVisit(on: day)
            } else if turn < 97 {
                addMediation(on: day)
            } else if followups.isEmpty || turn == 97 {
                addFollowup(on: day)
            } else {
                addEntry(on: day)
            }
        }
        return Array(builder.records.prefix(count))
    }

    private mutating func addHousehold(on day: CalendarDay) {
        let estate = builder.random.pick(DemoNames.estates)
        // Doors are numbered through, so that no two households share one however many are made.
        let number = households.count
        let parts = (
            estate: estate.name, building: "\(number / 120 + 1)号楼", unit: "\(number % 120 / 30 + 1)单元",
            room: "\(number % 30 / 2 + 1)0\(number % 2 + 1)室"
        )
        var values = FieldValues()
        values[Household.address] = parts.estate + parts.building + parts.unit + parts.room
        values[Household.estate] = parts.estate
        values[Household.building] = parts.building
        values[Household.unit] = parts.unit
        values[Household.room] = parts.room
        values[Household.head] = DemoNames.name(&builder.random)
        values[Household.tenure] = builder.random.below(3) == 0 ? .rented : .owned
        values[Household.people] = 1 + builder.random.below(5)
        values[Household.phone] = DemoNames.phone(&builder.random)
        values[Household.told] = true
        values[Household.toldOn] = day
        for position in 0..<builder.random.below(3) {
            let row = builder.row()
            values.addRow(row, to: Household.members.key, place: position + 1)
            values[Household.memberName, row, of: Household.members] = DemoNames.name(&builder.random)
            values[Household.memberBirthYear, row, of: Household.members] = 1945 + builder.random.below(55)
        }
        values[Household.note] = DemoNames.note(about: 15 + builder.random.below(400), &builder.random)
        households.append(builder.add(Household.type, values, on: day, minutes: minute))
    }

    private mutating func addVisit(on day: CalendarDay) {
        let household = builder.random.pick(households)
        let minutes = minute - 20
        let turn = builder.random.below(10)
        let outcome: VisitOutcome = turn < 7 ? .metWithNotes : turn < 9 ? .metNothingNew : .notMet
        // Notes of 15 to 600 characters.
        let length = 15 + builder.random.below(586)
        var values = builder.visit(
            household: household, on: day, at: minutes, outcome: outcome,
            notes: outcome == .notMet ? "没人。门上留了便民卡。" : DemoNames.note(about: length, &builder.random))
        values[Visit.seen] = outcome == .notMet ? nil : "户主"
        if builder.random.below(5) == 0 {
            let row = builder.row()
            values.addRow(row, to: Visit.raised.key)
            values[Visit.raisedKind, row, of: Visit.raised] = builder.random.pick(RaisedKind.allCases)
            values[Visit.raisedText, row, of: Visit.raised] = builder.random.pick([
                "楼道灯不亮", "纱窗松动", "门禁坏了", "想办居住证", "车棚不够用",
            ])
            values[Visit.raisedState, row, of: Visit.raised] = day.adding(days: 30) < today ? .done : .open
            values[Visit.raisedPromised, row, of: Visit.raised] = day.adding(days: 7)
        }
        builder.add(
            Visit.type, values, on: day, minutes: minutes + 20,
            by: builder.random.below(4) == 0 ? builder.auxiliary : nil)
    }

    private mutating func addMediation(on day: CalendarDay) {
        mediationCount += 1
        var values = FieldValues()
        values[Mediation.officialNumber] = template?.text(year: day.parts.year, sequence: mediationCount)
        values[Mediation.title] = builder.random.pick(["楼上漏水", "楼道堆物", "装修噪声", "车位占用", "押金退还", "宠物扰民", "工钱结算"])
        values[Mediation.mode] = .peoples
        values[Mediation.category] = builder.random.pick(["01", "04", "06", "11", "14", "17"])
        values[Mediation.source] = builder.random.pick(["1", "2"])
        values[Mediation.scale] = builder.random.below(3) == 0 ? .large : .small
        values[Mediation.level] = "2"
        values[Mediation.registered] = day
        values[Mediation.accepted] = day
        values[Mediation.facts] = DemoNames.note(about: 60 + builder.random.below(540), &builder.random)
        values[Mediation.responsibleUnit] = "榆钱社区警务室"
        values[Mediation.mediators] = [builder.officers["何素琴"] ?? builder.beat]
        for position in 1...2 {
            let row = builder.row()
            values.addRow(row, to: Mediation.parties.key, place: position)
            values[MediationParty.kind, row, of: Mediation.parties] = .person
            values[MediationParty.name, row, of: Mediation.parties] = DemoNames.name(&builder.random)
            values[MediationParty.phone, row, of: Mediation.parties] = DemoNames.phone(&builder.random)
            values[MediationParty.consent, row, of: Mediation.parties] = .agrees
            values[MediationParty.consentOn, row, of: Mediation.parties] = day
        }
        if day.adding(days: 20) < today {
            values[Mediation.result] = .oral
            values[Mediation.resultOn] = day
            values[Mediation.agreement] = "双方互致歉意，按约定时间处理完毕，此后先沟通。"
            values[Mediation.agreementForm] = "2"
            values[Mediation.effective] = day
            values[Mediation.performance] = .onTheSpot
        } else {
            values[Mediation.result] = .inProgress
        }
        builder.add(Mediation.type, values, on: day, minutes: minute)
    }

    private mutating func addFollowup(on day: CalendarDay) {
        let kind = builder.random.pick([
            FollowupKind.olderPerson, .olderPerson, .helpCall, .hazardRecheck, .violenceWarning,
        ])
        var values = FieldValues()
        values[Followup.kind] = kind
        values[Followup.subject] = kind == .hazardRecheck ? nil : DemoNames.name(&builder.random)
        values[Followup.place] = kind == .hazardRecheck ? "榆钱路\(1 + builder.random.below(200))号" : nil
        values[Followup.basisType] = kind.bases.first
        values[Followup.basisNumber] = "榆协〔\(day.parts.year)〕\(followups.count + 1)号（虚构）"
        values[Followup.basisIssuer] = "枫溪派出所"
        values[Followup.basisDate] = day
        values[Followup.purpose] = kind.label.zh
        values[Followup.leadBody] = "枫溪派出所"
        values[Followup.leadContact] = "值班室 0000-0000018"
        values[Followup.duty] = "按文书要求协助"
        values[Followup.officers] = [builder.beat, builder.deputy]
        values[Followup.start] = day
        values[Followup.end] =
            kind == .olderPerson ? day.adding(months: 12) : day.adding(days: kind == .violenceWarning ? 90 : 30)
        values[Followup.cadence] = kind.cadences.first
        values[Followup.cadenceSource] = kind.law
        followups.append((builder.add(Followup.type, values, on: day, minutes: minute), values))
    }

    private mutating func addEntry(on day: CalendarDay) {
        let followup = followups[followups.count - 1 - builder.random.below(min(20, followups.count))]
        guard Followup.isOpen(followup.values, on: day) else { return addVisit(on: day) }
        var values = FieldValues()
        values[FollowupEntry.followup] = followup.id
        values[FollowupEntry.kind] = followup.values[Followup.kind]
        values[FollowupEntry.date] = day
        values[FollowupEntry.officers] = [builder.beat, builder.deputy]
        values[FollowupEntry.present] = ["1"]
        values[FollowupEntry.done] = DemoNames.note(about: 30 + builder.random.below(400), &builder.random)
        builder.add(FollowupEntry.type, values, on: day, minutes: minute)
    }
}
