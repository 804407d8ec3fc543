public import Records

/// 一次调解: a row of ``Mediation/sessions``; its number is its place in the order.
public enum MediationSession {
    /// 日期.
    public static let date = Field<CalendarDay>("date", "日期", "Date", .day, required: .always, initial: .today)
    /// 时间.
    public static let start = Field<TimeOfDay>("start", "时间", "Time", .time, initial: .now)
    /// 地点.
    public static let place = Field<String>("place", "地点", "Place", .text, initial: .sticky)
    /// 参加人.
    public static let attended = Field<String>("attended", "参加人", "Who attended", .text)
    /// 要点.
    public static let points = Field<String>("points", "要点", "Points", .longText, required: .always, search: .text)
    /// 小结.
    public static let outcome = Field<String>("outcome", "本次结果", "Outcome", .text)

    static let columns = [date.spec, start.spec, place.spec, attended.spec, points.spec, outcome.spec]
}
