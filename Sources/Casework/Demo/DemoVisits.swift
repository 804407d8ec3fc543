internal import Records

extension DemoBuilder {
    /// The twelve doors of 老榆里3号楼, as the building sheet shows them.
    mutating func addBuilding() -> [String: RecordID] {
        let told = today.adding(days: -319)
        let doors: [(room: String, head: String?, people: Int, minors: Int)] = [
            ("201", "亓明远", 3, 1), ("202", "缑秋和", 2, 0), ("301", "芮文静", 4, 2), ("302", "鄢庆安", 1, 0),
            ("401", "蔺国栋", 2, 0), ("402", "谌春梅", 3, 1), ("501", "单翠萍", 3, 1), ("502", nil, 0, 0), ("601", "解大勇", 2, 0),
            ("602", "区文谦", 4, 1), ("701", "万俟雪", 1, 0), ("702", "𠮷田悦", 2, 0),
        ]
        var byRoom: [String: RecordID] = [:]
        for door in doors {
            var values = Self.household(
                address: "老榆里3号楼2单元\(door.room)室", head: door.head, people: door.people,
                toldOn: door.head == nil ? nil : told)
            if door.minors > 0 { values[Household.minors] = door.minors }
            if door.head != nil { values[Household.phone] = DemoNames.phone(&random) }
            byRoom[door.room] = add(Household.type, values, on: told, minutes: 8 * 60)
        }
        func past(_ days: Int) -> CalendarDay { today.adding(days: -days) }
        addVisit(byRoom["501"], past(319), .metWithNotes, "反映楼上漏水。")
        addVisit(byRoom["501"], past(312), .metWithNotes, "反水弯更换，闭水试验通过。")
        addVisit(byRoom["501"], past(48), .metWithNotes, "天花板已修好，双方无新问题。")
        addVisit(
            byRoom["601"], past(33), .metWithNotes, "本人白天上班，想办居住证，答应帮着把材料清单问清楚。",
            raised: [(.service, "居住证代办", past(1), false)])
        addVisit(
            byRoom["701"], past(83), .metWithNotes, "一人在家。纱窗松动，怕掉下去砸人。",
            raised: [(.hazard, "纱窗松动，答应联系物业", nil, false)])
        addVisit(byRoom["702"], past(40), .metNothingNew, nil)
        addVisit(byRoom["202"], past(36), .declined, nil)
        addVisit(byRoom["402"], past(2), .anotherDay, nil, next: today)
        return byRoom
    }

    mutating func addVisit(
        _ household: RecordID?, _ date: CalendarDay, _ outcome: VisitOutcome, _ notes: String?,
        raised: [(kind: RaisedKind, text: String, promised: CalendarDay?, isDone: Bool)] = [], next: CalendarDay? = nil
    ) {
        guard let household else { return }
        let minutes = 14 * 60 + random.below(180)
        var values = visit(household: household, on: date, at: minutes, outcome: outcome, notes: notes)
        values[Visit.nextDate] = next
        for matter in raised { addRaised(matter, to: &values, on: date) }
        add(Visit.type, values, on: date, minutes: minutes + 20)
    }

    private mutating func addRaised(
        _ matter: (kind: RaisedKind, text: String, promised: CalendarDay?, isDone: Bool), to values: inout FieldValues,
        on date: CalendarDay
    ) {
        let row = row()
        values.addRow(row, to: Visit.raised.key)
        values[Visit.raisedKind, row, of: Visit.raised] = matter.kind
        values[Visit.raisedText, row, of: Visit.raised] = matter.text
        values[Visit.raisedState, row, of: Visit.raised] = matter.isDone ? .done : .open
        values[Visit.raisedPromised, row, of: Visit.raised] = matter.promised
        if matter.isDone { values[Visit.raisedDone, row, of: Visit.raised] = date.adding(days: 4) }
    }

