public import Records

/// How long a kind of record is kept: a default, from what day, within which limits, and by which article.
///
/// Retention only lists what is due; taking it out is an officer's act (RIGHTS.md rule 13).
public struct RetentionRule: Hashable, Sendable, Identifiable {
    /// Names the rule for ever.
    public let id: String
    /// The type it is about.
    public let type: TypeID
    /// Which records of the type; the first rule that holds counts.
    public let condition: Condition
    /// The fields with the day it runs from; the first that is set counts.
    ///
    /// Without any the record is not due.
    public let from: [String]
    /// What that day is.
    public let fromLabel: Label
    /// The field by which a record goes with the one it refers to; `nil` for those with a day of their own.
    public let with: String?
    /// How many months, unless the police room sets another number.
    public let months: Int
    /// What the police room may set, in months.
    public let limits: ClosedRange<Int>
    /// The field of the police room that sets it; `nil` when it is fixed.
    public let setting: String?
    /// The article.
    public let source: String

    init(
        _ id: String, _ type: RecordType, when condition: Condition = .always, from: [String], _ fromLabel: Label,
        with: String? = nil, months: Int, limits: ClosedRange<Int>, setting: String?, source: String
    ) {
        self.id = id
        self.type = type.id
        self.condition = condition
        self.from = from
        self.fromLabel = fromLabel
        self.with = with
        self.months = months
        self.limits = limits
        self.setting = setting
        self.source = source
    }

    /// How many months it is in a police room.
    ///
    /// - Parameter room: the police room's values; `nil` when there are none.
    /// - Returns: what the room set, brought within the limits.
    public func months(in room: FieldValues?) -> Int {
        let wanted = setting.flatMap { room?[$0].number } ?? months
        return min(max(wanted, limits.lowerBound), limits.upperBound)
    }
}
