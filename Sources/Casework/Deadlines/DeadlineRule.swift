public import Records

/// A time limit: from which event, how long, and where it is written.
///
/// A deadline is computed from it, never typed.
public struct DeadlineRule: Hashable, Sendable, Identifiable {
    /// How the days are counted.
    public enum Length: Hashable, Sendable {
        /// Natural days; the last one stays where it falls.
        case days(Int)
        /// Natural days; a last day that is off moves to the next working day (民法典203、民诉法85).
        case daysMovedOffHolidays(Int)
        /// Working days.
        case workingDays(Int)
        /// Months; the end of a shorter month stands in for days it lacks.
        case months(Int)
    }

    /// How binding it is.
    public enum Force: String, Sendable {
        /// Written in a law or a rule: shown as a deadline.
        case statutory
        /// A goal of the unit: passed, not overdue.
        case goal
        /// A reminder of this notebook.
        case reminder
    }

    /// `T1` to `T13`.
    public let id: String
    /// What it limits.
    public let label: Label
    /// The event from which it runs.
    public let event: Label
    /// How long.
    public let length: Length
    /// How binding it is.
    public let force: Force
    /// Where it is written; it stands beside the deadline on the screen.
    public let source: Label

    /// Declares a rule.
    ///
    /// - Parameters:
    ///   - id: names it.
    ///   - label: what it limits.
    ///   - event: the event from which it runs.
    ///   - length: how long.
    ///   - force: how binding it is.
    ///   - source: where it is written.
    public init(_ id: String, _ label: Label, from event: Label, _ length: Length, _ force: Force, source: Label) {
        self.id = id
        self.label = label
        self.event = event
        self.length = length
        self.force = force
        self.source = source
    }

    /// The deadline that runs from a day.
    ///
    /// The day itself is not counted (民法典201).
    ///
    /// - Parameters:
    ///   - start: the day of the event.
    ///   - holidays: the days off.
    /// - Returns: the deadline.
    public func deadline(from start: CalendarDay, holidays: HolidayTable) -> Deadline {
        switch length {
        case .days(let days):
            let day = start.adding(days: days)
            return Deadline(rule: self, start: start, raw: day, due: day, note: nil)
        case .daysMovedOffHolidays(let days):
            let raw = start.adding(days: days)
            let due = holidays.workingDay(from: raw)
            return Deadline(rule: self, start: start, raw: raw, due: due, note: note(from: raw, to: due, holidays))
        case .workingDays(let days):
            let due = holidays.adding(workingDays: days, to: start)
            return Deadline(rule: self, start: start, raw: due, due: due, note: note(from: start, to: due, holidays))
        case .months(let months):
            let day = start.adding(months: months)
            return Deadline(rule: self, start: start, raw: day, due: day, note: nil)
        }
    }

    private func note(from first: CalendarDay, to last: CalendarDay, _ holidays: HolidayTable) -> Label? {
        holidays.missingNote(for: first.parts.year) ?? holidays.missingNote(for: last.parts.year)
    }
}
