public import Records

/// 人员: an office-holder of the police room or a mediator, not a person in the records.
public enum Officer {
    /// 姓名.
    public static let name = Field<String>("name", "姓名", "Name", .personName, required: .always, search: .name)
    /// 身份.
    public static let role = Field<OfficerRole>(
        "role", "身份", "Role", .choice(.officerRole), required: .always, isIndexed: true)
    /// 所在单位或调委会.
    public static let unit = Field<String>("unit", "单位", "Unit", .text)
    /// 任职起.
    public static let activeFrom = Field<CalendarDay>(
        "active_from", "任职起", "In office from", .day, required: .always, initial: .today)
    /// 任职止.
    public static let activeTo = Field<CalendarDay>(
        "active_to", "任职止", "In office until", .day,
        constraints: [
            Constraint(
                .notAfter("active_from", "active_to"),
                Label("任职止不能早于任职起，请改日期", "“In office until” is before “from”: correct the day"))
        ])

    /// The declaration.
    public static let type = RecordType(
        id: "officer", label: Label("人员", "Officer"), describesPerson: false,
        sections: [
            .init(Label("人员", "Officer"), [name.spec, role.spec, unit.spec]),
            .init(Label("任职", "Office"), [activeFrom.spec, activeTo.spec]),
        ],
        title: ["name"], columns: ["role", "unit"], order: .natural(["role", "name"]))

    /// Whether an office-holder is in office on a day.
    ///
    /// Somebody whose term has not begun counts: a laptop whose clock is a month behind must not lock out everybody who
    /// came since.
    ///
    /// - Parameters:
    ///   - values: the officer's record.
    ///   - day: the day.
    /// - Returns: whether the term has not ended before that day.
    public static func isActive(_ values: FieldValues, on day: CalendarDay) -> Bool {
        values[activeTo].map { day <= $0 } ?? true
    }
}
