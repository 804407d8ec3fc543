import Casework
import Index
public import Records

extension Desk {
    /// How many lines are read at most: a police room writes some hundreds a day.
    private static let mostLines = 100_000

    /// The lines of the audit log of some days, as far as the officer may go through them, and what was written in those days.
    ///
    /// One's own lines are not among them: nobody reviews their own. Restricted lines are for those whose role says so and whose key
    /// opens them.
    ///
    /// - Parameter request: which lines.
    /// - Returns: the page.
    /// - Throws: ``DeskError``.
    public func auditPage(_ request: AuditPage.Request) throws(DeskError) -> AuditPage {
        let person = try requireAudit(.readAudit)
        let seesRestricted = AccessTable.standard.may(.readRestrictedAudit, as: person.role)
        let query = ListQuery(
            Audit.declaration.id,
            where: [
                .range(
                    Audit.day.key, from: request.days.lowerBound.stored, through: request.days.upperBound.stored)
            ])
        let records = try indexed { () throws(IndexError) in try index.list(query, limit: Self.mostLines).records }
        var names: [RecordID: String] = [:]
        func name(_ id: RecordID) -> String {
            if let known = names[id] { return known }
            let name = officerName(id)
            names[id] = name
            return name
        }
        var entries: [AuditEntry] = []
        var reviews: [AuditPage.Review] = []
        var own = 0
        for record in records {
            guard let latest = record.latest, let line = AuditLine(record.values), seesRestricted || !line.isRestricted
            else { continue }
            if line.act == .reviewed, let officer = line.record {
                reviews.append(
                    .init(
                        officer: officer, name: name(officer), month: line.reason ?? "",
                        reviewer: name(latest.officer), moment: latest.moment))
            }
            guard latest.officer != person.id else {
                own += 1
                continue
            }
            guard request.officer.map({ $0 == latest.officer }) ?? true, request.act.map({ $0 == line.act }) ?? true
            else { continue }
            entries.append(
                AuditEntry(
                    id: record.id, moment: latest.moment, officer: latest.officer, name: name(latest.officer),
                    line: line))
        }
        for entry in try written(in: request.days, seesRestricted: seesRestricted, name: { name($0) }) {
            guard entry.officer != person.id else {
                own += 1
                continue
            }
            guard request.officer.map({ $0 == entry.officer }) ?? true, request.act.map({ $0 == .changed }) ?? true
            else { continue }
            entries.append(entry)
        }
        entries.sort { ($0.moment.milliseconds, $0.id) > ($1.moment.milliseconds, $1.id) }
        reviews.sort { ($0.moment.milliseconds, $0.name) > ($1.moment.milliseconds, $1.name) }
        return AuditPage(entries: entries, bulk: Self.bulk(entries), reviews: reviews, own: own)
    }

    /// Writes down that one went through an officer's lines of a month.
    ///
    /// - Parameters:
    ///   - officer: whose lines.
    ///   - month: any day of the month.
    /// - Throws: ``DeskError/notAllowed(_:)`` for one's own lines and for who may not go through restricted ones.
    public func review(_ officer: RecordID, month: CalendarDay) throws(DeskError) {
        let person = try requireAudit(.readRestrictedAudit)
        guard officer != person.id else {
            note(AuditLine(.refused, type: Audit.declaration.id))
            throw .notAllowed(
                Label("自己的操作由别人审阅，请换另一名民警或所领导。", "Nobody reviews their own: ask another officer or the leader."))
        }
        let days = month.startOfMonth...month.endOfMonth
        let page = try auditPage(.init(days, officer: officer))
        guard !page.entries.isEmpty else {
            throw .nothingTo(Label("这个月没有他的操作可以审阅。", "There is nothing of that officer in that month."))
        }
        try audit(
            AuditLine(
                .reviewed, type: Officer.type.id, record: officer, count: page.entries.count,
                reason: Self.month(month)))
    }

    /// A month as the audit log names it: 2026-11.
    public static func month(_ day: CalendarDay) -> String { String(day.description.prefix(7)) }

    private func requireAudit(_ capability: Capability) throws(DeskError) -> Person {
        try refuseLocked()
        guard let person else { throw Self.nobody }
        guard AccessTable.standard.may(capability, as: person.role) else {
            note(AuditLine(.refused, type: Audit.declaration.id))
            throw .notAllowed(
                Label("您的身份不能看这部分操作日志。", "Your role does not read this part of the audit log."))
        }
        return person
    }

    private static func bulk(_ entries: [AuditEntry]) -> [AuditPage.Bulk] {
        struct Key: Hashable {
            let officer: RecordID
            let day: CalendarDay
            let act: AuditAct
        }
        var counts: [Key: (name: String, count: Int)] = [:]
        for entry in entries {
            let key = Key(officer: entry.officer, day: entry.moment.day, act: entry.line.act)
            // A search counts once, however much it found.
            let count = entry.line.act == .searched ? 1 : entry.line.count ?? 1
            counts[key] = (entry.name, (counts[key]?.count ?? 0) + count)
        }
        return counts.compactMap { key, value in
            guard let least = AuditReview.bulk(key.act), value.count >= least else { return nil }
            return AuditPage.Bulk(
                officer: key.officer, name: value.name, day: key.day, act: key.act, count: value.count)
        }.sorted { ($0.day, $0.officer, $0.act.rawValue) < ($1.day, $1.officer, $1.act.rawValue) }
    }
}
