public import Records

/// Which doors the period's plan has not reached; a prompt per building, nothing about people.
public enum VisitPlan {
    /// One household as the plan needs it.
    public struct Door: Hashable, Sendable {
        /// The household.
        public let household: RecordID
        /// Its building.
        public let block: String
        /// Whether it is lived in: not empty and not moved out.
        public let isLivedIn: Bool
        /// The newest day on which somebody was met.
        public let lastMet: CalendarDay?
        /// The last day of a pause after 谢绝走访.
        public let pausedUntil: CalendarDay?

        /// Describes a door.
        ///
        /// - Parameters:
        ///   - household: the household.
        ///   - block: its building.
        ///   - isLivedIn: whether it is lived in.
        ///   - lastMet: the newest day on which somebody was met.
        ///   - pausedUntil: the last day of a pause.
        public init(
            household: RecordID, block: String, isLivedIn: Bool, lastMet: CalendarDay?, pausedUntil: CalendarDay?
        ) {
            self.household = household
            self.block = block
            self.isLivedIn = isLivedIn
            self.lastMet = lastMet
            self.pausedUntil = pausedUntil
        }
    }

    /// The buildings with doors that nobody met in the period, in natural order.
    ///
    /// - Parameters:
    ///   - doors: the households.
    ///   - period: the period of the quota.
    ///   - today: the day.
    /// - Returns: each building with how many doors are left; paused and empty ones are not among them.
    public static func unvisited(
        among doors: some Sequence<Door>, in period: ClosedRange<CalendarDay>, today: CalendarDay
    ) -> [(block: String, count: Int)] {
        var counts: [String: Int] = [:]
        for door in doors where door.isLivedIn && door.pausedUntil.map({ $0 < today }) ?? true {
            if let met = door.lastMet, period.contains(met) { continue }
            counts[door.block, default: 0] += 1
        }
        return counts.map { (block: $0.key, count: $0.value) }
            .sorted { NaturalOrder.precedes($0.block, $1.block) }
    }
}
