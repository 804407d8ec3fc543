import Interface
public import Records

/// How days are written where there is little room.
public enum DayText {
    /// Month and day; the year as well when it is another one: 11-02, 2025-11-02.
    ///
    /// - Parameters:
    ///   - day: the day.
    ///   - today: today.
    /// - Returns: the text.
    public static func short(_ day: CalendarDay, today: CalendarDay) -> String {
        day.parts.year == today.parts.year ? String(day.description.dropFirst(5)) : day.description
    }

    /// The day in the title line: 11月21日 周六, 21 Nov Sat.
    ///
    /// - Parameter day: the day.
    /// - Returns: the text in both languages.
    public static func title(_ day: CalendarDay) -> Label {
        let parts = day.parts
        let weekday = Texts.weekday(day.weekday)
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let month = months.indices.contains(parts.month - 1) ? months[parts.month - 1] : ""
        return Label("\(parts.month)月\(parts.day)日 \(weekday.zh)", "\(weekday.en) \(parts.day) \(month)")
    }

    /// A moment: the time when it is today, the day as well otherwise.
    ///
    /// - Parameters:
    ///   - moment: the moment.
    ///   - today: today.
    /// - Returns: 14:32, or 11-20 14:32.
    public static func short(_ moment: Moment, today: CalendarDay) -> String {
        moment.day == today ? "\(moment.time)" : "\(short(moment.day, today: today)) \(moment.time)"
    }
}
