import Records
import Testing

/// Today is Saturday, 21 November 2026, as in the sketches.
@Suite struct DayEntryTests {
    static let today = CalendarDay("2026-11-21")

    static let back: [(String, String)] = [
        ("今天", "2026-11-21"), ("昨天", "2026-11-20"), ("前天", "2026-11-19"), ("大前天", "2026-11-18"),
        ("明天", "2026-11-22"), ("后天", "2026-11-23"), ("today", "2026-11-21"), ("-1", "2026-11-20"),
        ("－1", "2026-11-20"), ("−7", "2026-11-14"), ("+7", "2026-11-28"), ("-0", "2026-11-21"),
        ("周四", "2026-11-19"), ("周六", "2026-11-21"), ("周日", "2026-11-15"), ("星期四", "2026-11-19"),
        ("礼拜天", "2026-11-15"), ("周4", "2026-11-19"), ("上周四", "2026-11-12"), ("上周日", "2026-11-15"),
        ("上个星期四", "2026-11-12"), ("上上周一", "2026-11-02"), ("本周一", "2026-11-16"), ("这周日", "2026-11-22"),
        ("下周一", "2026-11-23"), ("下下周一", "2026-11-30"), ("0903", "2026-09-03"), ("903", "2026-09-03"),
        ("1122", "2025-11-22"), ("1121", "2026-11-21"), ("3.9", "2026-03-09"), ("3-9", "2026-03-09"),
        ("3/9", "2026-03-09"),
        ("12-31", "2025-12-31"), ("2026-09-03", "2026-09-03"), ("2026.9.3", "2026-09-03"), ("2026/9/3", "2026-09-03"),
        ("26.9.3", "2026-09-03"), ("20260903", "2026-09-03"), ("260903", "2026-09-03"), ("9月3日", "2026-09-03"),
        ("9月3号", "2026-09-03"), ("9月3", "2026-09-03"), ("９月３日", "2026-09-03"), ("2026年9月3日", "2026-09-03"),
        ("去年9月3日", "2025-09-03"), ("明年1月5日", "2027-01-05"), ("前年0903", "2024-09-03"), ("九月三日", "2026-09-03"),
        ("十二月三十一日", "2025-12-31"),
        ("二〇二六年九月三日", "2026-09-03"), ("15", "2026-11-15"), ("15日", "2026-11-15"), ("15号", "2026-11-15"),
        ("21", "2026-11-21"), ("22", "2026-10-22"), ("31", "2026-10-31"), ("十五", "2026-11-15"), ("上月30日", "2026-10-30"),
        ("上个月3号", "2026-10-03"), ("本月3日", "2026-11-03"), ("下月5日", "2026-12-05"), ("0229", "2024-02-29"),
        (" 9 月 3 日 ", "2026-09-03"), ("2028-02-29", "2028-02-29"), ("9。3", "2026-09-03"),
    ]

    static let ahead: [(String, String)] = [
        ("周四", "2026-11-26"), ("周六", "2026-11-21"), ("周日", "2026-11-22"), ("0903", "2027-09-03"),
        ("1121", "2026-11-21"), ("15", "2026-12-15"), ("21", "2026-11-21"), ("31", "2026-12-31"),
        ("0229", "2028-02-29"),
        ("上周四", "2026-11-12"), ("-1", "2026-11-20"), ("2026-09-03", "2026-09-03"),
    ]

    @Test("A day is read as officers write it; without a year or month it looks back", arguments: back)
    func looksBack(text: String, day: String) throws {
        let today = try #require(Self.today)
        #expect(try DayEntry.parse(text, today: today).description == day)
    }

    @Test("A deadline looks ahead", arguments: ahead)
    func looksAhead(text: String, day: String) throws {
        let today = try #require(Self.today)
        #expect(try DayEntry.parse(text, today: today, direction: .ahead).description == day)
    }

    @Test(
        "What is no day is refused with the forms that are understood",
        arguments: [
            "", "  ", "abc", "周八", "周", "0", "32", "0230", "1301", "2026-02-29", "2026-13-01", "9月", "月3日", "9月31日",
            "12345", "1234567", "3.9.", "--1", "+", "3 9 2026 1", "99999999999999999999", "上周", "去年", "二十百", "本月31日",
            "9年3", "日", "九九", "-99999999",
        ])
    func refused(text: String) throws {
        let today = try #require(Self.today)
        let error = #expect(throws: EntryError.self) { try DayEntry.parse(text, today: today) }
        #expect(error?.message.zh.contains("0903") == true)
        #expect(error?.message.en.contains("0903") == true)
    }

    @Test("A day that does not exist is named")
    func missingDay() throws {
        let today = try #require(Self.today)
        let error = #expect(throws: EntryError.self) { try DayEntry.parse("2026-02-30", today: today) }
        #expect(error?.message.zh.hasPrefix("2026 年没有 2 月 30 日") == true)
    }

    @Test("A bare weekday, month and day, or day is never in the future when it looks back, whatever today is")
    func neverAhead() throws {
        for ordinal in stride(from: 20_000, to: 22_000, by: 1) {
            let today = CalendarDay(ordinal: ordinal)
            for text in ["周三", "周日", "0229", "1231", "0101", "31", "1"] {
                let back = try DayEntry.parse(text, today: today)
                let ahead = try DayEntry.parse(text, today: today, direction: .ahead)
                #expect(back <= today && ahead >= today)
            }
        }
    }
}
