/// A point in time as the officer's clock showed it: milliseconds since 1970 UTC, and the zone's offset.
public struct Moment: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    public let milliseconds: Int
    /// Minutes east of UTC.
    public let zoneMinutes: Int

    /// Makes a moment.
    ///
    /// - Parameters:
    ///   - milliseconds: since 1970-01-01T00:00:00Z.
    ///   - zoneMinutes: minutes east of UTC; China is 480.
    public init(milliseconds: Int, zoneMinutes: Int) {
        self.milliseconds = milliseconds
        self.zoneMinutes = zoneMinutes
    }

    /// A moment from what a wall clock shows.
    ///
    /// - Parameters:
    ///   - day: the day.
    ///   - time: the time of day.
    ///   - zoneMinutes: minutes east of UTC.
    public init(day: CalendarDay, time: TimeOfDay, zoneMinutes: Int) {
        self.init(
            milliseconds: (day.ordinal * 1440 + time.minutes - zoneMinutes) * 60_000, zoneMinutes: zoneMinutes)
    }

    /// The day on the officer's wall.
    public var day: CalendarDay { CalendarDay(ordinal: wallMinutes.quotientDown(1440)) }

    /// The time on the officer's wall, to the minute.
    public var time: TimeOfDay {
        let minutes = wallMinutes - day.ordinal * 1440
        return TimeOfDay(hour: minutes / 60, minute: minutes % 60) ?? Self.midnight
    }

    /// `2026-11-21 14:10`, as the officer's clock showed it.
    public var description: String { "\(day) \(time)" }

    /// Whether the first stands before the second.
    public static func < (left: Moment, right: Moment) -> Bool { left.milliseconds < right.milliseconds }

    private var wallMinutes: Int { milliseconds.quotientDown(60_000) + zoneMinutes }
    private static let midnight = TimeOfDay(hour: 0, minute: 0).unsafelyUnwrapped
}

extension Int {
    /// The quotient rounded towards minus infinity, so that times before 1970 fall on the right day.
    fileprivate func quotientDown(_ divisor: Int) -> Int {
        let result = self / divisor
        return self % divisor < 0 ? result - 1 : result
    }
}
