public import Casework
import Index
public import Records
import Store

extension Desk {
    /// A record whose time is over.
    public struct RetentionDue: Hashable, Sendable, Identifiable {
        /// The record.
        public let id: RecordID
        /// Its type.
        public let type: RecordType
        /// What it is called, as lists show it.
        public let title: String
        /// Until when it was kept, and why; `nil` for one that was deleted long enough ago.
        public let end: RetentionEnd?

        /// Why it is due.
        public var reason: Label {
            end?.label
                ?? Label(
                    "已删除超过 \(Retention.deletedMonths) 个月（\(Retention.productDefault.zh)）",
                    "Deleted more than \(Retention.deletedMonths) month ago (\(Retention.productDefault.en))")
        }
    }

    /// Until when a record is kept, for the detail view.
    ///
    /// - Parameter record: the record.
    /// - Returns: the end; `nil` while nothing has ended.
    public func retentionEnd(of record: Record) -> RetentionEnd? {
        guard let type = record.type, !record.isErased else { return nil }
        let values = record.values
        if let parent = Retention.rule(for: type, values)?.with {
            guard let id = values[parent].text, let record = (try? index.record(RecordID(id))) ?? nil else {
                return nil
            }
            return retentionEnd(of: record)
        }
        return Retention.end(of: type, values, room: room?.values)
    }

    /// How long each kind of record is kept here, and where that number comes from.
    ///
    /// - Returns: each rule with the months that the police room keeps.
    public func retentionRules() -> [(rule: RetentionRule, months: Int, basis: Label)] {
        Retention.rules.map { ($0, $0.months(in: room?.values), $0.basis(in: room?.values)) }
    }

    /// Everything of the officer's whose time is over: listed only, never taken out by a clock (RIGHTS.md rule 13).
    ///
    /// - Returns: the records, by type, those longest over first.
    /// - Throws: ``DeskError``.
    public func retentionDue() throws(DeskError) -> [RetentionDue] {
        try refuseLocked()
        guard let person, AccessTable.standard.may(.erase, as: person.role) else { return [] }
        var result: [RetentionDue] = []
        for type in Casework.storedTypes {
            var due: [(RetentionDue, CalendarDay)] = []
            for rule in Retention.rules where rule.type == type.id && rule.with == nil {
                for field in rule.from {
                    // Limits only shorten, so the shortest period finds every candidate.
                    let latest = today.adding(months: -rule.limits.lowerBound)
                    let query = ListQuery(type.id, where: [.range(field, from: nil, through: latest.stored)])
                    for record in try allListed(query, type) {
                        guard !due.contains(where: { $0.0.id == record.id }), let end = retentionEnd(of: record),
                            end.isDue(on: today)
                        else { continue }
                        due.append((entry(record, type, end), end.day))
                    }
                }
            }
            result += due.sorted { ($0.1, $0.0.id) < ($1.1, $1.0.id) }.map(\.0)
            result += try deletedLongAgo(type)
        }
        return result
    }

    /// One's own drafts that have waited long: they are thrown away from the list of drafts.
    ///
    /// - Returns: the drafts.
    /// - Throws: ``DeskError``.
    public func oldDrafts() throws(DeskError) -> [Draft] {
        let oldest = today.adding(days: -Retention.draftDays)
        return try drafts().filter { $0.moment.day < oldest }
    }

    private func deletedLongAgo(_ type: RecordType) throws(DeskError) -> [RetentionDue] {
        guard type.describesPerson else { return [] }
        let oldest = today.adding(months: -Retention.deletedMonths)
        let found = try indexed { () throws(IndexError) in try index.deleted(type.id, limit: Self.mostListed) }
        return found.filter { record in
            record.isDeleted && mayRead(record) && (record.latest?.moment.day).map { $0 < oldest } == true
        }.map { entry($0, type, nil) }
    }

    private func entry(_ record: Record, _ type: RecordType, _ end: RetentionEnd?) -> RetentionDue {
        RetentionDue(id: record.id, type: type, title: title(of: discreet(record)), end: end)
    }

    private func allListed(_ query: ListQuery, _ type: RecordType) throws(DeskError) -> [Record] {
        let isSystem = Casework.systemTypes.contains { $0.id == type.id }
        return try indexed { () throws(IndexError) in try index.list(query, limit: Self.mostListed).records }
            .filter { isSystem || mayRead($0) }
    }

    private static let mostListed = 10_000
}
