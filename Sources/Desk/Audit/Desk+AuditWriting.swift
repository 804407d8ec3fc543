import Casework
import Index
import Records

extension Desk {
    /// What was written in some days, as lines of the audit log: one for each officer, record and day, one for each import.
    ///
    /// They are read from the signed chain of changes, so nobody can write without leaving one.
    ///
    /// - Parameters:
    ///   - days: the days.
    ///   - seesRestricted: whether what lies in the restricted stream is told of.
    ///   - name: the name of an officer.
    /// - Returns: the lines.
    /// - Throws: ``DeskError``.
    func written(
        in days: ClosedRange<CalendarDay>, seesRestricted: Bool, name: (RecordID) -> String
    ) throws(DeskError) -> [AuditEntry] {
        // Days are those of the writers' zones, which lie at most fourteen hours from UTC.
        let first = days.lowerBound.ordinal * Self.day - Self.widestZone
        let last = (days.upperBound.ordinal + 1) * Self.day + Self.widestZone
        let touches = try indexed { () throws(IndexError) in
            try index.touches(in: first...last, except: Casework.systemBatch)
        }
        var groups: [WrittenLine: (count: Int, moment: Moment)] = [:]
        for touch in touches where days.contains(touch.moment.day) {
            guard seesRestricted || touch.stream == .general else { continue }
            let line = WrittenLine(
                officer: touch.officer, day: touch.moment.day, type: touch.type,
                record: touch.batch == nil ? touch.record : nil, batch: touch.batch,
                isRestricted: touch.stream == .restricted)
            let known = groups[line]
            let isLater = known.map { $0.moment.milliseconds < touch.moment.milliseconds } ?? true
            groups[line] = ((known?.count ?? 0) + 1, isLater ? touch.moment : known?.moment ?? touch.moment)
        }
        return groups.map { line, found in
            AuditEntry(
                id: line.record ?? RecordID(line.batch ?? ""), moment: found.moment, officer: line.officer,
                name: name(line.officer),
                line: AuditLine(
                    .changed, type: line.type, record: line.record, count: found.count,
                    isRestricted: line.isRestricted))
        }
    }

    private static let day = 86_400_000
    private static let widestZone = 14 * 3_600_000

    /// What one line tells of.
    private struct WrittenLine: Hashable {
        let officer: RecordID
        let day: CalendarDay
        let type: TypeID?
        let record: RecordID?
        let batch: String?
        let isRestricted: Bool
    }
}
