public import Records

/// What is due, worked out from the records: the same records give the same tasks on every laptop, and nothing schedules itself.
public enum Tasks {
    /// What one record adds, whatever the day: a pure function of its values, for an index to keep.
    ///
    /// - Parameters:
    ///   - id: the record.
    ///   - type: its type.
    ///   - values: what it shows.
    ///   - holidays: the days off; with another table everything is worked out again.
    /// - Returns: items and facts; nothing for most records.
    public static func projection(
        of id: RecordID, type: TypeID, values: FieldValues, holidays: HolidayTable
    ) -> DueProjection {
        switch type {
        case Visit.type.id: DueProjection(items: visitItems(id, values), facts: [])
        case Followup.type.id: DueProjection(items: followupItems(id, values), facts: [])
        case FollowupEntry.type.id: DueProjection(items: [], facts: entryFacts(values))
        case Mediation.type.id: DueProjection(items: mediationItems(id, values, holidays), facts: [])
        default: .none
        }
    }

    /// The tasks of a day.
    ///
    /// - Parameters:
    ///   - today: the day.
    ///   - items: what all records add.
    ///   - facts: what all records say was done.
    /// - Returns: the tasks, each group in its order; the order of the input does not matter.
    public static func list(on today: CalendarDay, items: [DueItem], facts: [DueFact]) -> TaskList {
        let done = Dictionary(grouping: facts, by: \.subject)
        let open = items.compactMap { resolve($0, facts: done[$0.record] ?? []) }.filter { $0.isShown(on: today) }
        // Places are sorted, not items: an item is large to move.
        let order = open.map { place(of: $0, on: today) }
        let ids = open.map(\.id)
        let shown = open.indices.sorted { left, right in
            order[left] == order[right] ? ids[left] < ids[right] : order[left] < order[right]
        }.map { open[$0] }
        return TaskList(
            waiting: shown.filter { $0.group == .waiting && !$0.isFollowup },
            today: shown.filter { $0.group == .today && !$0.isFollowup },
            goals: shown.filter { $0.group == .goal }, followups: shown.filter(\.isFollowup))
    }

    /// The rule of a day that was agreed for a visit.
    public static let agreedRule = "agreed"

    /// A repeated duty after what was done about it; other items as they are.
    ///
    /// - Parameters:
    ///   - item: the item as its record gives it.
    ///   - facts: what was done about its record.
    /// - Returns: the item with its next day; `nil` when nothing more is due.
    public static func resolve(_ item: DueItem, facts: [DueFact]) -> DueItem? {
        guard let series = item.series else {
            // Whoever called at the door since has kept the appointment, or made another.
            return item.rule == agreedRule && facts.contains { $0.day >= item.anchor } ? nil : item
        }
        let latest = facts.max { ($0.day, $0.next ?? $0.day) < ($1.day, $1.next ?? $1.day) }
        let due: CalendarDay?
        if let latest {
            due = latest.next ?? next(after: latest.day, in: series)
        } else if let days = series.firstWithinDays {
            due = series.start.adding(days: days)
        } else if series.cadence == .once {
            due = item.due
        } else {
            due = next(after: series.start, in: series)
        }
        guard let due, item.expires.map({ due <= $0 }) ?? true else { return nil }
        return item.moved(to: due, opens: due.adding(days: -3), anchor: latest?.day ?? series.start)
    }

    private static func next(after day: CalendarDay, in series: DueItem.Series) -> CalendarDay? {
        switch series.cadence {
        case .onRequest, .once: nil
        case .weekly: day.adding(days: 7)
        case .monthly: day.adding(months: 1)
        case .quarterly: day.adding(months: series.relaxesAfterYear && day >= series.start.adding(months: 12) ? 6 : 3)
        case .halfYearly: day.adding(months: 6)
        }
    }

    private static func place(of item: DueItem, on today: CalendarDay) -> (Int, Int, CalendarDay) {
        (item.isOverdue(on: today) ? 0 : 1, item.priority, item.due)
    }
}
