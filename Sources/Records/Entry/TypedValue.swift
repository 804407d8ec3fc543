/// What is typed for a field, read the same in a form, in a dialog and on the command line.
///
/// 昨天, -1, 0903, 2点半 and 3万 mean the same everywhere.
public enum TypedValue {
    /// The forms of a day with a time, for the help line and the error.
    public static let momentForms = Label("请输入日期和时间，如 昨天 14:10。", "Enter a day and time such as 0903 14:10.")

    /// Reads the text of a field of one line.
    ///
    /// - Parameters:
    ///   - text: what was typed.
    ///   - field: the field; of a choice, a reference or a sub-table the text comes back as it is.
    ///   - now: today and the zone, by the officer's clock.
    /// - Returns: the value; `null` for nothing.
    /// - Throws: ``EntryError`` with the forms that are understood.
    public static func value(of text: String, in field: FieldSpec, now: Moment) throws(EntryError) -> Value {
        try value(
            of: text, as: field.kind,
            in: EntryClock(
                today: now.day, direction: looksAhead(field) ? .ahead : .back, zoneMinutes: now.zoneMinutes))
    }

    /// Reads the text of a field of one line.
    ///
    /// - Parameters:
    ///   - text: what was typed.
    ///   - kind: what kind of value is wanted.
    ///   - clock: today, and which way days look.
    /// - Returns: the value; `null` for nothing.
    /// - Throws: ``EntryError`` with the forms that are understood.
    public static func value(of text: String, as kind: FieldKind, in clock: EntryClock) throws(EntryError) -> Value {
        var trimmed = Substring(text)
        while trimmed.first?.isWhitespace == true { trimmed.removeFirst() }
        while trimmed.last?.isWhitespace == true { trimmed.removeLast() }
        guard !trimmed.isEmpty else { return .null }
        switch kind {
        case .day:
            return try DayEntry.parse(String(trimmed), today: clock.today, direction: clock.direction).stored
        case .time: return try TimeEntry.parse(String(trimmed)).stored
        case .moment:
            // The last space, or the T of the stored form, parts the day from the time.
            guard let space = trimmed.lastIndex(where: { $0.isWhitespace || $0 == "T" }) else {
                throw EntryError(momentForms)
            }
            let day = try DayEntry.parse(String(trimmed[..<space]), today: clock.today, direction: clock.direction)
            let time = try TimeEntry.parse(String(trimmed[trimmed.index(after: space)...]))
            return .text("\(day)T\(time)\(clock.zoneText)")
        case .number(let unit): return .number(try AmountEntry.number(String(trimmed), unit: unit))
        case .money: return .number(try AmountEntry.money(String(trimmed)))
        case .phone, .idNumber, .creditCode:
            // Numbers are kept in plain characters, however they were typed.
            return .text(TextFolding.plain(trimmed).uppercased())
        default: return .text(String(trimmed))
        }
    }

    /// Reads a day that stands in no field, such as the one tasks are asked for.
    ///
    /// - Parameters:
    ///   - text: what was typed.
    ///   - today: today.
    /// - Returns: the day; one without a year, a month or a week lies ahead.
    /// - Throws: ``EntryError`` with the forms that are understood.
    public static func day(of text: String, today: CalendarDay) throws(EntryError) -> CalendarDay {
        try DayEntry.parse(text, today: today, direction: .ahead)
    }

    /// Whether days without a year lie ahead: what is agreed or promised does, what happened lies behind.
    ///
    /// - Parameter field: a field that holds a day.
    /// - Returns: whether they do.
    public static func looksAhead(_ field: FieldSpec) -> Bool {
        ["next_date", "promised", "end", "due", "deadline", "performance_due", "until"].contains(field.key)
            || field.key.hasSuffix("_due") || field.key.hasSuffix("_until")
    }
}
