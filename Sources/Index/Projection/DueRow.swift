public import Records

/// Something that is due, worked out by a rule from one record.
public struct DueRow: Hashable, Sendable {
    /// The record it follows from.
    public let record: RecordID
    /// The rule.
    public let rule: String
    /// The day from which the rule counts.
    public let anchor: CalendarDay
    /// The last day on which it is in time.
    public let day: CalendarDay
    /// The first day on which it is shown.
    public let windowStart: CalendarDay
    /// How much it matters; smaller comes first.
    public let priority: Int
    /// What kind of task it is, as the rule names it.
    public let kind: String

    /// Makes a row.
    ///
    /// - Parameters:
    ///   - record: the record it follows from.
    ///   - rule: the rule.
    ///   - anchor: the day from which the rule counts.
    ///   - day: the last day on which it is in time.
    ///   - windowStart: the first day on which it is shown.
    ///   - priority: how much it matters; smaller comes first.
    ///   - kind: what kind of task it is.
    public init(
        record: RecordID, rule: String, anchor: CalendarDay, day: CalendarDay, windowStart: CalendarDay, priority: Int,
        kind: String
    ) {
        self.record = record
        self.rule = rule
        self.anchor = anchor
        self.day = day
        self.windowStart = windowStart
        self.priority = priority
        self.kind = kind
    }
}
