public import Records

/// 谢绝走访 pauses the prompt for ninety days.
///
/// It is worked out, never stored, searched or counted (RIGHTS.md rule 6).
public enum VisitPause {
    /// How many days a declined visit pauses the prompt.
    public static let days = 90

    /// Until when a household is not prompted for.
    ///
    /// - Parameter visits: the visits of one household.
    /// - Returns: the last day of the pause; `nil` when they never declined or have met an officer since.
    public static func until(after visits: some Sequence<FieldValues>) -> CalendarDay? {
        var declined: CalendarDay?
        var met: CalendarDay?
        for visit in visits {
            guard let date = visit[Visit.date], let outcome = visit[Visit.outcome] else { continue }
            if outcome == .declined { declined = max(declined ?? date, date) }
            if outcome.isMet { met = max(met ?? date, date) }
        }
        guard let declined, met.map({ $0 <= declined }) ?? true else { return nil }
        return declined.adding(days: days)
    }
}
