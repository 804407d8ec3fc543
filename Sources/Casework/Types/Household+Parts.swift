public import Records

extension Household {
    /// Fills in the parts by which lists sort and group, from the address.
    ///
    /// What the officer entered stays. When the address is another one than before, parts that were left as they were follow it:
    /// without them a household would stand in no building and on no building sheet.
    ///
    /// - Parameters:
    ///   - values: the household as it is to be saved.
    ///   - previous: the household as it was; `nil` for a new one.
    /// - Returns: the household with its parts.
    public static func placed(_ values: FieldValues, previous: FieldValues?) -> FieldValues {
        guard let address = values[address] else { return values }
        let parts = AddressParts(address)
        let hasMoved = previous.map { $0[Household.address] != address } ?? false
        let found = [(estate, parts.estate), (building, parts.building), (unit, parts.unit), (room, parts.room)]
        var placed = values
        for (field, part) in found {
            let isKept = hasMoved && values[field] == previous?[field]
            guard isKept || (values[field] ?? "").isEmpty else { continue }
            placed[field] = part.isEmpty ? nil : part
        }
        // An address without a known part is a place of its own.
        if placed[estate] == nil, placed[building] == nil { placed[estate] = address }
        return placed
    }
}
