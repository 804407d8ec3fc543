/// From how many on the monthly page calls what one officer read on one day a bulk read.
///
/// They are no limits: nobody is stopped. They say where whoever reviews the month looks first.
public enum AuditReview {
    /// Restricted records opened in a day.
    ///
    /// A beat has some dozens of statutory follow-ups; a full day of calls reaches ten.
    public static let openedPerDay = 20
    /// Records whose masked values were shown in a day: twenty visits a day (domain §1.1: 80 a month, 20 a week) and the calls
    /// they need.
    public static let revealedPerDay = 30
    /// Searches in a day.
    public static let searchesPerDay = 100
    /// Refusals in a day: one is a slip of the hand, several are tries.
    public static let refusedPerDay = 3
    /// Records that left by one export or one print: more than a building.
    public static let takenOutAtOnce = 100

    /// From how many on an act is one for the monthly page; `nil` for acts that are not counted.
    ///
    /// - Parameter act: the act.
    /// - Returns: how many a day.
    public static func bulk(_ act: AuditAct) -> Int? {
        switch act {
        case .opened: openedPerDay
        case .revealed: revealedPerDay
        case .searched: searchesPerDay
        case .refused, .attempted: refusedPerDay
        case .printed, .exported, .disclosed: takenOutAtOnce
        case .changed, .erased, .unlocked, .locked, .handedOver, .keyed, .synced, .reviewed: nil
        }
    }
}
