public import Records

/// One thing that is due, worked out from one record by one rule.
///
/// It holds no name of a person.
public struct DueItem: Hashable, Sendable, Identifiable {
    /// Where it stands on the Today screen.
    public enum Group: Int, Sendable, Comparable, CaseIterable {
        /// 等答复: people who wait come first.
        case waiting
        /// 今天.
        case today
        /// 目标（内部）: passed, never overdue.
        case goal

        /// Whether one stands before the other.
        public static func < (left: Group, right: Group) -> Bool { left.rawValue < right.rawValue }
    }

    /// A duty that comes again: entries and their next dates move it on.
    public struct Series: Hashable, Sendable {
        /// When it starts.
        public let start: CalendarDay
        /// How often.
        public let cadence: Cadence
        /// How soon after the start the first call is due, where a rule says so.
        public let firstWithinDays: Int?
        /// After a year a quarterly duty of this kind becomes half-yearly (F02).
        public let relaxesAfterYear: Bool
    }

    /// The record it comes from.
    public let record: RecordID
    /// The record's type.
    public let type: TypeID
    /// The rule: `T4`, `promise`, `agreed`, `followup`, `followup-end`.
    public let rule: String
    /// The row of the record it comes from, if one.
    public let row: RowID?
    /// Where it stands.
    public let group: Group
    /// Lower stands first among equals.
    public let priority: Int
    /// The first column: 服务, 调解, 法定.
    public let kind: Label
    /// What is to be done.
    public let what: Label
    /// The rule as the officer reads it: 答应 11-20, 30日 民诉法205.
    public let basis: Label
    /// Where, as text, when the record itself says so.
    public let place: String?
    /// The household it is about; whoever shows it looks up the address.
    public let household: RecordID?
    /// The day of the event from which it runs.
    public let anchor: CalendarDay
    /// The first day on which it is shown.
    public let opens: CalendarDay
    /// The last day.
    public let due: CalendarDay
    /// The last day on which it is shown at all; `nil` until it is resolved.
    public let expires: CalendarDay?
    /// The repetition, for follow-ups.
    public let series: Series?
    /// `未载入2026年节假日表`, when the day needs a table that is missing.
    public let note: Label?

    /// Names it: the same record and rule give the same item on every laptop.
    public var id: String { "\(record)/\(rule)" + (row.map { "/\($0)" } ?? "") }

    /// Whether it comes from a follow-up: the Today screen counts these and shows nothing else of them.
    public var isFollowup: Bool { type == Followup.type.id }

    /// How far off it is: 余 3天, 今天, 超 2天; a goal is 过 1天.
    ///
    /// - Parameter today: the day.
    /// - Returns: the text of the last column.
    public func state(on today: CalendarDay) -> Label {
        let days = today.days(until: due)
        if days == 0 { return Label("今天", "today") }
        if days > 0 { return Label("余 \(days)天", "\(days) d left") }
        let over = -days
        return group == .goal
            ? Label("过 \(over)天", "\(over) d past")
            : Label("超 \(over)天", "\(over) d over")
    }

    /// Whether its day has passed; a goal is never overdue.
    ///
    /// - Parameter today: the day.
    /// - Returns: whether it is overdue.
    public func isOverdue(on today: CalendarDay) -> Bool { group != .goal && due < today }

    /// Whether it is shown on a day.
    ///
    /// - Parameter today: the day.
    /// - Returns: whether the day lies in its window.
    public func isShown(on today: CalendarDay) -> Bool {
        opens <= today && (expires.map { today <= $0 } ?? true)
    }

    /// The same item with another day.
    func moved(to due: CalendarDay, opens: CalendarDay, anchor: CalendarDay) -> DueItem {
        DueItem(
            record: record, type: type, rule: rule, row: row, group: group, priority: priority, kind: kind,
            what: what, basis: basis, place: place, household: household, anchor: anchor, opens: opens, due: due,
            expires: expires, series: series, note: note)
    }
}
