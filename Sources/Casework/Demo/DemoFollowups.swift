internal import Records

extension DemoBuilder {
    /// The sample follow-ups with their papers and entries, and two duties that are due on the day.
    mutating func addFollowups(_ dates: DemoDates) {
        var byPaper: [String: (id: RecordID, values: FieldValues)] = [:]
        var last: [String: CalendarDay] = [:]
        for sample in DemoSamples.of(kind: "followup_entry") {
            guard let basis = sample["basis"], let paper = basis["doc"]?.text,
                let kind = Self.kind(of: basis["type"]?.text),
                let date = dates.day(sample["date"]?.text), let end = dates.day(basis["end"]?.text)
            else { continue }
            if byPaper[paper] == nil {
                let person = sample["persons"]?.list?.first?["name"]?.text
                let values = duty(
                    kind, paper: paper, subject: person ?? Self.subjects[kind], start: Self.start(kind, end: end),
                    end: end,
                    purpose: basis["purpose"]?.text ?? kind.label.zh)
                byPaper[paper] = (add(Followup.type, values, on: min(Self.start(kind, end: end), date)), values)
            }
            guard let followup = byPaper[paper] else { continue }
            addEntry(followup, on: date, done: dates.text(sample["note"]?.text ?? ""))
            last[paper] = max(last[paper] ?? date, date)
        }
        for (paper, followup) in byPaper.sorted(by: { $0.key < $1.key }) {
            guard let date = last[paper], let kind = followup.values[Followup.kind] else { continue }
            fill(followup, after: date, dueToday: kind == .olderPerson)
        }
        addPlaceCheck()
        addPerformanceCheck()
    }

    /// Entries up to the present, so that a regular duty is not shown as forgotten.
    private mutating func fill(
        _ followup: (id: RecordID, values: FieldValues), after date: CalendarDay, dueToday: Bool
    ) {
        guard let end = followup.values[Followup.end] else { return }
        let months =
            switch followup.values[Followup.cadence] {
            case .monthly: 1
            case .quarterly: 3
            default: 0
            }
        guard months > 0 else { return }
        // Counted back from the day, so that the next one falls where it should.
        let next = dueToday ? today : today.adding(days: 12)
        var days: [CalendarDay] = []
        var step = 1
        while step < 40 {
            let day = next.adding(months: -months * step)
            guard day > date.adding(days: 10) else { break }
            if day <= today, day <= end { days.append(day) }
            step += 1
        }
        for day in days.reversed() { addEntry(followup, on: day, done: random.pick(Self.deeds)) }
    }

    private mutating func addEntry(_ followup: (id: RecordID, values: FieldValues), on date: CalendarDay, done: String)
    {
        var values = FieldValues()
        values[FollowupEntry.followup] = followup.id
        values[FollowupEntry.kind] = followup.values[Followup.kind]
        values[FollowupEntry.minor] = followup.values[Followup.minor]
        values[FollowupEntry.date] = date
        values[FollowupEntry.officers] = [beat, deputy]
        values[FollowupEntry.present] = followup.values[Followup.minor] == true ? ["1", "2", "4"] : ["1", "4"]
        values[FollowupEntry.done] = done
        add(FollowupEntry.type, values, on: date)
    }

    private func duty(
        _ kind: FollowupKind, paper: String, subject: String?, start: CalendarDay, end: CalendarDay, purpose: String
    ) -> FieldValues {
        var values = FieldValues()
        values[Followup.kind] = kind
        values[Followup.subject] = subject
        values[Followup.basisType] = kind.bases.first
        values[Followup.basisNumber] = paper
        values[Followup.basisIssuer] = Self.issuers[kind] ?? "枫溪派出所"
        values[Followup.basisDate] = start
        values[Followup.purpose] = purpose
        values[Followup.leadBody] = Self.issuers[kind] ?? "枫溪派出所"
        values[Followup.leadContact] = "值班室 0000-0000018"
        values[Followup.duty] = "按文书要求协助"
        values[Followup.officers] = [beat, deputy]
        values[Followup.start] = start
        values[Followup.end] = end
        values[Followup.cadence] = kind.cadences.first
        if kind.cadences.first != .onRequest { values[Followup.cadenceSource] = kind.law }
        if kind == .childCare || kind == .correctiveEducation {
            values[Followup.minor] = true
            values[Followup.guardian] = "监护人（虚构）"
        }
        return values
    }

    private mutating func addPlaceCheck() {
        var values = duty(
            .hazardRecheck, paper: "枫消限字〔\(today.parts.year)〕047号（虚构）", subject: nil, start: today.adding(days: -14),
            end: today,
            purpose: "复查楼道充电是否整改")
        values[Followup.place] = "枫溪街12号楼道"
        add(Followup.type, values, on: today.adding(days: -14))
    }

    private mutating func addPerformanceCheck() {
        let agreement = records.last {
            $0.type == Mediation.type.id && $0.values[Mediation.performance] == .partial
                && $0.values[Mediation.minor] != true
        }
        guard let agreement else { return }
        var values = duty(
            .agreementPerformance, paper: agreement.values[Mediation.officialNumber] ?? "协议书", subject: nil,
            start: today.adding(days: -10), end: today.adding(days: 20), purpose: "看余款是否付清")
        values[Followup.agreement] = agreement.id
        add(Followup.type, values, on: today.adding(days: -10))
    }

    private static func kind(of name: String?) -> FollowupKind? {
        switch name {
        case "特殊困难老年人探访": .olderPerson
        case "家庭暴力告诫书": .violenceWarning
        case "留守/困境儿童关爱": .childCare
        case "严重精神障碍患者随访协助": .mentalHealth
        case "社区戒毒": .drugTreatment
        case "未成年人矫治教育": .correctiveEducation
        default: nil
        }
    }

    private static func start(_ kind: FollowupKind, end: CalendarDay) -> CalendarDay {
        switch kind {
        case .violenceWarning: end.adding(days: -90)
        case .drugTreatment: end.adding(months: -36)
        case .mentalHealth: end.adding(days: -20)
        case .correctiveEducation: end.adding(months: -6)
        default: end.adding(months: -12)
        }
    }

    private static let issuers: [FollowupKind: String] = [
        .olderPerson: "青禾区民政局（虚构）", .childCare: "枫溪街道未成年人保护工作站（虚构）", .mentalHealth: "枫溪社区卫生服务中心（虚构）",
        .drugTreatment: "枫溪街道办事处（虚构）", .hazardRecheck: "枫溪派出所", .agreementPerformance: "榆钱社区人民调解委员会",
    ]

    private static let subjects: [FollowupKind: String] = [
        .violenceWarning: "滑某（虚构）", .childCare: "郁小满", .mentalHealth: "昝某（虚构）", .drugTreatment: "敖某（虚构）",
        .correctiveEducation: "郜一鸣",
    ]

    private static let deeds = [
        "按约定见面，帮着问了一件办事的事，已转告牵头单位。", "与牵头单位人员一同前往，过程平和。", "本人说近来都好，没有需要帮忙的。", "电话联系后见面，提醒了下次日期。",
    ]
}
