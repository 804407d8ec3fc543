public import Records

/// How many households were met in the period of the plan.
///
/// It compares the room with its plan, never officers (RIGHTS.md rule 14).
public struct VisitQuota: Hashable, Sendable {
    /// The plan.
    public let profile: QuotaProfile

    /// Takes a plan.
    ///
    /// - Parameter profile: 80 a month or 20 a week.
    public init(_ profile: QuotaProfile) {
        self.profile = profile
    }

    /// How many the plan asks for.
    public var goal: Int { profile == .monthly80 ? 80 : 20 }

    /// The period that a day belongs to.
    ///
    /// - Parameter day: the day.
    /// - Returns: its month, or its week from Monday to Sunday.
    public func period(of day: CalendarDay) -> ClosedRange<CalendarDay> {
        switch profile {
        case .monthly80: return day.startOfMonth...day.endOfMonth
        case .weekly20:
            let monday = day.adding(days: 1 - day.weekday)
            return monday...monday.adding(days: 6)
        }
    }

    /// What a visit counts for: the household or place that was met, or nothing.
    ///
    /// Only 见面 counts; a talk with many (第二访) is no household. A place counts once by its name.
    ///
    /// - Parameter values: the visit.
    /// - Returns: what tells doors apart; `nil` when the visit does not count.
    public static func door(of values: FieldValues) -> String? {
        guard values[Visit.outcome]?.isMet == true, values[Visit.kind] != "02" else { return nil }
        return values[Visit.household]?.rawValue ?? values[Visit.place].map { "@" + TextFolding.plain($0) }
    }

    /// How many doors were met in the period of a day; a door that was met twice counts once.
    ///
    /// - Parameters:
    ///   - visits: the visits; others than those of the period are passed over.
    ///   - day: any day of the period.
    /// - Returns: the number.
    /// - Complexity: O(*n*) in the number of visits.
    public func count(of visits: some Sequence<FieldValues>, on day: CalendarDay) -> Int {
        let period = period(of: day)
        var doors: Set<String> = []
        for visit in visits {
            guard let date = visit[Visit.date], period.contains(date), let door = Self.door(of: visit) else { continue }
            doors.insert(door)
        }
        return doors.count
    }

    /// The count beside the goal: 本月 52/80.
    ///
    /// - Parameter count: how many were met.
    /// - Returns: the text.
    public func label(_ count: Int) -> Label {
        profile == .monthly80
            ? Label("本月 \(count)/\(goal)", "\(count)/\(goal) this month")
            : Label("本周 \(count)/\(goal)", "\(count)/\(goal) this week")
    }
}

extension VisitOutcome {
    /// Whether somebody was met.
    public var isMet: Bool { self == .metNothingNew || self == .metWithNotes }
}
