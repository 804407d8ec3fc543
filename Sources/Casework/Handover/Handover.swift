public import Records

/// 交接: what one officer leaves to the next, and that somebody took it over.
///
/// Only the program writes it, when somebody hands over and when somebody acknowledges. It holds no words about people: open
/// promises are named by their record and rule, and whoever reads them sees what they may.
public enum Handover {
    /// 交接日期.
    public static let day = Field<CalendarDay>("day", "日期", "Day", .day, required: .always, isIndexed: true)
    /// 交接说明.
    public static let note = Field<String>("note", "说明", "Note", .longText)
    /// 未了事项.
    public static let items = Field<Rows>(
        "items", "未了事项", "Open promises", .rows([itemRecord.spec, itemRule.spec, itemDue.spec]))
    /// 接收人.
    public static let receiver = Field<RecordID>("receiver", "接收人", "Taken over by", .reference("officer"))
    /// 受限: the part that only those with the key to restricted records can read.
    public static let restricted = Field<Bool>("restricted", "受限", "Restricted", .yesNo)

    /// 未了事项·记录.
    public static let itemRecord = Field<String>("record", "记录", "Record", .text, required: .always)
    /// 未了事项·规则: which task of the record it is.
    public static let itemRule = Field<String>("rule", "规则", "Rule", .text)
    /// 未了事项·期限.
    public static let itemDue = Field<CalendarDay>("due", "期限", "Due", .day)

    /// The declaration.
    public static let declaration = RecordType(
        id: "handover", label: Label("交接", "Hand-over"),
        placement: .restricted(when: .equals("restricted", .bool(true))), describesPerson: false,
        sections: [
            .init(
                Label("交接", "Hand-over"), [day.spec, note.spec, items.spec, receiver.spec, restricted.spec])
        ],
        title: ["day"], order: .newest(["day"]))

    /// The longest note, in characters.
    public static let longestNote = 500
}
