import Desk

/// What `list household` may give away (RIGHTS.md rule 11).
///
/// A screenful serves to find somebody. The register as a whole leaves only filtered and by the role that may export it.
enum HouseholdList {
    /// A screenful.
    static let screenful = 50

    /// How many records are listed at most.
    ///
    /// - Parameters:
    ///   - limit: how many were asked for.
    ///   - type: what is listed; only households have a bound.
    ///   - isFiltered: whether a condition was given.
    ///   - session: whose role decides.
    /// - Returns: the number.
    static func most(_ limit: Int, of type: RecordType, isFiltered: Bool, _ session: Session) -> Int {
        guard type.id == Household.type.id else { return limit }
        let role = session.desk.person?.role
        let mayExport = role.map { AccessTable.standard.may(.exportHouseholds, as: $0) } ?? false
        return mayExport && isFiltered ? limit : min(limit, screenful)
    }

    /// There are more than may be listed.
    static func tooMany(_ count: Int) -> CommandFailure {
        CommandFailure(
            .refused,
            Label(
                "共 \(count) 户，一次最多列 \(screenful) 户：整份住户名单不从这里导出。请用 --where 缩小范围，或用 search 查找。",
                "\(count) households; \(screenful) at a time: the register as a whole does not leave this way. Narrow it with --where, or use search."
            ))
    }
}
