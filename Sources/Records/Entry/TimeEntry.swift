/// Reads a time of day as officers write it: 1410, 14:10, 2点半, 下午3点一刻.
public enum TimeEntry {
    /// The forms that are understood, for the help line and the error.
    public static let forms = Label("1410 / 14:10 / 2点半 / 上午9点", "1410 / 14:10 / 9")

    /// Reads a time.
    ///
    /// An hour from 1 to 6 with 点 and without 上午 or 凌晨 means the afternoon: nobody visits at half past two at night, and
    /// what was understood is shown.
    ///
    /// - Parameter text: what was typed; full-width characters and spaces do not matter.
    /// - Returns: the time.
    /// - Throws: ``EntryError`` with the forms that are understood.
    public static func parse(_ text: String) throws(EntryError) -> TimeOfDay {
        var rest = Substring(EntryText.plain(text))
        var half: Half?
        for (word, value) in halves where rest.hasPrefix(word) {
            half = value
            rest = rest.dropFirst(word.count)
            break
        }
        if let time = digital(rest) ?? spoken(rest, half: half), let result = shifted(time, half) { return result }
        throw EntryError(
            Label("看不懂这个时间。可输入 \(forms.zh)", "This is not a time that is understood. Type \(forms.en)"))
    }

    private enum Half {
        case morning
        case noon
        case afternoon
    }

    private static let halves: [(String, Half)] = [
        ("凌晨", .morning), ("早上", .morning), ("上午", .morning), ("早", .morning), ("中午", .noon), ("下午", .afternoon),
        ("傍晚", .afternoon), ("晚上", .afternoon), ("晚", .afternoon),
    ]

    private static func digital(_ text: Substring) -> (hour: Int, minute: Int)? {
        if let mark = text.firstIndex(where: { ":.".contains($0) }) {
            let minutes = text[text.index(after: mark)...]
            guard let hour = EntryText.number(text[..<mark]), minutes.count == 2, let minute = EntryText.number(minutes)
            else { return nil }
            return (hour, minute)
        }
        guard text.allSatisfy({ $0.isASCII }), let number = EntryText.number(text) else { return nil }
        switch text.count {
        case 1, 2: return (number, 0)
        case 3, 4: return (number / 100, number % 100)
        default: return nil
        }
    }

    private static func spoken(_ text: Substring, half: Half?) -> (hour: Int, minute: Int)? {
        guard let mark = text.firstIndex(where: { "点时".contains($0) }),
            var hour = EntryText.number(text[..<mark])
        else { return nil }
        if half == nil, text[mark] == "点", (1...6).contains(hour), text.first != "0" { hour += 12 }
        var rest = text[text.index(after: mark)...]
        switch rest {
        case "", "整", "钟": return (hour, 0)
        case "半": return (hour, 30)
        case "一刻": return (hour, 15)
        case "三刻": return (hour, 45)
        default: break
        }
        if rest.last == "分" { rest = rest.dropLast() }
        if rest.first == "零", rest.count > 1 { rest = rest.dropFirst() }
        guard let minute = EntryText.number(rest) else { return nil }
        return (hour, minute)
    }

    private static func shifted(_ time: (hour: Int, minute: Int), _ half: Half?) -> TimeOfDay? {
        var hour = time.hour
        switch half {
        case .morning:
            guard hour <= 12 else { return nil }
            if hour == 12 { hour = 0 }
        case .noon where hour < 11: hour += 12
        case .afternoon where hour < 12: hour += 12
        default: break
        }
        return TimeOfDay(hour: hour, minute: time.minute)
    }
}
