public import Records

/// 一次回访: a row of ``Mediation/returnVisits``.
public enum MediationReturnVisit {
    /// 日期.
    public static let date = Field<CalendarDay>("date", "日期", "Date", .day, required: .always, initial: .today)
    /// 回访人.
    public static let officer = Field<RecordID>("officer", "回访人", "By", .reference("officer"), initial: .officer)
    /// 满意度.
    public static let satisfaction = Field<String>(
        "satisfaction", "满意度", "Satisfaction", .choice(.satisfaction), initial: .value(.text("0")))
    /// 回访情况.
    public static let text = Field<String>("text", "回访情况", "What was found", .longText, required: .always)

    static let columns = [date.spec, officer.spec, satisfaction.spec, text.spec]
}
