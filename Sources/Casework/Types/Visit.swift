public import Records

/// 走访: one call at a door or a place.
///
/// 见面·无新情况 is a complete visit (RIGHTS.md rule 14).
public enum Visit {
    /// 工作编号.
    public static let number = Field<String>("number", "编号", "No.", .text, search: .number, isFolded: true)
    /// 户.
    public static let household = Field<RecordID>(
        "household", "户", "Household", .reference("household"), required: .not(.isSet("place")))
    /// 地点, when it is not a household.
    public static let place = Field<String>(
        "place", "地点", "Place", .text, required: .not(.isSet("household")), visible: .not(.isSet("household")),
        search: .name)
    /// 结果.
    public static let outcome = Field<VisitOutcome>(
        "outcome", "结果", "Outcome", .choice(.visitOutcome), required: .always, isIndexed: true)
    /// 谈话记要.
    public static let notes = Field<String>(
        "notes", "谈话记要", "Notes", .longText, required: .has("outcome", VisitOutcome.metWithNotes),
        constraints: [
            Constraint(
                .atMostCharacters("notes", 20_000),
                Label("谈话记要超过 20000 字，请分条记录", "Notes are over 20,000 characters: split them"))
        ],
        search: .text,
        help: Label("只记事实和诉求，不评价人。日期可输入 昨天 / -1 / 周四 / 0903", "Facts and requests, no judgement of people"))
    /// 反映事项.
    public static let raised = Field<Rows>(
        "raised", "反映事项", "Raised",
        .rows([raisedKind.spec, raisedText.spec, raisedState.spec, raisedPromised.spec, raisedDone.spec]))
    /// 约定日期.
    public static let nextDate = Field<CalendarDay>(
        "next_date", "约定日期", "Agreed day", .day, required: .has("outcome", VisitOutcome.anotherDay),
        visible: .has("outcome", VisitOutcome.anotherDay))
    /// 日期.
    public static let date = Field<CalendarDay>(
        "date", "日期", "Date", .day, required: .always, initial: .today, isIndexed: true, isFolded: true)
    /// 开始时间.
    public static let start = Field<TimeOfDay>("start", "开始", "Start", .time, initial: .now, isFolded: true)
    /// 结束时间.
    public static let end = Field<TimeOfDay>(
        "end", "结束", "End", .time,
        constraints: [
            Constraint(
                .notAfter("start", "end"), Label("结束时间早于开始时间，请改", "End is before start: correct the time"))
        ], isFolded: true)
    /// 走访人.
    public static let visitors = Field<[RecordID]>(
        "visitors", "走访人", "Visitors", .references("officer"), required: .always, initial: .sticky, isFolded: true)
    /// 访别.
    public static let kind = Field<String>(
        "kind", "访别", "Kind", .choice(.visitKind), required: .always, initial: .value(.text("10")), isIndexed: true,
        isFolded: true)
    /// 见到谁.
    public static let seen = Field<String>("seen", "见到谁", "Who was met", .text, isFolded: true)
    /// 宣传内容.
    public static let publicity = Field<String>(
        "publicity", "宣传内容", "Publicity", .text, initial: .sticky, isFolded: true)
    /// 手写本页.
    public static let page = Field<Int>(
        "page", "手写本页", "Notebook page", .number(unit: Label("页", "page")), isFolded: true,
        help: Label("补录时填手写本页码", "For a late entry: the page of the paper notebook"))
    /// 手写本行.
    public static let pageRow = Field<Int>(
        "page_row", "手写本行", "Notebook row", .number(unit: Label("行", "row")), visible: .isSet("page"), isFolded: true)
    /// 关联调解.
    public static let mediation = Field<RecordID>(
        "mediation", "关联调解", "Mediation", .reference("mediation"), isFolded: true)

    /// 反映事项·类别.
    public static let raisedKind = Field<RaisedKind>("kind", "类别", "Kind", .choice(.raisedKind), required: .always)
    /// 反映事项·内容.
    public static let raisedText = Field<String>("text", "内容", "What", .text, required: .always, search: .short)
    /// 反映事项·状态.
    public static let raisedState = Field<RaisedState>(
        "state", "状态", "State", .choice(.raisedState), required: .always,
        initial: .value(.text(RaisedState.open.rawValue)), isIndexed: true)
    /// 反映事项·答应日期.
    public static let raisedPromised = Field<CalendarDay>("promised", "答应日期", "Promised for", .day)
    /// 反映事项·办结日期.
    public static let raisedDone = Field<CalendarDay>(
        "done_on", "办结日期", "Done on", .day, visible: .has("state", RaisedState.done))

    /// The declaration.
    public static let type = RecordType(
        id: "visit", label: Label("走访", "Visit"), numberLetter: "V", describesPerson: true,
        sections: [
            .init(
                Label("走访", "Visit"),
                [household.spec, place.spec, outcome.spec, notes.spec, raised.spec, nextDate.spec]),
            .init(
                Label("时间与人员", "When and who"),
                [date.spec, start.spec, end.spec, visitors.spec, kind.spec, seen.spec, publicity.spec]),
            .init(Label("其他", "Other"), [page.spec, pageRow.spec, mediation.spec, number.spec]),
        ],
        title: ["date", "household", "place"], columns: ["outcome", "notes"], order: .newest(["date", "start"]))
}
