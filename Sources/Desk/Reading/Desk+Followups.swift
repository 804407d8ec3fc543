public import Casework
import Index
public import Records

extension Desk {
    /// Which follow-ups a list shows.
    public enum FollowupScope: String, Sendable, CaseIterable {
        /// 在办: not ended yet, those that start later included.
        case open
        /// 本月到期: open, and ending in this month.
        case endingThisMonth
        /// 已结束: by their end date or early.
        case ended
    }

    /// One follow-up of a list, with its next call.
    public struct FollowupRow: Hashable, Sendable {
        /// The follow-up.
        public let record: Record
        /// The next call; `nil` when none is due before it ends.
        public let next: DueItem?

        /// A row.
        ///
        /// - Parameters:
        ///   - record: the follow-up.
        ///   - next: the next call.
        public init(record: Record, next: DueItem?) {
            self.record = record
            self.next = next
        }
    }

    /// The follow-ups that the officer may read.
    ///
    /// - Parameter scope: which of them.
    /// - Returns: open ones by their next call, then their end; ended ones with the last ended first.
    /// - Throws: ``DeskError``.
    public func followups(_ scope: FollowupScope) throws(DeskError) -> [FollowupRow] {
        let end = Followup.end.key
        let filters: [ListFilter] =
            switch scope {
            case .open: [.range(end, from: today.stored, through: nil)]
            case .endingThisMonth: [.range(end, from: today.stored, through: today.endOfMonth.stored)]
            case .ended: []
            }
        let records = try list(ListQuery(Followup.type.id, where: filters), limit: 100_000).records
            .filter { Followup.isEnded($0.values, on: today) == (scope == .ended) }
        if scope == .ended {
            return records.map { FollowupRow(record: $0, next: nil) }
                .sorted { (lastDay($0), $0.record.id) > (lastDay($1), $1.record.id) }
        }
        let last = try latest(FollowupEntry.type.id, via: FollowupEntry.followup.key, for: records.map(\.id))
        let rows = records.map { FollowupRow(record: $0, next: nextCall($0, after: last[$0.id])) }
        return rows.sorted {
            ($0.next?.due ?? .distantFuture, lastDay($0), $0.record.id)
                < ($1.next?.due ?? .distantFuture, lastDay($1), $1.record.id)
        }
    }

    /// The next call of a follow-up.
    ///
    /// - Parameters:
    ///   - record: the follow-up.
    ///   - entry: what was done for it last.
    /// - Returns: the call with its rule; `nil` when none is due before it ends.
    public func nextCall(_ record: Record, after entry: Record?) -> DueItem? {
        func projection(_ record: Record, _ type: RecordType) -> DueProjection {
            Tasks.projection(of: record.id, type: type.id, values: record.values, holidays: holidays)
        }
        guard let item = projection(record, Followup.type).items.first(where: { $0.series != nil }) else { return nil }
        return Tasks.resolve(item, facts: entry.map { projection($0, FollowupEntry.type).facts } ?? [])
    }

    /// What was done for a follow-up, the newest first.
    ///
    /// - Parameter id: the follow-up.
    /// - Returns: its entries.
    /// - Throws: ``DeskError``.
    public func entries(of id: RecordID) throws(DeskError) -> [Record] {
        let entries = try allReferring(to: id, types: [FollowupEntry.type.id], limit: 1000)
        // They are read where their follow-up is, which was opened or was not.
        return opened[id] != nil ? entries : entries.map { discreet($0) }
    }

    /// The time limits that run in a mediation now, the binding ones first.
    ///
    /// - Parameter values: the mediation.
    /// - Returns: what is still open.
    public func deadlines(of values: FieldValues) -> [Deadline] {
        Mediation.deadlines(of: values, holidays: holidays)
    }

    /// Why something cannot be done with a mediation today.
    ///
    /// - Parameters:
    ///   - action: what.
    ///   - values: the mediation.
    /// - Returns: the reason with its article and the next step; `nil` when it can be done.
    public func obstacle(to action: MediationAction, in values: FieldValues) -> Problem? {
        action.obstacle(in: values, today: today, holidays: holidays)
    }

    private func lastDay(_ row: FollowupRow) -> CalendarDay {
        let values = row.record.values
        let end = values[Followup.end] ?? .distantFuture
        return values[Followup.closedOn].map { min($0, end) } ?? end
    }
}

extension Followup {
    /// Whether it has ended by a day: after its end date, or early.
    ///
    /// - Parameters:
    ///   - values: the follow-up.
    ///   - day: the day.
    /// - Returns: whether nothing is to be done any more. One that starts later has not ended.
    public static func isEnded(_ values: FieldValues, on day: CalendarDay) -> Bool {
        if let closed = values[closedOn], closed <= day { return true }
        return values[end].map { $0 < day } ?? false
    }
}
