import Casework
import Index
import Records

extension Desk {
    /// The households at an address as it is spoken: `老榆里3号楼501` is understood though the door says 2单元501室.
    ///
    /// A whole building is found in the order of its doors, so that the first one is the first.
    ///
    /// - Parameter query: what was typed, and how many hits are wanted.
    /// - Returns: the doors; `nil` when the text is no address of this beat, and the words decide.
    /// - Throws: ``DeskError``.
    func doors(found query: SearchQuery) throws(DeskError) -> SearchGroup? {
        let parts = AddressParts(query.text)
        guard !parts.estate.isEmpty, !parts.building.isEmpty else { return nil }
        let found = try households(at: parts)
        guard !found.isEmpty else { return nil }
        let hits = index.hits(of: query, in: Array(found.prefix(query.limit)))
        let most = SearchQuery.mostCounted
        return SearchGroup(
            type: Household.type.id, hits: hits, count: min(found.count, most), hasMore: found.count > most)
    }

    /// The households of a building, of one of its entrances, or behind one of its doors, in the order of the doors.
    ///
    /// Only the register of households is asked: protected addresses lie elsewhere and take no part (RIGHTS.md rule 5).
    func households(at parts: AddressParts) throws(DeskError) -> [Record] {
        let query = ListQuery(
            Household.type.id,
            where: [
                .equals(Household.estate.key, .text(parts.estate)),
                .equals(Household.building.key, .text(parts.building)),
            ])
        let building = try list(query, limit: Self.mostDoors).records
        let room = Self.digits(of: parts.room)
        return building.filter { household in
            let values = household.values
            guard parts.unit.isEmpty || values[Household.unit] == parts.unit else { return false }
            return room.isEmpty || Self.digits(of: values[Household.room] ?? "") == room
        }
    }

    /// More than any building has.
    private static let mostDoors = 5000

    /// 0501室 and 501 are one door.
    private static func digits(of room: String) -> Substring {
        let plain = room.hasSuffix("室") ? room.dropLast() : Substring(room)
        return plain.drop { $0 == "0" }
    }

    /// Whether somebody else is registered behind the same door already.
    ///
    /// - Parameters:
    ///   - values: the household that is entered.
    ///   - base: the household as it was.
    /// - Returns: a warning, without a name; `nil` when the door is free or was theirs before.
    func secondHousehold(_ values: FieldValues, base: Record?) -> Problem? {
        guard let address = values[Household.address], base?.values[Household.address] != address,
            values[Household.movedOut] == nil
        else { return nil }
        let parts = AddressParts(address)
        let query = ListQuery(
            Household.type.id, where: [.equals(Household.address.key, .text(address))])
        let same =
            parts.estate.isEmpty || parts.building.isEmpty || parts.room.isEmpty
            ? try? list(query, limit: 10).records : try? households(at: parts)
        let others = (same ?? []).filter { $0.id != base?.id && $0.values[Household.movedOut] == nil }
        guard !others.isEmpty else { return nil }
        return Problem(
            Household.address.path, .warning,
            Label(
                "这个地址已登记一户：是同一户的请打开原来那户改，合住的可以另立一户",
                "A household is registered at this address: if it is the same, edit that one; if two share the door, go on"
            ))
    }
}
