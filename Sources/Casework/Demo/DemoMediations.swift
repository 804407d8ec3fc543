internal import Records

extension DemoBuilder {
    /// The thirty sample disputes.
    mutating func addSampleMediations(_ dates: DemoDates) -> [String: RecordID] {
        var byNumber: [String: RecordID] = [:]
        for (position, sample) in DemoSamples.of(kind: "mediation").enumerated() {
            guard let number = sample["no"]?.text, let accepted = dates.day(sample["accepted"]?.text) else { continue }
            var values = FieldValues()
            values[Mediation.officialNumber] = Self.number(number, year: accepted.parts.year)
            values[Mediation.title] = position < DemoSamples.titles.count ? DemoSamples.titles[position] : "纠纷"
            func code(_ key: String, _ table: CodeTable) -> String? {
                sample[key]?.text.flatMap { DemoSamples.code($0, in: table) }
            }
            values[Mediation.mode.path] = .text(code("mode", .mediationMode) ?? "RT")
            values[Mediation.category] = code("category", .disputeCategory) ?? "99"
            values[Mediation.source] = code("source", .disputeSource) ?? "1"
            values[Mediation.scale] = sample["scale"]?.text == "大事" ? .large : .small
            let level = sample["level"]?.text ?? "社区"
            values[Mediation.level] = level.hasPrefix("街道") ? "4" : level == "派出所" ? "3" : "2"
            values[Mediation.registered] = accepted
            values[Mediation.accepted] = accepted
            values[Mediation.place] = sample["place"]?.text
            values[Mediation.facts] = dates.text(sample["narrative"]?.text ?? "")
            values[Mediation.responsibleUnit] = level == "派出所" ? "枫溪派出所" : "榆钱社区警务室"
            values[Mediation.mediators] = Mediation.isPolice(values) ? [beat] : [officers["何素琴"] ?? beat]
            addParties(of: sample, to: &values, on: accepted)
            addResult(of: sample, to: &values, accepted: accepted, dates)
            let day = max(accepted, values[Mediation.resultOn] ?? accepted)
            byNumber[number] = add(Mediation.type, values, on: min(day, today), minutes: 16 * 60)
        }
        return byNumber
    }

    private mutating func addParties(of sample: Value, to values: inout FieldValues, on day: CalendarDay) {
        let parties = sample["parties"]?.list ?? []
        for party in parties {
            let row = row()
            values.addRow(row, to: Mediation.parties.key)
            let table = Mediation.parties
            values[MediationParty.role, row, of: table] = party["role"]?.text.flatMap {
                DemoSamples.code($0, in: .partyRole)
            }
            values[MediationParty.name, row, of: table] = party["name"]?.text
            values[MediationParty.phone, row, of: table] = party["phone"]?.text
            values[MediationParty.address, row, of: table] = party["addr"]?.text
            if let uscc = party["uscc"]?.text {
                values[MediationParty.kind, row, of: table] = .organisation
                values[MediationParty.creditCode, row, of: table] = uscc
                values[MediationParty.representative, row, of: table] = party["representative"]?.text
            } else {
                values[MediationParty.kind, row, of: table] = .person
                values[MediationParty.sex, row, of: table] = party["sex"]?.text == "男" ? "1" : "2"
                values[MediationParty.birthYear, row, of: table] = party["birth"]?.text.flatMap { Int($0.prefix(4)) }
                values[MediationParty.idNumber, row, of: table] = party["id"]?.text
                if party["minor"]?.bool == true {
                    values[MediationParty.minor, row, of: table] = true
                    values[MediationParty.guardian, row, of: table] = party["guardian"]?.text
                    values[Mediation.minor] = true
                }
            }
            values[MediationParty.consent, row, of: table] = .agrees
            values[MediationParty.consentOn, row, of: table] = day
            values[MediationParty.consentHow, row, of: table] = "1"
        }
    }

