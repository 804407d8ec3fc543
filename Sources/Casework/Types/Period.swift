public import Records

/// A length of time by the calendar.
public enum Period: Hashable, Sendable {
    /// So many days.
    case days(Int)
    /// So many months; the end of a shorter month stands in for days it lacks (民法典202).
    case months(Int)

    /// The last day of the period when its first day is not counted (民法典201).
    ///
    /// - Parameter start: the first day.
    /// - Returns: the last day.
    public func end(from start: CalendarDay) -> CalendarDay {
        switch self {
        case .days(let days): start.adding(days: days)
        case .months(let months): start.adding(months: months)
        }
    }

    /// How an officer reads it: 6个月, 90日.
    public var label: Label {
        switch self {
        case .days(let days): Label("\(days)日", "\(days) days")
        case .months(let months) where months % 12 == 0:
            Label("\(months / 12)年", months == 12 ? "1 year" : "\(months / 12) years")
        case .months(let months): Label("\(months)个月", months == 1 ? "1 month" : "\(months) months")
        }
    }
}
