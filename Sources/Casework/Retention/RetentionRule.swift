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
    /// Whether the article gives the number of months; if not, it only asks that nothing be kept longer than needed, and the number is
    /// this product's.
    public let isByLaw: Bool

    init(
        _ id: String, _ type: RecordType, when condition: Condition = .always, from: [String], _ fromLabel: Label,
        with: String? = nil, months: Int, limits: ClosedRange<Int>, setting: String?, source: String,
        isByLaw: Bool = false
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
        self.isByLaw = isByLaw
    }

    /// How many months it is in a police room.
    ///
    /// - Parameter room: the police room's values; `nil` when there are none.
    /// - Returns: what the room set, brought within the limits.
    public func months(in room: FieldValues?) -> Int {
        let wanted = setting.flatMap { room?[$0].number } ?? months
        return min(max(wanted, limits.lowerBound), limits.upperBound)
    }

    /// Where the number of months comes from: an article, the unit, or nobody but this product.
    ///
    /// - Parameter room: the police room's values; `nil` when there are none.
    /// - Returns: the line.
    public func basis(in room: FieldValues?) -> Label {
        if isByLaw { return Label(source, source) }
        // A police room begins with these numbers; only another one was chosen there.
        if setting != nil, months(in: room) != months {
            return Label("本单位设定；\(source)", "set by the unit; \(source)")
        }
        return setting == nil
            ? Label("本产品的默认值；\(source)", "this product's default; \(source)")
            : Label("本产品的默认值，单位可改；\(source)", "this product's default, the unit may change it; \(source)")
    }
}
