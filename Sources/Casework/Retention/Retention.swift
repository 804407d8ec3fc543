public import Records

/// How long everything is kept: RIGHTS.md rules 6 and 13, domain.md §7.
public enum Retention {
    /// The rules; of several for a type the first that holds counts.
    public static let rules: [RetentionRule] = [
        RetentionRule(
            "visit", Visit.type, from: [Visit.date.key], Label("走访日期", "Day of the visit"), months: 24, limits: 1...24,
            setting: Room.visitMonths.key, source: law),
        RetentionRule(
            "household", Household.type, from: [Household.movedOut.key], Label("迁出日期", "Moving out"), months: 12,
            limits: 1...12, setting: Room.householdMonths.key, source: law),
        RetentionRule(
            "followup-minor", Followup.type,
            when: .anyOf([
                .equals(Followup.minor.key, .bool(true)),
                .has(Followup.kind.key, oneOf: [FollowupKind.correctiveEducation, .childCare]),
            ]), from: [Followup.closedOn.key, Followup.end.key], Label("协助结束", "End of the follow-up"), months: 6,
            limits: 1...6, setting: Room.followupMonths.key, source: "未成年人保护法4、\(law)"),
        RetentionRule(
            "followup", Followup.type, from: [Followup.closedOn.key, Followup.end.key],
            Label("协助结束", "End of the follow-up"), months: 12, limits: 1...12, setting: Room.followupMonths.key,
            source: law),
        RetentionRule(
            "followup-entry", FollowupEntry.type, from: [], Label("所属事项", "Its follow-up"),
            with: FollowupEntry.followup.key, months: 12, limits: 1...12, setting: nil, source: law),
        RetentionRule(
            "mediation", Mediation.type, from: [Mediation.archived.key, Mediation.resultOn.key],
            Label("归档（结案）", "Filing or result"), months: 60, limits: 60...120, setting: Room.mediationMonths.key,
            source: "以单位档案保管期限表为准"),
        RetentionRule(
            "audit", Audit.declaration, from: [Audit.day.key], Label("操作日期", "Day of the act"),
            months: Audit.keptMonths,
            limits: Audit.keptMonths...120, setting: nil, source: "个人信息保护法56", isByLaw: true),
        RetentionRule(
            "handover", Handover.declaration, from: [Handover.day.key], Label("交接日期", "Day of the hand-over"),
            months: 12, limits: 1...12, setting: nil, source: law),
    ]

    /// Where the periods that stand apart from the rules come from.
    public static let productDefault = Label("本产品的默认值", "this product's default")

    /// How many months a deleted record waits to be restored before it is due.
    public static let deletedMonths = 1

    /// How many days a draft waits before it is listed.
    public static let draftDays = 30

    /// The rule for a record.
    ///
    /// - Parameters:
    ///   - type: its type.
    ///   - values: its values.
    /// - Returns: the rule; `nil` for types that describe no person.
    public static func rule(for type: TypeID, _ values: FieldValues) -> RetentionRule? {
        rules.first { $0.type == type && $0.condition.holds(in: values) }
    }

    /// Until when a record is kept.
    ///
    /// - Parameters:
    ///   - type: its type.
    ///   - values: its values.
    ///   - room: the police room's values.
    /// - Returns: the end; `nil` while the day from which it runs has not come, and for what goes with another record.
    public static func end(of type: TypeID, _ values: FieldValues, room: FieldValues?) -> RetentionEnd? {
        guard let rule = rule(for: type, values),
            let start = rule.from.lazy.compactMap({ values[$0].text.flatMap { CalendarDay($0) } }).first
        else { return nil }
        let months = rule.months(in: room)
        return RetentionEnd(day: start.adding(months: months), rule: rule, months: months, basis: rule.basis(in: room))
    }

    /// 个人信息保护法19 gives no number: it asks for the shortest time that the purpose needs.
    private static let law = "个人信息保护法19（最短必要时间）"
}
