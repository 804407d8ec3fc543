import Casework
import Index
import Records

/// Which doors were met lately, kept up to date visit by visit, so that a save need not count a month again.
struct VisitTally {
    /// What of a visit is counted.
    static let fields = FieldSelection(
        Visit.date.key, Visit.outcome.key, Visit.household.key, Visit.place.key, Visit.kind.key, Visit.visitors.key)

    /// The day it was made for.
    let today: CalendarDay
    /// Whose visits count as one's own.
    let officer: RecordID
    /// The days that are counted for the plan.
    let period: ClosedRange<CalendarDay>

    /// How often somebody was met at each household this month.
    private(set) var metThisMonth: [RecordID: Int] = [:]
    /// How many of today's visits are one's own, met or not.
    private(set) var ownToday = 0
    /// Households that began or ceased to be met this month since ``takeTurned()``.
    private var turned: Set<RecordID> = []
    private var doors: [String: Int] = [:]
    private var visits: [RecordID: Counted] = [:]

    /// How many doors were met in the period; each counts once.
    var doorsMet: Int { doors.count }

    /// The days whose visits matter: this month, and the plan's period.
    var days: ClosedRange<CalendarDay> {
        min(today.startOfMonth, period.lowerBound)...max(today.endOfMonth, period.upperBound)
    }

    /// What one visit adds.
    private struct Counted {
        var household: RecordID?
        var door: String?
        var isOwn = false
    }

    /// Makes an empty one.
    init(today: CalendarDay, officer: RecordID, period: ClosedRange<CalendarDay>) {
        self.today = today
        self.officer = officer
        self.period = period
    }

    /// Counts a visit as it is now, and no longer as it was.
    ///
    /// - Parameters:
    ///   - id: the visit.
    ///   - values: what it shows; `nil` when it is deleted.
    mutating func set(_ id: RecordID, _ values: FieldValues?) {
        if let former = visits.removeValue(forKey: id) { add(former, -1) }
        guard let values, let date = values[Visit.date], days.contains(date) else { return }
        var counted = Counted()
        if values[Visit.outcome]?.isMet == true {
            if (today.startOfMonth...today.endOfMonth).contains(date) { counted.household = values[Visit.household] }
            if period.contains(date) { counted.door = VisitQuota.door(of: values) }
        }
        counted.isOwn = date == today && (values[Visit.visitors] ?? []).contains(officer)
        visits[id] = counted
        add(counted, 1)
    }

    /// The households that began or ceased to be met this month since the last time.
    mutating func takeTurned() -> Set<RecordID> {
        defer { turned.removeAll() }
        return turned
    }

    /// Has every household that was met counted again, after it may have moved to another building.
    mutating func turnAll() { turned = Set(metThisMonth.keys) }

    private mutating func add(_ counted: Counted, _ step: Int) {
        if let household = counted.household {
            let wasMet = metThisMonth[household] != nil
            Self.add(step, to: &metThisMonth, household)
            if wasMet != (metThisMonth[household] != nil), turned.remove(household) == nil { turned.insert(household) }
        }
        if let door = counted.door { Self.add(step, to: &doors, door) }
        if counted.isOwn { ownToday += step }
    }

    private static func add<Key>(_ step: Int, to counts: inout [Key: Int], _ key: Key) {
        let count = counts[key, default: 0] + step
        counts[key] = count > 0 ? count : nil
    }
}
