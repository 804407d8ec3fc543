/// What kind of value a field holds; it decides entry, check, display, search and merging.
public indirect enum FieldKind: Hashable, Sendable {
    /// One line of text.
    case text
    /// Several lines of text.
    case longText
    /// One code of a table.
    case choice(CodeTable)
    /// Several codes of a table.
    case choices(CodeTable)
    /// A day: ``CalendarDay``.
    case day
    /// A time of day: ``TimeOfDay``.
    case time
    /// A day and time, `2026-11-21T14:10+08:00`.
    case moment
    /// A whole number with its unit.
    case number(unit: Label?)
    /// An amount of money in 分.
    case money
    /// Yes or no.
    case yesNo
    /// A reference to one record of a type.
    case reference(TypeID)
    /// References to several records of a type.
    case references(TypeID)
    /// A person's name.
    case personName
    /// One or more telephone numbers.
    case phone
    /// A citizen identity number, GB 11643-1999.
    case idNumber
    /// A unified social credit code, GB 32100-2015.
    case creditCode
    /// An address as it is written on the door.
    case address
    /// A sub-table whose rows have identities.
    case rows([FieldSpec])

    /// Whether two values of it may both be kept as text and merged by the officer.
    public var isLongText: Bool { self == .longText }

    /// The code table, when there is one.
    public var codes: CodeTable? {
        switch self {
        case .choice(let table), .choices(let table): table
        default: nil
        }
    }

    /// The name of the kind, as `beatbook fields` prints it.
    public var name: String {
        switch self {
        case .text: "text"
        case .longText: "long-text"
        case .choice: "choice"
        case .choices: "choices"
        case .day: "day"
        case .time: "time"
        case .moment: "moment"
        case .number: "number"
        case .money: "money"
        case .yesNo: "yes-no"
        case .reference: "reference"
        case .references: "references"
        case .personName: "person-name"
        case .phone: "phone"
        case .idNumber: "id-number"
        case .creditCode: "credit-code"
        case .address: "address"
        case .rows: "rows"
        }
    }
}
