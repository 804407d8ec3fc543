import Records

/// The periods by which a search is narrowed.
enum FindPeriod {
    /// The words, each with its English.
    static let words: [(label: Label, days: @Sendable (CalendarDay) -> ClosedRange<CalendarDay>)] = [
        (Label("今天", "today"), { $0...$0 }),
        (Label("本周", "this-week"), { monday($0)...monday($0).adding(days: 6) }),
        (Label("上周", "last-week"), { monday($0).adding(days: -7)...monday($0).adding(days: -1) }),
        (Label("本月", "this-month"), { $0.startOfMonth...$0.endOfMonth }),
        (
            Label("上月", "last-month"),
            { $0.startOfMonth.adding(months: -1)...$0.startOfMonth.adding(days: -1) }
        ),
        (
            Label("今年", "this-year"),
            { day in
                let start = CalendarDay(year: day.parts.year, month: 1, day: 1) ?? day
                return start...start.adding(months: 12).adding(days: -1)
            }
        ),
    ]

    /// The days that a word means.
    ///
    /// - Parameters:
    ///   - text: 本周, 2026, 2026-06 or 2026-06-03.
    ///   - today: the day.
    /// - Returns: the first and the last day; `nil` when it means none.
    static func days(_ text: String, today: CalendarDay) -> ClosedRange<CalendarDay>? {
        if let word = words.first(where: { $0.label.zh == text || $0.label.en == text }) { return word.days(today) }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard (1...3).contains(parts.count), let year = parts[0], (1900...9999).contains(year) else { return nil }
        guard parts.count > 1 else {
            guard let first = CalendarDay(year: year, month: 1, day: 1) else { return nil }
            return first...first.adding(months: 12).adding(days: -1)
        }
        guard let month = parts[1], let first = CalendarDay(year: year, month: month, day: 1) else { return nil }
        guard parts.count > 2 else { return first...first.endOfMonth }
        guard let number = parts[2], let day = CalendarDay(year: year, month: month, day: number) else { return nil }
        return day...day
    }

    private static func monday(_ day: CalendarDay) -> CalendarDay { day.adding(days: 1 - day.weekday) }
}
