/// What entry needs to know of the clock.
public struct EntryClock: Hashable, Sendable {
    /// The day in the notebook's title line.
    public var today: CalendarDay
    /// Which way days without a year look.
    public var direction: DayEntry.Direction
    /// Minutes east of UTC, for moments.
    public var zoneMinutes: Int

    /// A clock.
    ///
    /// - Parameters:
    ///   - today: the day in the notebook's title line.
    ///   - direction: which way days without a year look.
    ///   - zoneMinutes: minutes east of UTC.
    public init(today: CalendarDay, direction: DayEntry.Direction = .back, zoneMinutes: Int = 480) {
        self.today = today
        self.direction = direction
        self.zoneMinutes = zoneMinutes
    }

    /// The zone as stored: `+08:00`.
    var zoneText: String {
        let minutes = Int(zoneMinutes.magnitude)
        func pair(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return (zoneMinutes < 0 ? "-" : "+") + pair(minutes / 60) + ":" + pair(minutes % 60)
    }
}
