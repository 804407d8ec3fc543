public import Records

/// 协助记录: what was done once for a follow-up.
///
/// It is not a visit and has no household (RIGHTS.md rule 3).
public enum FollowupEntry {
    /// 工作编号.
    public static let number = Field<String>("number", "编号", "No.", .text, search: .number, isFolded: true)
    /// 法定协助事项.
    public static let followup = Field<RecordID>(
        "followup", "法定协助事项", "Follow-up", .reference("followup"), required: .always)
    /// 种类, the same as the follow-up's: it decides which stream the entry lies in.
    public static let kind = Field<FollowupKind>(
        "kind", "种类", "Kind", .choice(.followupKind), required: .always, isIndexed: true, isFolded: true,
        help: Label("与事项相同，自动带出", "The follow-up's own, filled in for you"))
    /// 对象为未成年人, the same as the follow-up's.
    public static let minor = Field<Bool>(
        "minor", "对象是未成年人", "The person is a minor", .yesNo, isFolded: true,
        help: Label("与事项相同，自动带出", "The follow-up's own, filled in for you"))
    /// 日期.
    public static let date = Field<CalendarDay>(
        "date", "日期", "Date", .day, required: .always, initial: .today, isIndexed: true)
    /// 开始时间.
    public static let start = Field<TimeOfDay>("start", "时间", "Time", .time, initial: .now, isFolded: true)
    /// 协助人.
    public static let officers = Field<[RecordID]>(
        "officers", "协助人", "Officers", .references("officer"), required: .always, initial: .officer)
    /// 在场人.
    public static let present = Field<[String]>(
        "present", "在场人", "Who was present", .choices(.entryPresent), required: .always)
    /// 做了什么.
    public static let done = Field<String>(
        "done", "做了什么", "What was done", .longText, required: .always,
        help: Label(
            "只记做了什么、需要什么帮助；不记病情、检测、表现、评价",
            "What was done and what help is needed; no condition, test, conduct or judgement"))
    /// 需要的帮助.
    public static let help = Field<String>("help", "需要的帮助", "Help asked for", .text)
    /// 下次日期.
    public static let nextDate = Field<CalendarDay>("next_date", "下次日期", "Next date", .day)

    /// The declaration.
    public static let type = RecordType(
        id: "followup-entry", label: Label("协助记录", "Follow-up entry"), numberLetter: "E",
        placement: Followup.type.placement, describesPerson: true,
        sections: [
            .init(
                Label("协助记录", "Entry"),
                [
                    followup.spec, date.spec, start.spec, officers.spec, present.spec, done.spec, help.spec,
                    nextDate.spec,
                ]),
            .init(Label("自动", "Filled in"), [kind.spec, minor.spec, number.spec]),
        ],
        title: ["date", "kind"], columns: ["done"], order: .newest(["date", "start"]))
}
