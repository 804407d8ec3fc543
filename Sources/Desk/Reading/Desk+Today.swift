public import Casework
import Index
public import Records

extension Desk {
    /// What the day asks for.
    public struct TodayBoard: Hashable, Sendable {
        /// Who waits for an answer, what is due today, and the internal goals.
        public let tasks: TaskList
        /// How many of today's own tasks were done today.
        public let done: Int
        /// How many households were met in the period, and how many the plan asks for.
        public let quota: Quota
        /// Households of the current plan that nobody was met at yet.
        public let unvisited: Int
        /// What others handed over and nobody took over yet, the newest first.
        public let handovers: [HandoverNote]
        /// What should be known about the day: a missing table of days off.
        public let notes: [Label]
    }

    /// The plan of visits.
    public struct Quota: Hashable, Sendable {
        /// How many households were met; each counts once.
        public let met: Int
        /// How many the plan asks for.
        public let goal: Int
        /// Both in words: 本月 52/80.
        public let label: Label
    }

    /// What the day asks for, worked out from the records.
    ///
    /// - Returns: the board, only with what the officer may read; follow-ups are counted there and never named.
    /// - Throws: ``DeskError``.
    public func todayBoard() throws(DeskError) -> TodayBoard {
        let blocks = try blocks()
        var notes: [Label] = []
        if let note = holidays.missingNote(for: today.parts.year) { notes.append(note) }
        return TodayBoard(
            tasks: try tasks(on: today), done: try doneToday(), quota: try quota(),
            unvisited: blocks.map(\.unvisited).reduce(0, +), handovers: try openHandovers(), notes: notes)
    }

    /// What is due on a day, by rules.
    ///
    /// - Parameter day: the day.
    /// - Returns: the tasks, only of records the officer may read.
    /// - Throws: ``DeskError``.
    public func tasks(on day: CalendarDay) throws(DeskError) -> TaskList {
        let due = try due(on: day)
        if let known = due.list { return known }
        let list = Tasks.list(
            on: day, items: due.added.values.flatMap(\.items), facts: due.added.values.flatMap(\.facts))
        memo.due?.list = list
        return list
    }

    private func due(on day: CalendarDay) throws(DeskError) -> Memo.Due {
        if let known = memo.due, known.day == day { return known }
        let rows = try indexed { () throws(IndexError) in try index.due(from: day, through: .distantFuture) }
        var due = Memo.Due(day: day)
        for row in rows where row.windowStart <= day && due.added[row.record] == nil {
            due.set(row.record, try added(by: row.record))
        }
        memo.due = due
        return due
    }

    /// What a record adds to the tasks of a day; `nil` when nothing of it is due then.
    func added(by id: RecordID, on day: CalendarDay) throws(DeskError) -> Memo.Added? {
        let rows = try indexed { () throws(IndexError) in try index.due(of: id) }
        guard rows.contains(where: { $0.windowStart <= day && $0.day >= day }) else { return nil }
        return try added(by: id)
    }

    /// What a record adds to the tasks, a follow-up with what was done about it.
    private func added(by id: RecordID) throws(DeskError) -> Memo.Added? {
        guard let record = (try? index.record(id)) ?? nil, !record.isDeleted, mayRead(record), let type = record.type
        else { return nil }
        let own = Tasks.projection(of: id, type: type, values: record.values, holidays: holidays)
        var added = Memo.Added(items: own.items, facts: own.facts)
        if let agreed = own.items.first(where: { $0.rule == Tasks.agreedRule }), let door = agreed.household,
            let last = try latest(Visit.type.id, via: Visit.household.key, for: [door])[door], last.id != id,
            let date = last.values[Visit.date]
        {
            added.facts.append(DueFact(subject: id, day: date))
        }
        guard type == Followup.type.id else { return added }
        for entry in try allReferring(to: id, types: [FollowupEntry.type.id], limit: 100) {
            added.facts +=
                Tasks.projection(of: entry.id, type: FollowupEntry.type.id, values: entry.values, holidays: holidays)
                .facts
        }
        return added
    }

    /// How many households were met in the current period, out of how many are due.
    ///
    /// - Returns: the quota of the room's plan; each household counts once (domain §1.1).
    /// - Throws: ``DeskError``.
    public func quota() throws(DeskError) -> Quota {
        let quota = VisitQuota(room?.values[Room.quota] ?? .monthly80)
        let met = try visitTally()?.doorsMet ?? 0
        return Quota(met: met, goal: quota.goal, label: quota.label(met))
    }

    private func doneToday() throws(DeskError) -> Int {
        try visitTally()?.ownToday ?? 0
    }
}
