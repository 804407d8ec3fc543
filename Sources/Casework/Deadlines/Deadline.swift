public import Records

/// A day by which something is to be done, with the rule it comes from.
public struct Deadline: Hashable, Sendable {
    /// The rule.
    public let rule: DeadlineRule
    /// The day of the event.
    public let start: CalendarDay
    /// The last day before days off are looked at.
    public let raw: CalendarDay
    /// The last day.
    public let due: CalendarDay
    /// `未载入2026年节假日表`, when the rule needs a table that is missing.
    public let note: Label?
}
