public import Records

/// What a line of the audit log is to say.
public struct AuditLine: Hashable, Sendable {
    /// What was done.
    public var act: AuditAct
    /// With records of which type; `nil` when with none.
    public var type: TypeID?
    /// With which record.
    public var record: RecordID?
    /// By what something was looked for.
    public var field: AuditField?
    /// With how many records.
    public var count: Int?
    /// Why, in the officer's words.
    public var reason: String?
    /// Whether it is about restricted records: then only who may open those can read the line.
    public var isRestricted: Bool

    /// A line.
    ///
    /// - Parameters:
    ///   - act: what was done.
    ///   - type: with records of which type.
    ///   - record: with which record.
    ///   - field: by what something was looked for.
    ///   - count: with how many records.
    ///   - reason: why.
    ///   - isRestricted: whether it is about restricted records.
    public init(
        _ act: AuditAct, type: TypeID? = nil, record: RecordID? = nil, field: AuditField? = nil, count: Int? = nil,
        reason: String? = nil, isRestricted: Bool = false
    ) {
        self.act = act
        self.type = type
        self.record = record
        self.field = field
        self.count = count
        self.reason = reason
        self.isRestricted = isRestricted
    }

    /// The values of the record that holds it.
    ///
    /// - Parameter day: the day of the change.
    /// - Returns: only what the line says.
    public func values(on day: CalendarDay) -> FieldValues {
        var values = FieldValues()
        values[Audit.act] = act
        values[Audit.day] = day
        values[Audit.type] = type?.rawValue
        values[Audit.record] = record?.rawValue
        values[Audit.field] = field
        values[Audit.count] = count
        values[Audit.reason] = reason.flatMap { $0.isEmpty ? nil : String($0.prefix(Self.longestReason)) }
        if isRestricted { values[Audit.restricted] = true }
        return values
    }

    /// Reads a line back.
    ///
    /// - Parameter values: the values of the record that holds it.
    public init?(_ values: FieldValues) {
        guard let act = values[Audit.act] else { return nil }
        self.init(
            act, type: values[Audit.type].map { TypeID($0) }, record: values[Audit.record].map { RecordID($0) },
            field: values[Audit.field], count: values[Audit.count], reason: values[Audit.reason],
            isRestricted: values[Audit.restricted] == true)
    }

    /// The longest reason, in characters: it is a reason, not a note about somebody.
    public static let longestReason = 80
}
