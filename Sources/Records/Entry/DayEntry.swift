/// Reads a day as officers write it: 昨天, -1, 周四, 0903, 9月3日, 15.
public enum DayEntry {
    /// Which way a day without a year, a month or a week looks.
    public enum Direction: Hashable, Sendable {
        /// To the past, today included: the day of a visit.
        case back
        /// To the future, today included: a deadline.
        case ahead
    }

    /// The forms that are understood, for the help line and the error.
    public static let forms = Label(
        "昨天 / -1 / +7 / 周四 / 上周四 / 15 / 0903 / 9月3日 / 2026-09-03",
        "yesterday / -1 / +7 / 15 / 0903 / 9-3 / 2026-09-03")

    /// Reads a day.
    ///
    /// - Parameters:
    ///   - text: what was typed; full-width characters and spaces do not matter.
    ///   - today: the day in the notebook's title line.
    ///   - direction: which way a day without a year, a month or a week looks.
    /// - Returns: the day.
    /// - Throws: ``EntryError`` with the forms that are understood, or with the day that does not exist.
    public static func parse(
        _ text: String, today: CalendarDay, direction: Direction = .back
    ) throws(EntryError) -> CalendarDay {
        let plain = EntryText.plain(text)
        guard !plain.isEmpty else { throw unknown(text) }
        if let offset = words[plain] { return today.adding(days: offset) }
        if let first = plain.first, first == "+" || first == "-" {
            guard let days = EntryText.number(plain.dropFirst()), days <= 36_600 else { throw unknown(text) }
            return today.adding(days: first == "-" ? -days : days)
        }
        if let day = weekday(plain, today: today, direction: direction) { return day }
        guard let parts = parts(of: plain) else { throw unknown(text) }
        return try day(parts, today: today, direction: direction)
    }

    private static let words: [String: Int] = [
        "今天": 0, "今日": 0, "today": 0, "昨天": -1, "昨日": -1, "yesterday": -1, "前天": -2, "大前天": -3, "明天": 1,
        "明日": 1, "tomorrow": 1, "后天": 2, "大后天": 3,
    ]

    private static let weekdays: [Character: Int] = [
        "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "日": 7, "天": 7, "1": 1, "2": 2, "3": 3, "4": 4, "5": 5,
        "6": 6, "7": 7,
    ]

    /// 周四, 星期四, 上周四, 下下周一; a week begins on Monday.
    private static func weekday(_ text: String, today: CalendarDay, direction: Direction) -> CalendarDay? {
        var rest = Substring(text)
        var weeks: Int?
        while let first = rest.first, let step = ["上": -1, "下": 1, "本": 0, "这": 0][first] {
            weeks = (weeks ?? 0) + step
            rest = rest.dropFirst()
            if rest.first == "个" { rest = rest.dropFirst() }
        }
        guard let name = ["周", "星期", "礼拜"].first(where: rest.hasPrefix) else { return nil }
        rest = rest.dropFirst(name.count)
        guard rest.count == 1, let last = rest.first, let weekday = weekdays[last] else { return nil }
        let distance = weekday - today.weekday
        if let weeks { return today.adding(days: distance + 7 * weeks) }
        switch direction {
        case .back: return today.adding(days: distance > 0 ? distance - 7 : distance)
        case .ahead: return today.adding(days: distance < 0 ? distance + 7 : distance)
        }
    }

    /// What a text says about a day; what it does not say is left to the direction.
    private struct Parts {
        var year: Int?
        /// Years from this one: 去年 is −1.
        var yearsOff: Int?
        var month: Int?
        /// Months from this one: 上月 is −1.
        var monthsOff: Int?
        var day: Int
    }

    private static func parts(of text: String) -> Parts? {
        var rest = Substring(text)
        var result = Parts(day: 0)
        for (word, offset) in [("大前年", -3), ("前年", -2), ("去年", -1), ("今年", 0), ("明年", 1)] where rest.hasPrefix(word) {
            result.yearsOff = offset
            rest = rest.dropFirst(word.count)
            break
        }
        let months = [("上个月", -1), ("上月", -1), ("本月", 0), ("这个月", 0), ("下个月", 1), ("下月", 1)]
        for (word, offset) in months where result.yearsOff == nil && rest.hasPrefix(word) {
            result.monthsOff = offset
            rest = rest.dropFirst(word.count)
            break
        }
        guard let numbers = numbers(in: rest), !numbers.isEmpty else { return nil }
        let isDigits = rest.allSatisfy { $0.isASCII && $0.isNumber }
        if isDigits, result.monthsOff == nil, numbers.count == 1, rest.count > 2 {
            return digits(Array(rest.utf8).map { Int($0) - 48 }, result)
        }
        switch (numbers.count, result.yearsOff, result.monthsOff) {
        case (1, nil, _): result.day = numbers[0]
        case (2, _, nil):
            result.month = numbers[0]
            result.day = numbers[1]
        case (3, nil, nil):
            result.year = numbers[0] < 100 ? 2000 + numbers[0] : numbers[0]
            result.month = numbers[1]
            result.day = numbers[2]
        default: return nil
        }
        return result
    }

