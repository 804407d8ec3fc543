public import Records

extension Visit {
    /// Whether a visit was entered later than it was made: 补录.
    ///
    /// - Parameters:
    ///   - values: the visit.
    ///   - recorded: the day on which it was entered.
    /// - Returns: whether it stands in a paper notebook or was entered on a later day.
    public static func isLate(_ values: FieldValues, recorded: CalendarDay) -> Bool {
        if values[page] != nil { return true }
        return values[date].map { $0 < recorded } ?? false
    }

    /// Whether a visit counts to the quota, others of the same door in the same period apart.
    ///
    /// - Parameter values: the visit.
    /// - Returns: whether somebody was met at a door.
    public static func countsToQuota(_ values: FieldValues) -> Bool { VisitQuota.door(of: values) != nil }
}
