import Records
import Testing

@Suite struct CalendarDayTests {
    @Test func everyDayOfFourCenturiesReadsBackAsItself() throws {
        let first = try #require(CalendarDay(year: 1801, month: 1, day: 1))
        let last = try #require(CalendarDay(year: 2201, month: 1, day: 1))
        var weekday = first.weekday
        for ordinal in first.ordinal...last.ordinal {
            let day = CalendarDay(ordinal: ordinal)
            let parts = day.parts
            #expect(CalendarDay(year: parts.year, month: parts.month, day: parts.day) == day)
            #expect(CalendarDay(day.description) == day)
            #expect(day.weekday == weekday)
            weekday = weekday % 7 + 1
        }
    }

    @Test(arguments: [("2026-11-21", 6), ("1970-01-01", 4), ("2000-02-29", 2), ("1999-12-31", 5)])
    func weekdaysAreThoseOfTheCalendarOnTheWall(text: String, weekday: Int) {
        #expect(CalendarDay(text)?.weekday == weekday)
    }

    @Test(arguments: [
        "2026-02-30", "2025-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "0000-01-01", "２０２６-01-01", "",
    ])
    func daysThatDoNotExistAreRefused(text: String) {
        #expect(CalendarDay(text) == nil)
    }

    @Test func sixMonthsFromTheEndOfAugustEndWithFebruary() {
        #expect(CalendarDay("2026-08-31")?.adding(months: 6).description == "2027-02-28")
        #expect(CalendarDay("2024-02-29")?.adding(months: -12).description == "2023-02-28")
        #expect(CalendarDay("2026-01-15")?.adding(months: -1).description == "2025-12-15")
    }

    @Test func aMomentFallsOnTheDayOfTheOfficersWall() throws {
        let day = try #require(CalendarDay("2026-11-21"))
        let time = try #require(TimeOfDay("00:10"))
        let moment = Moment(day: day, time: time, zoneMinutes: 480)
        #expect(moment.description == "2026-11-21 00:10")
        #expect(Moment(milliseconds: moment.milliseconds, zoneMinutes: 0).description == "2026-11-20 16:10")
        #expect(Moment(milliseconds: -1, zoneMinutes: 0).description == "1969-12-31 23:59")
    }
}
