internal import Records

extension Tasks {
    /// 答应了的事 and 约好的日子.
    static func visitItems(_ id: RecordID, _ values: FieldValues) -> [DueItem] {
        guard let date = values[Visit.date] else { return [] }
        var result: [DueItem] = []
        for row in values.rows(of: Visit.raised) {
            guard values[Visit.raisedState, row, of: Visit.raised] == .open,
                let promised = values[Visit.raisedPromised, row, of: Visit.raised],
                let text = values[Visit.raisedText, row, of: Visit.raised]
            else { continue }
            let kind = values[Visit.raisedKind, row, of: Visit.raised] ?? .service
            result.append(
                item(
                    id, Visit.type.id, "promise", row: row, .waiting, priority: 1,
                    kind: CodeTable.raisedKind.label(of: kind.rawValue) ?? Label("服务", "Service"),
                    what: Label(text, text), basis: Label("答应 \(monthDay(promised))", "promised \(monthDay(promised))"),
                    place: values[Visit.place], household: values[Visit.household], anchor: date,
                    opens: min(date, promised), due: promised))
        }
        if values[Visit.outcome] == .anotherDay, let agreed = values[Visit.nextDate] {
            result.append(
                item(
                    id, Visit.type.id, agreedRule, .today, priority: 4, kind: Label("走访", "Visit"),
                    what: Label("约好上门", "Agreed to call"),
                    basis: Label("改约 \(monthDay(agreed))", "agreed \(monthDay(agreed))"), place: values[Visit.place],
                    household: values[Visit.household], anchor: date, opens: agreed.adding(days: -1), due: agreed,
                    expires: agreed.adding(days: 14)))
        }
        return result
    }

    /// The next call and the end.
    ///
    /// Neither names the person; both go with the end date.
    static func followupItems(_ id: RecordID, _ values: FieldValues) -> [DueItem] {
        guard let kind = values[Followup.kind], let start = values[Followup.start], let end = values[Followup.end]
        else {
            return []
        }
        let last = values[Followup.closedOn].map { min($0.adding(days: -1), end) } ?? end
        guard last >= start else { return [] }
        let label = Label("法定", "Statutory")
        var result: [DueItem] = []
        let cadence = values[Followup.cadence] ?? .onRequest
        let series = DueItem.Series(
            start: start, cadence: cadence, firstWithinDays: kind.firstWithinDays,
            relaxesAfterYear: kind == .resettlement)
        // A request-driven duty has no day of its own, but an entry may agree on one.
        let due = cadence == .onRequest && kind.firstWithinDays == nil ? last.adding(days: 1) : last
        result.append(
            item(
                id, Followup.type.id, "followup", .today, priority: 2, kind: label, what: kind.label,
                basis: CodeTable.cadence.label(of: cadence.rawValue) ?? label, anchor: start, opens: start, due: due,
                expires: last, series: series))
        // What is done once is due on its last day anyway.
        if values[Followup.closedOn] == nil, cadence != .once {
            result.append(
                item(
                    id, Followup.type.id, "followup-end", .today, priority: 5, kind: label,
                    what: Label("\(kind.label.zh) 期满解除", "\(kind.label.en): ends"),
                    basis: Label("到期自动结束", "ends by itself"), anchor: start, opens: end.adding(days: -7), due: end,
                    expires: end))
        }
        return result
    }

    /// An entry moves its follow-up on.
    static func entryFacts(_ values: FieldValues) -> [DueFact] {
        guard let subject = values[FollowupEntry.followup], let day = values[FollowupEntry.date] else { return [] }
        return [DueFact(subject: subject, day: day, next: values[FollowupEntry.nextDate])]
    }

    /// The time limits that run in a mediation.
    static func mediationItems(_ id: RecordID, _ values: FieldValues, _ holidays: HolidayTable) -> [DueItem] {
        let title = values[Mediation.title] ?? ""
        let number = values[Mediation.officialNumber].flatMap(shortNumber) ?? values[Mediation.number] ?? ""
        let name = [number, title].filter { !$0.isEmpty }.joined(separator: " ")
        return Mediation.deadlines(of: values, holidays: holidays).filter { $0.rule.id != "T6" }.map { deadline in
            let rule = deadline.rule
            let isReturn = rule.id == "T12" || rule.id == "T10"
            let group: DueItem.Group = rule.force == .goal ? .goal : rule.id == "T4" ? .waiting : .today
            let what =
                switch rule.id {
                case "T4", "T10", "T12": Label("\(name) · \(rule.label.zh)", "\(name): \(rule.label.en)")
                default: Label(name, name)
                }
            // A month's limit comes into view a week before; what is short is in view at once.
            let opens: CalendarDay =
                switch rule.id {
                case "T3", "T4": max(deadline.start, deadline.due.adding(days: -7))
                default: deadline.start
                }
            return item(
                id, Mediation.type.id, rule.id, group, priority: isReturn ? 4 : 3,
                kind: isReturn ? Label("回访", "Return visit") : Label("调解", "Mediation"), what: what,
                basis: group == .goal ? rule.label : rule.source, place: values[Mediation.place],
                anchor: deadline.start, opens: opens, due: deadline.due, note: deadline.note)
        }
    }

    /// 第014号 out of （2026）榆人调字第014号; the whole number when it has no such part.
    static func shortNumber(_ number: String) -> String? {
        guard let start = number.lastIndex(of: "第") else { return number }
        return String(number[start...])
    }

    private static func monthDay(_ day: CalendarDay) -> String { String(day.description.dropFirst(5)) }

    private static func item(
        _ record: RecordID, _ type: TypeID, _ rule: String, row: RowID? = nil, _ group: DueItem.Group, priority: Int,
        kind: Label, what: Label, basis: Label, place: String? = nil, household: RecordID? = nil, anchor: CalendarDay,
        opens: CalendarDay, due: CalendarDay, expires: CalendarDay? = nil, series: DueItem.Series? = nil,
        note: Label? = nil
    ) -> DueItem {
        DueItem(
            record: record, type: type, rule: rule, row: row, group: group, priority: priority, kind: kind, what: what,
            basis: basis, place: place, household: household, anchor: anchor, opens: opens, due: due,
            expires: expires, series: series, note: note)
    }
}
