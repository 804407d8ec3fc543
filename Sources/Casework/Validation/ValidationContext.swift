public import Records

/// Everything a check needs to know besides what was entered.
public struct ValidationContext: Sendable {
    /// Whether the store is sealed.
    public let mode: StoreMode
    /// Whether it is the fictional demo, which every screen says.
    public let isDemo: Bool
    /// Who is entering: the role.
    public let role: OfficerRole
    /// Who is entering: the officer's record.
    public let officer: RecordID?
    /// The day in the notebook's title line.
    public let today: CalendarDay
    /// What the record held before; `nil` for a new one.
    public let previous: FieldValues?
    /// The days off.
    public let holidays: HolidayTable
    /// Finds a record that is referred to; `nil` when it is not there or not open.
    public let lookup: @Sendable (RecordID) -> (type: TypeID, values: FieldValues)?

    /// Makes a context.
    ///
    /// - Parameters:
    ///   - mode: whether the store is sealed.
    ///   - isDemo: whether it is the fictional demo.
    ///   - role: the role of who is entering.
    ///   - officer: the officer's record.
    ///   - today: the day in the notebook's title line.
    ///   - previous: what the record held before.
    ///   - holidays: the days off.
    ///   - lookup: finds a record that is referred to.
    public init(
        mode: StoreMode, isDemo: Bool = false, role: OfficerRole, officer: RecordID? = nil, today: CalendarDay,
        previous: FieldValues? = nil, holidays: HolidayTable = HolidayTable(),
        lookup: @escaping @Sendable (RecordID) -> (type: TypeID, values: FieldValues)? = { _ in nil }
    ) {
        self.mode = mode
        self.isDemo = isDemo
        self.role = role
        self.officer = officer
        self.today = today
        self.previous = previous
        self.holidays = holidays
        self.lookup = lookup
    }
}
