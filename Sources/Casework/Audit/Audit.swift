public import Records

/// 操作日志: one line says what somebody did besides writing (RIGHTS.md rule 12).
///
/// A line is a record that only the program writes, in the same signed chain as everything else. Who and when are those of its
/// change. It is made by no form and no command, never edited, deleted or taken back, and in no search.
public enum Audit {
    /// 做了什么.
    public static let act = Field<AuditAct>("act", "操作", "Act", .choice(.auditAct), required: .always)
    /// 日期: that of the change, once more, so that a month is found without reading every line.
    public static let day = Field<CalendarDay>("day", "日期", "Day", .day, required: .always, isIndexed: true)
    /// 记录种类.
    public static let type = Field<String>("type", "记录种类", "Type of record", .text)
    /// 记录: its identity, which says nothing by itself.
    ///
    /// No reference field: nothing may find the lines that speak of a record from the record.
    public static let record = Field<String>("record", "记录", "Record", .text)
    /// 按什么查找.
    public static let field = Field<AuditField>("field", "查找方式", "Looked for by", .choice(.auditField))
    /// 条数.
    public static let count = Field<Int>("count", "条数", "How many", .number(unit: Label("条", "records")))
    /// 理由或对象, such as why a restricted record was opened, or which month was gone through.
    public static let reason = Field<String>("reason", "理由", "Reason", .text)
    /// 受限: whether the line is about restricted records; it then lies where they lie.
    public static let restricted = Field<Bool>("restricted", "受限", "Restricted", .yesNo)

    /// The declaration.
    public static let declaration = RecordType(
        id: "audit", label: Label("操作日志", "Audit line"),
        placement: .restricted(when: .equals("restricted", .bool(true))), describesPerson: false,
        sections: [
            .init(
                Label("操作", "Act"),
                [
                    act.spec, day.spec, type.spec, record.spec, field.spec, count.spec, reason.spec, restricted.spec,
                ])
        ],
        title: ["act"], order: .newest(["day"]))

    /// For how many months a line is kept.
    ///
    /// 个人信息保护法56: records of how personal information was handled are kept for three years at least. 网络安全法21 asks six months
    /// for the logs of a network.
    public static let keptMonths = 36
}