    /// The sample visits, with a household for each door.
    mutating func addSampleVisits(
        _ dates: DemoDates, mediations: [String: RecordID], building: [String: RecordID]
    ) -> [String: RecordID] {
        var households: [String: RecordID] = [:]
        for (room, id) in building { households["老榆里3号楼2单元\(room)室"] = id }
        for sample in DemoSamples.of(kind: "visit") {
            guard let date = dates.day(sample["date"]?.text), let address = sample["address"]?.text else { continue }
            let kind = DemoSamples.code(String((sample["visit_type"]?.text ?? "").prefix(3)), in: .visitKind) ?? "10"
            let isMet = sample["met"]?.bool == true
            let persons = sample["persons"]?.list ?? []
            let head = persons.first { $0["relation"]?.text == "户主" }?["name"]?.text
            let parts = AddressParts(address)
            let door = parts.estate + parts.building + parts.unit + parts.room
            var household = households[door]
            if household == nil, head != nil || address.hasSuffix("102室") || address.hasSuffix("21号") {
                var values = Self.household(
                    address: address, head: head ?? "郏远和", people: max(1, persons.count), toldOn: date)
                values[Household.phone] = persons.first?["phone"]?.text
                addMembers(persons, to: &values)
                household = add(Household.type, values, on: date, minutes: 9 * 60)
                households[door] = household
            }
            let text = dates.text(sample["note"]?.text ?? "")
            var values = visit(
                household: household, place: household == nil ? (door.isEmpty ? address : door) : nil, on: date,
                at: 15 * 60, outcome: isMet ? .metWithNotes : .notMet, notes: text, kind: kind)
            for action in sample["actions"]?.list?.compactMap(\.text) ?? [] {
                addAction(dates.text(action), to: &values, on: date, mediations: mediations)
            }
            let isLate = text.hasPrefix("【补录】")
            if isLate { values[Visit.page] = 46 }
            add(Visit.type, values, on: isLate ? min(date.adding(days: 1), today) : date, minutes: 17 * 60)
        }
        return households
    }

    private mutating func addMembers(_ persons: [Value], to values: inout FieldValues) {
        for person in persons {
            guard let name = person["name"]?.text, let year = person["birth"]?.text.flatMap({ Int($0.prefix(4)) }),
                today.parts.year - year >= 18
            else { continue }
            let row = row()
            values.addRow(row, to: Household.members.key)
            values[Household.memberName, row, of: Household.members] = name
            values[Household.memberSex, row, of: Household.members] = person["sex"]?.text == "男" ? "1" : "2"
            let relations = ["户主": "02", "配偶": "10", "父亲": "51", "母亲": "52"]
            values[Household.memberRelation, row, of: Household.members] = person["relation"]?.text
                .flatMap { relations[$0] }
            values[Household.memberBirthYear, row, of: Household.members] = year
            values[Household.memberPhone, row, of: Household.members] = person["phone"]?.text
        }
    }

    private mutating func addAction(
        _ action: String, to values: inout FieldValues, on date: CalendarDay, mediations: [String: RecordID]
    ) {
        if action.hasPrefix("关联调解") {
            values[Visit.mediation] = mediations.first { action.contains($0.key) }?.value
            return
        }
        if action.hasPrefix("反诈宣传") {
            values[Visit.publicity] = "反诈宣传"
            return
        }
        guard !["消防检查", "治安检查", "复查合格", "责任书", "下次"].contains(where: { action.hasPrefix($0) }) else { return }
        let kind: RaisedKind =
            action.hasPrefix("隐患") ? .hazard : action.contains("提案") ? .proposal : .service
        let isDone = date.adding(days: 21) <= today
        addRaised((kind, action, nil, isDone), to: &values, on: date)
    }

    /// The other doors of the beat, and this month's visits, so that the count stands where it should on this day.
    mutating func addMonth(building: [String: RecordID]) {
        var doors: [RecordID] = []
        let told = today.adding(days: -200)
        for number in [1, 2, 4, 5, 6, 7, 8, 9] {
            for (room, entrance) in [
                ("101", 3), ("201", 3), ("202", 3), ("301", 3), ("302", 3), ("401", 3), ("402", 3), ("501", 3),
                ("502", 3), ("601", 3),
            ] {
                var values = Self.household(
                    address: "老榆里\(number)号楼\(entrance)单元\(room)室", head: DemoNames.name(&random),
                    people: 1 + random.below(4), toldOn: told)
                values[Household.phone] = DemoNames.phone(&random)
                if random.below(4) == 0 { values[Household.tenure] = .rented }
                doors.append(add(Household.type, values, on: told))
            }
        }
        doors += ["501", "201", "301", "302", "702"].compactMap { building[$0] }.reversed()
        let quota = VisitQuota(.monthly80)
        let day = today.parts.day
        let goal = min(76, (52 * day + 20) / 21)
        let done = quota.count(of: records.filter { $0.type == Visit.type.id }.map(\.values), on: today)
        for position in 0..<max(0, min(goal - done, doors.count)) {
            let door = doors[doors.count - 1 - position]
            let date = today.startOfMonth.adding(days: position * day / max(1, goal - done))
            let isPlain = random.below(3) > 0
            let minutes = 9 * 60 + random.below(60)
            let values = visit(
                household: door, on: min(date, today), at: minutes, outcome: isPlain ? .metNothingNew : .metWithNotes,
                notes: isPlain ? nil : DemoNames.note(about: 30, &random))
            add(Visit.type, values, on: min(date, today), minutes: minutes + 20)
        }
    }
}
