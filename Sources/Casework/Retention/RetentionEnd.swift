public import Records

/// Until when a record is kept, and why.
public struct RetentionEnd: Hashable, Sendable {
    /// The last day on which it is kept.
    public let day: CalendarDay
    /// The rule.
    public let rule: RetentionRule
    /// How many months the police room keeps it.
    public let months: Int
    /// Where that number comes from.
    public let basis: Label

    /// Whether it is due to be taken out.
    ///
    /// - Parameter today: the day.
    /// - Returns: whether the last day is over.
    public func isDue(on today: CalendarDay) -> Bool { day < today }

    /// The line on a record: until when, from what day, and by which article.
    public var label: Label {
        Label(
            "保留至 \(day)（\(rule.fromLabel.zh)起 \(months) 个月；\(basis.zh)）",
            "Kept until \(day) (\(months) months from \(rule.fromLabel.en.lowercased()); \(basis.en))")
    }
}