    private mutating func addResult(
        of sample: Value, to values: inout FieldValues, accepted: CalendarDay, _ dates: DemoDates
    ) {
        let isWritten = sample["form"]?.text == "书面"
        let result: MediationResult =
            switch sample["result"]?.text ?? "" {
            case "调解成功": isWritten ? .written : .oral
            case "调解不成": .notSettled
            case "移送": .transferred
            case "当事人撤回": .withdrawn
            default: .toPolice
            }
        let effective = dates.day(sample["effective"]?.text) ?? accepted
        values[Mediation.result] = result
        values[Mediation.resultOn] = effective
        let session = row()
        values.addRow(session, to: Mediation.sessions.key)
        values[MediationSession.date, session, of: Mediation.sessions] = effective
        values[MediationSession.place, session, of: Mediation.sessions] = sample["place"]?.text
        values[MediationSession.points, session, of: Mediation.sessions] =
            "讲明权利义务，听双方陈述。" + dates.text(sample["agreement"]?.text ?? "")
        if result == .transferred { values[Mediation.sentTo] = "青禾区医疗纠纷人民调解委员会（虚构）" }
        if [.notSettled, .withdrawn, .toPolice].contains(result) { values[Mediation.remediesTold] = true }
        if result.isSettled { addAgreement(of: sample, to: &values, effective: effective, dates) }
        let end = dates.day(sample["revisit"]?["date"]?.text) ?? effective
        values[Mediation.documents] = MediationFile.required(for: values)
        if end.adding(days: 30) <= today, values[Mediation.performance] != .partial,
            values[Mediation.judicial] != .applied
        {
            values[Mediation.archived] = end.adding(days: 15)
        }
    }

    private mutating func addAgreement(
        of sample: Value, to values: inout FieldValues, effective: CalendarDay, _ dates: DemoDates
    ) {
        values[Mediation.agreement] = dates.text(sample["agreement"]?.text ?? "")
        values[Mediation.agreementForm] = values[Mediation.result] == .written ? "1" : "2"
        values[Mediation.effective] = effective
        let amount: Int? =
            switch sample["amount_yuan"] {
            case .number(let yuan): yuan * 100
            case .decimal(let text): Yuan.fen(text)
            default: nil
            }
        if let amount, amount > 0 { values[Mediation.agreedAmount] = amount }
        let words = sample["performance"]?.text ?? ""
        let due = dates.day(sample["performance_due"]?.text)
        values[Mediation.performanceDue] = due
        values[Mediation.manner] = words.hasPrefix("分期") ? "3" : due == nil ? "1" : "2"
        let isPaidOff = due.map { $0.adding(days: 60) <= today } ?? true
        values[Mediation.performance] =
            words.hasPrefix("部分")
            ? .partial
            : words.hasPrefix("分期") ? (isPaidOff ? .full : .notDue) : due == nil ? .onTheSpot : .full
        if values[Mediation.result] == .written {
            values[Mediation.copies] = values.rows(of: Mediation.parties).count + 1
        }
        switch sample["judicial_confirmation"]?.text {
        case "确认有效":
            values[Mediation.judicial] = .confirmed
            values[Mediation.judicialOn] = effective.adding(days: 5)
        case "已申请":
            values[Mediation.judicial] = .applied
            values[Mediation.judicialOn] = effective.adding(days: 5)
        default: values[Mediation.judicial] = .notApplied
        }
        guard let revisit = sample["revisit"], let date = dates.day(revisit["date"]?.text), date <= today else {
            return
        }
        let row = row()
        values.addRow(row, to: Mediation.returnVisits.key)
        values[MediationReturnVisit.date, row, of: Mediation.returnVisits] = date
        values[MediationReturnVisit.officer, row, of: Mediation.returnVisits] = beat
        values[MediationReturnVisit.satisfaction, row, of: Mediation.returnVisits] = revisit["satisfaction"]?.text
            .flatMap { DemoSamples.code($0, in: .satisfaction) }
        values[MediationReturnVisit.text, row, of: Mediation.returnVisits] = dates.text(revisit["text"]?.text ?? "")
    }

    /// Disputes that are alive on the day: one whose goal has just passed, one to be confirmed, one to be visited, one due soon.
    mutating func addOpenMediations() {
        let names = [("单翠萍", "老榆里3号楼2单元501室"), ("解大勇", "老榆里3号楼2单元601室")]
        addOpen(
            "楼上又漏水", category: "01", .large, accepted: -4, parties: names + [("榆钱物业", "")],
            facts: "601室卫生间返水，渗到501室天花板，墙皮掉约2平方米。双方在楼道争吵一次，现场看过，是地漏反水弯老化，不是有意为之。",
            sessions: [(-3, "现场查看，地漏反水弯老化，楼上住户出差，电话联系"), (-1, "第1次，乙方电话参加，同意更换，费用待物业报价")], colour: "B")
        addOpen(
            "屋檐排水", category: "03", .large, accepted: -24, parties: [("缪春生", "柿子湾村3组21号"), ("逄家旺", "柿子湾村3组22号")],
            facts: "翻建后屋檐滴水落到邻院，双方同意请村里一起量界。", sessions: [(-20, "到现场看过，约定量界日期"), (-9, "量界完成，落水管的位置还没有谈拢")],
            colour: nil)
        addOpen(
            "快递柜占道", category: "17", .small, accepted: 0, parties: [("訾悦", "榆钱路88号公寓B座0917"), ("榆钱物业", "")],
            facts: "快递柜挡住无障碍坡道，轮椅过不去。", sessions: [], colour: nil)
        addOpen(
            "漏水赔偿", category: "06", .large, accepted: -30,
            parties: [("区文谦", "老榆里3号楼2单元602室"), ("万俟雪", "老榆里3号楼2单元701室")],
            facts: "水管接头松动，泡了楼下木地板，双方对修还是换有分歧。", sessions: [(-27, "当面核价，达成协议")], colour: nil,
            agreement: ("万俟雪赔偿区文谦地板维修费2600元，三十日内付清；双方愿意共同申请司法确认。", 260_000, -27, 3, true))
        addOpen(
            "装修噪声", category: "01", .small, accepted: -16,
            parties: [("芮文静", "老榆里3号楼2单元301室"), ("蔺国栋", "老榆里3号楼2单元401室")],
            facts: "周末电钻声影响孩子午睡。", sessions: [(-16, "约定施工时段")], colour: nil,
            agreement: ("工作日8:00－12:00、14:00－18:00施工，周末不动电钻。", 0, -16, -7, false))
    }

