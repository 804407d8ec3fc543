import Casework
public import Records

/// How a door is written where there is little room.
public enum DoorText {
    /// Estate, building and room, without the entrance: 老榆里3号楼601.
    ///
    /// - Parameter household: the household's values.
    /// - Returns: the door, or the address as it was entered when it has no parts.
    public static func short(_ household: FieldValues) -> String {
        let block = self.block(household)
        let door = room(household)
        return block.isEmpty || door.isEmpty ? household[Household.address] ?? "" : block + door
    }

    /// The room alone: 601, or 2-601 where a building has several entrances.
    ///
    /// - Parameters:
    ///   - household: the household's values.
    ///   - withUnit: whether the entrance stands before the room.
    /// - Returns: the room without 室, or the address when there is no room.
    public static func room(_ household: FieldValues, withUnit: Bool = false) -> String {
        guard let room = household[Household.room], !room.isEmpty else { return household[Household.address] ?? "" }
        let door = room.hasSuffix("室") ? String(room.dropLast()) : room
        guard withUnit, let unit = household[Household.unit], !unit.isEmpty else { return door }
        return "\(unit.prefix { $0 != "单" })-\(door)"
    }

    /// Estate and building: 老榆里3号楼.
    ///
    /// - Parameter household: the household's values.
    /// - Returns: the block, by which lists group households.
    public static func block(_ household: FieldValues) -> String {
        (household[Household.estate] ?? "") + (household[Household.building] ?? "")
    }
}
