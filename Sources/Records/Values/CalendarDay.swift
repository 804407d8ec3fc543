/// A day of the Gregorian calendar, without a time zone.
///
/// Stored as `2026-11-21`.
public struct CalendarDay: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// Days since 1970-01-01; negative before.
    public let ordinal: Int

    /// Takes a number of days.
    ///
    /// - Parameter ordinal: days since 1970-01-01.
    public init(ordinal: Int) {
        self.ordinal = ordinal
    }

    /// Makes a day that exists.
    ///
    /// - Parameters:
    ///   - year: 1 to 9999.
    ///   - month: 1 to 12.
    ///   - day: 1 to the length of the month; any other gives `nil`.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.length(ofMonth: month, year: year)
        else { return nil }
        ordinal = Self.ordinal(year: year, month: month, day: day)
    }

    /// Reads the stored form.
    ///
    /// - Parameter text: `yyyy-mm-dd`, ten ASCII characters; anything else gives `nil`.
    public init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
        func number(_ range: Range<Int>) -> Int? {
            var result = 0
            for byte in bytes[range] {
                guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
                result = result * 10 + Int(byte - UInt8(ascii: "0"))
            }
            return result
        }
        guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// Year, month and day.
    public var parts: (year: Int, month: Int, day: Int) {
        // Days to civil date, after H. Hinnant, "chrono-Compatible Low-Level Date Algorithms".
        let shifted = ordinal + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    /// Monday 1 to Sunday 7, as ISO 8601 counts.
    public var weekday: Int {
        let remainder = (ordinal + 3) % 7
        return (remainder < 0 ? remainder + 7 : remainder) + 1
    }

    /// The day so many days later.
    ///
    /// - Parameter days: how many days; negative is earlier.
    /// - Returns: the day.
    public func adding(days: Int) -> CalendarDay { CalendarDay(ordinal: ordinal + days) }

    /// The same day so many months later; the end of a shorter month stands in for days it lacks (民法典 202).
    ///
    /// - Parameter months: how many months; negative is earlier.
    /// - Returns: the day.
    public func adding(months: Int) -> CalendarDay {
        let (year, month, day) = parts
        let total = year * 12 + month - 1 + months
        let newYear = (total - (total % 12 + 12) % 12) / 12
        let newMonth = total - newYear * 12 + 1
        let length = Self.length(ofMonth: newMonth, year: newYear)
        return CalendarDay(ordinal: Self.ordinal(year: newYear, month: newMonth, day: min(day, length)))
    }

    /// The first day of its month.
    public var startOfMonth: CalendarDay { adding(days: 1 - parts.day) }

    /// The last day of its month.
    public var endOfMonth: CalendarDay { startOfMonth.adding(months: 1).adding(days: -1) }

    /// How many days from one to the other.
    ///
    /// - Parameter other: the later day.
    /// - Returns: days; negative when `other` is earlier.
    public func days(until other: CalendarDay) -> Int { other.ordinal - ordinal }

    /// The text form.
    public var description: String {
        let (year, month, day) = parts
        return "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
    }

    /// Whether the first stands before the second.
    public static func < (left: CalendarDay, right: CalendarDay) -> Bool { left.ordinal < right.ordinal }

    /// The number of days of a month.
    ///
    /// - Parameters:
    ///   - month: 1 to 12.
    ///   - year: the year, for February.
    /// - Returns: 28 to 31.
    public static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func ordinal(year: Int, month: Int, day: Int) -> Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
