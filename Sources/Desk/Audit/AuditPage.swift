public import Casework
public import Records

/// What the audit log says of some days, to somebody who may go through it.
public struct AuditPage: Hashable, Sendable {
    /// Which lines are asked for.
    public struct Request: Hashable, Sendable {
        /// The days.
        public var days: ClosedRange<CalendarDay>
        /// Only this officer's; `nil` is everybody's but one's own.
        public var officer: RecordID?
        /// Only this act.
        public var act: AuditAct?

        /// A request.
        ///
        /// - Parameters:
        ///   - days: the days.
        ///   - officer: only this officer's lines.
        ///   - act: only this act.
        public init(_ days: ClosedRange<CalendarDay>, officer: RecordID? = nil, act: AuditAct? = nil) {
            self.days = days
            self.officer = officer
            self.act = act
        }
    }

    /// Much of one kind by one officer on one day (``AuditReview``).
    public struct Bulk: Hashable, Sendable {
        /// Who.
        public let officer: RecordID
        /// The officer's name.
        public let name: String
        /// The day.
        public let day: CalendarDay
        /// What.
        public let act: AuditAct
        /// With how many records.
        public let count: Int
    }

    /// That somebody went through an officer's lines of a month.
    public struct Review: Hashable, Sendable {
        /// Whose lines.
        public let officer: RecordID
        /// The officer's name.
        public let name: String
        /// Which month: `2026-11`.
        public let month: String
        /// Who went through them.
        public let reviewer: String
        /// When.
        public let moment: Moment
    }

    /// The lines, the newest first; none of one's own.
    public let entries: [AuditEntry]
    /// What stands out, by day.
    public let bulk: [Bulk]
    /// The reviews written in those days, one's own lines included.
    public let reviews: [Review]
    /// How many lines are one's own: somebody else goes through them.
    public let own: Int
}
