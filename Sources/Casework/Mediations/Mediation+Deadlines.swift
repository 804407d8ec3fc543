public import Records

extension Mediation {
    /// The time limits that run in a mediation now, the binding ones first.
    ///
    /// - Parameters:
    ///   - values: the mediation.
    ///   - holidays: the days off.
    /// - Returns: what is still open; nothing once it is archived.
    public static func deadlines(of values: FieldValues, holidays: HolidayTable) -> [Deadline] {
        guard values[archived] == nil else { return [] }
        var result: [Deadline] = []
        let outcome = values[Mediation.result] ?? .inProgress
        if outcome == .inProgress, let accepted = values[accepted] {
            result.append(settlementDeadline(of: values, accepted: accepted, holidays: holidays))
            let goal = values[scale] == .large ? DeadlineRule.largeMatter : .smallMatter
            result.append(goal.deadline(from: accepted, holidays: holidays))
        }
        guard outcome.isSettled, let effective = values[effective] else { return result }
        let judicial = values[judicial] ?? .notApplied
        if values[judicialWanted] == true, judicial == .notApplied {
            result.append(DeadlineRule.judicialConfirmation.deadline(from: effective, holidays: holidays))
        }
        if judicial == .applied, let applied = values[judicialOn] {
            result.append(DeadlineRule.courtDecides.deadline(from: applied, holidays: holidays))
        }
        if let due = values[performanceDue], values.rows(of: returnVisits).isEmpty,
            !(isPolice(values) && [.full, .onTheSpot, .notApplicable].contains(values[performance]))
        {
            let rule: DeadlineRule = isPolice(values) ? .policePerformance : .returnVisit
            result.append(rule.deadline(from: due, holidays: holidays))
        }
        return result
    }

    /// The day by which it is to be settled: computed, or later when the parties agreed to more.
    ///
    /// - Parameters:
    ///   - values: the mediation.
    ///   - accepted: the day of 受理.
    ///   - holidays: the days off.
    /// - Returns: T3 for people's mediation, T7 for police mediation, moved to the extended day when there is one.
    public static func settlementDeadline(
        of values: FieldValues, accepted: CalendarDay, holidays: HolidayTable
    ) -> Deadline {
        let rule: DeadlineRule = isPolice(values) ? .policeMediation : .peoplesMediation
        let computed = rule.deadline(from: accepted, holidays: holidays)
        guard let extended = values[deadline], extended > computed.due else { return computed }
        return Deadline(rule: rule, start: accepted, raw: extended, due: extended, note: computed.note)
    }

    /// Whether it is a police mediation, on the spot or not.
    ///
    /// - Parameter values: the mediation.
    /// - Returns: whether its mode is ZT or XT.
    public static func isPolice(_ values: FieldValues) -> Bool {
        [.police, .onTheSpot].contains(values[mode])
    }
}
