public import Records

/// A fictional police room: 榆钱社区警务室 of 云栎市, which does not exist.
public enum DemoRoom {
    /// The shipped samples and a month's work around them, so that the room looks alive on any day.
    ///
    /// - Parameters:
    ///   - today: the day; everything is placed relative to it.
    ///   - seed: the same seed and day give the same records and identities.
    /// - Returns: the records in the order in which they were entered; what is referred to stands before what refers to it.
    public static func records(today: CalendarDay, seed: UInt64 = 1) -> [DemoRecord] {
        var builder = DemoBuilder(today: today, seed: seed)
        let dates = DemoDates(today: today)
        builder.addRoom(from: today.adding(days: -700))
        let building = builder.addBuilding()
        let mediations = builder.addSampleMediations(dates)
        builder.addOpenMediations()
        _ = builder.addSampleVisits(dates, mediations: mediations, building: building)
        builder.addFollowups(dates)
        builder.addMonth(building: building)
        return sorted(builder.records)
    }

    /// As many fictional records as asked for, of about twelve fields and 1 KB each.
    ///
    /// - Parameters:
    ///   - count: how many; the office-holders and the settings are among them.
    ///   - seed: the same seed and day give the same records and identities.
    ///   - today: the day on which the last of them is entered.
    /// - Returns: the records in the order in which they were entered.
    /// - Complexity: O(*n*).
    public static func generate(records count: Int, seed: UInt64, today: CalendarDay) -> [DemoRecord] {
        var generator = DemoGenerator(count: count, seed: seed, today: today)
        return generator.run()
    }

    /// By the moment of entry; records of the same minute keep the order in which they refer to each other.
    private static func sorted(_ records: [DemoRecord]) -> [DemoRecord] {
        let order: [TypeID: Int] = [
            Officer.type.id: 0, Room.type.id: 0, Household.type.id: 1, Mediation.type.id: 2, Followup.type.id: 3,
        ]
        return records.enumerated().sorted { left, right in
            (left.element.moment, order[left.element.type] ?? 4, left.offset)
                < (right.element.moment, order[right.element.type] ?? 4, right.offset)
        }.map(\.element)
    }
}