    private mutating func addOpen(
        _ title: String, category: String, _ scale: MatterScale, accepted offset: Int, parties: [(String, String)],
        facts: String, sessions: [(Int, String)], colour: String?,
        agreement: (text: String, fen: Int, effective: Int, due: Int, wanted: Bool)? = nil
    ) {
        let accepted = today.adding(days: offset)
        var values = FieldValues()
        values[Mediation.title] = title
        values[Mediation.mode] = .peoples
        values[Mediation.category] = category
        values[Mediation.source] = "2"
        values[Mediation.scale] = scale
        values[Mediation.level] = "2"
        values[Mediation.registered] = accepted
        values[Mediation.accepted] = accepted
        values[Mediation.place] = "榆钱社区警务室"
        values[Mediation.facts] = facts
        values[Mediation.responsibleUnit] = "榆钱社区警务室"
        values[Mediation.mediators] = [officers["何素琴"] ?? beat]
        let used = records.compactMap { $0.type == Mediation.type.id ? $0.values[Mediation.officialNumber] : nil }
        values[Mediation.officialNumber] = CaseNumberTemplate(CaseNumberTemplate.standard)?
            .next(year: accepted.parts.year, after: used)
        if let colour {
            values[Mediation.colour] = colour
            values[Mediation.colourReason] = "双方争吵过一次，可能扩大"
        }
        for (name, address) in parties {
            let row = row()
            values.addRow(row, to: Mediation.parties.key)
            values[MediationParty.kind, row, of: Mediation.parties] = address.isEmpty ? .organisation : .person
            values[MediationParty.name, row, of: Mediation.parties] = name
            values[MediationParty.address, row, of: Mediation.parties] = address.isEmpty ? nil : address
            values[MediationParty.consent, row, of: Mediation.parties] = .agrees
            values[MediationParty.consentOn, row, of: Mediation.parties] = accepted
        }
        for (day, points) in sessions {
            let row = row()
            values.addRow(row, to: Mediation.sessions.key)
            values[MediationSession.date, row, of: Mediation.sessions] = today.adding(days: day)
            values[MediationSession.points, row, of: Mediation.sessions] = points
        }
        values[Mediation.result] = .inProgress
        if let agreement {
            values[Mediation.result] = agreement.fen > 0 ? .written : .oral
            values[Mediation.resultOn] = today.adding(days: agreement.effective)
            values[Mediation.agreement] = agreement.text
            values[Mediation.agreementForm] = agreement.fen > 0 ? "1" : "2"
            values[Mediation.effective] = today.adding(days: agreement.effective)
            values[Mediation.agreedAmount] = agreement.fen > 0 ? agreement.fen : nil
            values[Mediation.manner] = "2"
            values[Mediation.performanceDue] = today.adding(days: agreement.due)
            values[Mediation.performance] = agreement.due > 0 ? .notDue : .full
            values[Mediation.judicial] = .notApplied
            values[Mediation.judicialWanted] = agreement.wanted ? true : nil
        }
        add(Mediation.type, values, on: accepted, minutes: offset == 0 ? 9 * 60 : 15 * 60)
    }

    private static func number(_ text: String, year: Int) -> String {
        guard let range = text.firstRange(of: "2026") else { return text }
        return text.replacingCharacters(range, with: String(year))
    }
}

extension String {
    /// The text with a part replaced, without Foundation.
    fileprivate func replacingCharacters(_ range: Range<String.Index>, with other: String) -> String {
        String(self[..<range.lowerBound]) + other + self[range.upperBound...]
    }
}
