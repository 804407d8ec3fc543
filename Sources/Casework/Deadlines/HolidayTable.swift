public import Records

/// The days off and the made-up working days that the State Council announces for each year.
///
/// The notebook ships none: a unit loads the year's notice as a file. Without it weekends alone are days off, and every
/// deadline that falls into such a year says so.
public struct HolidayTable: Hashable, Sendable {
    /// What is wrong with a holiday file.
    public struct Failure: Error, Hashable, Sendable {
        /// What is wrong and what to do next.
        public let message: Label
    }

    private var off: Set<CalendarDay> = []
    private var working: Set<CalendarDay> = []
    /// The years it covers.
    public private(set) var years: Set<Int> = []

    /// A table without any year: the weekend rule alone.
    public init() {}

    /// Reads a holiday file.
    ///
    /// - Parameter json: `{"years": {"2026": {"off": ["2026-01-01", "2026-10-01/2026-10-07"], "work": ["2026-01-04"]}}}`;
    ///   a slash joins the first and the last day of a run.
    /// - Throws: ``Failure`` when a day does not exist or lies in another year.
    public init(json: some Collection<UInt8>) throws(Failure) {
        let value: Value
        do { value = try JSONReader.value(of: json) } catch {
            throw Failure(
                message: Label("节假日表不是有效的 JSON，请核对文件", "The holiday file is not valid JSON: check the file"))
        }
        guard let entries = value["years"]?.members, !entries.isEmpty else {
            throw Failure(message: Label("节假日表里没有 years，请核对文件", "The holiday file has no “years”: check the file"))
        }
        for entry in entries {
            guard let year = Int(entry.name), (1900...9999).contains(year) else {
                throw Failure(
                    message: Label("节假日表的年份「\(entry.name)」无效，请改为四位年份", "“\(entry.name)” is no year: write four digits"))
            }
            years.insert(year)
            for text in entry.value["off"]?.list ?? [] { off.formUnion(try Self.days(text, year: year)) }
            for text in entry.value["work"]?.list ?? [] { working.formUnion(try Self.days(text, year: year)) }
        }
    }

    /// Whether a day is worked.
    ///
    /// - Parameter day: the day.
    /// - Returns: what the table says; without the year, whether it is Monday to Friday.
    public func isWorkingDay(_ day: CalendarDay) -> Bool {
        if working.contains(day) { return true }
        if off.contains(day) { return false }
        return day.weekday <= 5
    }

    /// The day itself when it is worked, otherwise the next that is (民法典203).
    ///
    /// - Parameter day: the day.
    /// - Returns: the first working day from it on.
    public func workingDay(from day: CalendarDay) -> CalendarDay {
        var day = day
        // No run of days off is longer than a fortnight; a hostile file must not hang the notebook.
        for _ in 0..<60 where !isWorkingDay(day) { day = day.adding(days: 1) }
        return day
    }

    /// The day so many working days later; the first day is not counted.
    ///
    /// - Parameters:
    ///   - count: how many working days.
    ///   - day: the first day.
    /// - Returns: the last day.
    public func adding(workingDays count: Int, to day: CalendarDay) -> CalendarDay {
        var day = day
        for _ in 0..<max(0, count) { day = workingDay(from: day.adding(days: 1)) }
        return day
    }

    /// The note that stands beside a deadline in a year whose table is missing.
    ///
    /// - Parameter year: the year.
    /// - Returns: `nil` when the year is loaded.
    public func missingNote(for year: Int) -> Label? {
        years.contains(year) ? nil : Label("未载入\(year)年节假日表", "No holiday table for \(year)")
    }

    private static func days(_ value: Value, year: Int) throws(Failure) -> [CalendarDay] {
        let ends = (value.text ?? "").split(separator: "/", omittingEmptySubsequences: false).map { CalendarDay($0) }
        guard (1...2).contains(ends.count), let first = ends.first ?? nil, let last = ends.last ?? nil, first <= last,
            first.days(until: last) < 31, first.parts.year == year, last.parts.year == year
        else {
            throw Failure(
                message: Label(
                    "\(year)年节假日表里的「\(value.text ?? "?")」无效，请写成 2026-10-01 或 2026-10-01/2026-10-07",
                    "“\(value.text ?? "?")” in \(year) is no day: write 2026-10-01 or 2026-10-01/2026-10-07"))
        }
        return (first.ordinal...last.ordinal).map { CalendarDay(ordinal: $0) }
    }
}
