internal import Records

/// Moves the samples of 2026 to any day, weekdays kept, and the dates in their texts with them.
struct DemoDates {
    /// The day on which the samples were written.
    private static let written = CalendarDay(ordinal: 20_778)
    /// By how many days everything moves: whole weeks.
    let offset: Int

    init(today: CalendarDay) {
        let days = Self.written.days(until: today)
        let weeks = (days >= 0 ? days : days - 6) / 7
        offset = weeks * 7
    }

    /// A sample's day.
    func day(_ text: String?) -> CalendarDay? { text.flatMap { CalendarDay($0) }?.adding(days: offset) }

    /// A sample's text: 2026年1月13日 and 1月13日 are moved, 2026 elsewhere follows the day of the matter.
    func text(_ text: String) -> String {
        guard offset != 0 else { return text }
        let characters = Array(text)
        var result = ""
        var position = 0
        while position < characters.count {
            if let found = date(in: characters, at: position) {
                let moved = found.day.adding(days: offset).parts
                result += found.hasYear ? "\(moved.year)年\(moved.month)月\(moved.day)日" : "\(moved.month)月\(moved.day)日"
                position = found.end
            } else {
                result.append(characters[position])
                position += 1
            }
        }
        return result
    }

    private func date(in text: [Character], at start: Int) -> (day: CalendarDay, hasYear: Bool, end: Int)? {
        guard start == 0 || !Self.isDigit(text[start - 1]) else { return nil }
        var position = start
        func number(_ most: Int) -> Int? {
            var value = 0
            var count = 0
            while position < text.count, count < most, Self.isDigit(text[position]),
                let digit = text[position].wholeNumberValue
            {
                value = value * 10 + digit
                position += 1
                count += 1
            }
            return count > 0 ? value : nil
        }
        func skip(_ character: Character) -> Bool {
            guard position < text.count, text[position] == character else { return false }
            position += 1
            return true
        }
        guard var first = number(4) else { return nil }
        var year = 2026
        let hasYear = skip("年")
        if hasYear {
            year = first
            guard let month = number(2) else { return nil }
            first = month
        }
        guard skip("月"), let second = number(2), skip("日"), let day = CalendarDay(year: year, month: first, day: second)
        else { return nil }
        return (day, hasYear, position)
    }

    private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
}