    /// 0903, 903, 260903, 20260903.
    private static func digits(_ digits: [Int], _ start: Parts) -> Parts? {
        var result = start
        func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
        let count = digits.count
        guard [3, 4, 6, 8].contains(count), count < 5 || start.yearsOff == nil else { return nil }
        result.day = number(count - 2..<count)
        result.month = number(max(0, count - 4)..<count - 2)
        if count == 6 { result.year = 2000 + number(0..<2) }
        if count == 8 { result.year = number(0..<4) }
        return result
    }

    /// The numbers of `9月3日`, `3.9`, `2026-09-03`, `15日`, `九月三日`; `nil` when anything else stands between them.
    private static func numbers(in text: Substring) -> [Int]? {
        var numbers: [Int] = []
        var marks: [Character] = []
        var rest = text
        while !rest.isEmpty {
            let run = rest.prefix { $0.isASCII && $0.isNumber || EntryText.numerals.contains($0) }
            guard let number = EntryText.number(run), numbers.count < 3 else { return nil }
            numbers.append(number)
            rest = rest[run.endIndex...]
            guard let mark = rest.first else { break }
            rest = rest.dropFirst()
            marks.append(mark)
            // A mark that parts two numbers may not end the text; one that names the number before may.
            guard "-./年月".contains(mark) && !rest.isEmpty || "日号".contains(mark) && rest.isEmpty else { return nil }
        }
        // 年 follows the first of three numbers, 月 the last but one.
        guard marks.lastIndex(of: "年").map({ $0 == 0 && numbers.count == 3 }) ?? true,
            marks.lastIndex(of: "月").map({ $0 == numbers.count - 2 }) ?? true
        else { return nil }
        return numbers
    }

    private static func day(
        _ parts: Parts, today: CalendarDay, direction: Direction
    ) throws(EntryError) -> CalendarDay {
        let now = today.parts
        if let month = parts.month {
            guard (1...12).contains(month), (1...31).contains(parts.day) else { throw missing(parts, now.year) }
            if let year = parts.year ?? parts.yearsOff.map({ now.year + $0 }) {
                guard let day = CalendarDay(year: year, month: month, day: parts.day) else {
                    throw missing(parts, year)
                }
                return day
            }
            // 29 February exists every four or eight years; nothing else is further than one year away.
            for step in 0...8 {
                let year = now.year + (direction == .back ? -step : step)
                if let day = CalendarDay(year: year, month: month, day: parts.day),
                    direction == .back ? day <= today : day >= today
                {
                    return day
                }
            }
            throw missing(parts, now.year)
        }
        guard (1...31).contains(parts.day) else { throw missing(parts, now.year) }
        let start = today.startOfMonth
        if let offset = parts.monthsOff {
            let month = start.adding(months: offset).parts
            guard let day = CalendarDay(year: month.year, month: month.month, day: parts.day) else {
                throw missing(Parts(month: month.month, day: parts.day), month.year)
            }
            return day
        }
        for step in 0...2 {
            let month = start.adding(months: direction == .back ? -step : step).parts
            if let day = CalendarDay(year: month.year, month: month.month, day: parts.day),
                direction == .back ? day <= today : day >= today
            {
                return day
            }
        }
        throw missing(parts, now.year)
    }

    private static func unknown(_ text: String) -> EntryError {
        EntryError(
            Label("看不懂这个日期。可输入 \(forms.zh)", "This is not a day that is understood. Type \(forms.en)"))
    }

    private static func missing(_ parts: Parts, _ year: Int) -> EntryError {
        guard let month = parts.month else {
            return EntryError(
                Label("没有 \(parts.day) 日这一天。可输入 \(forms.zh)", "There is no day \(parts.day). Type \(forms.en)"))
        }
        let shown = parts.year ?? year
        return EntryError(
            Label(
                "\(shown) 年没有 \(month) 月 \(parts.day) 日。可输入 \(forms.zh)",
                "There is no \(shown)-\(month)-\(parts.day). Type \(forms.en)"))
    }
}
