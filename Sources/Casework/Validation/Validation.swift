public import Records

/// Judges what was entered, on the screen and the command line alike.
public enum Validation {
    /// Checks a record before it is saved.
    ///
    /// - Parameters:
    ///   - values: what was entered.
    ///   - type: the declaration.
    ///   - context: everything else a check needs.
    /// - Returns: the problems; the record is saved when none is a refusal.
    public static func check(
        _ values: FieldValues, as type: RecordType, in context: ValidationContext
    ) -> [Problem] {
        var result = FormCheck.problems(in: values, of: type, previous: context.previous, today: context.today)
        result += ClearStoreRules.problems(in: values, of: type, context: context)
        switch type.id {
        case Household.type.id: result += HouseholdRules.problems(in: values, context: context)
        case Visit.type.id: result += VisitRules.problems(in: values, context: context)
        case Followup.type.id: result += FollowupRules.problems(in: values, context: context)
        case FollowupEntry.type.id: result += FollowupEntryRules.problems(in: values, context: context)
        case Mediation.type.id: result += MediationRules.problems(in: values, context: context)
        case Room.type.id: result += RoomRules.problems(in: values)
        default: break
        }
        return result + Wording.problems(in: values, of: type, previous: context.previous)
    }
}
