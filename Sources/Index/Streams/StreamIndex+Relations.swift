import Records

extension StreamIndex {
    /// The last of the records that refer to a record.
    ///
    /// - Returns: its place in the order, and the record.
    func latest(
        _ type: TypeID, via field: String, for id: RecordID
    ) throws(IndexError) -> (key: [UInt8], record: Record)? {
        guard let place = try latestPlace(type, via: field, for: id) else { return nil }
        return (place.key, try record(number: place.number))
    }

    /// The last of the records that refer to a record.
    ///
    /// - Returns: its place in the order, and its number.
    func latestPlace(
        _ type: TypeID, via field: String, for id: RecordID
    ) throws(IndexError) -> (key: [UInt8], number: Int64)? {
        guard let entry = types[type], let keyed = entry.keyed(field), keyed.isReference else { return nil }
        let bounds = KeyCoding.bounds(of: .text(id.rawValue), as: keyed.kind)
        let find = try statement(
            "SELECT value, record FROM key WHERE field = ? AND value BETWEEN ? AND ? ORDER BY value DESC, record DESC",
            "find latest")
        find.bind(1, keyed.number)
        find.bind(2, bounds.least)
        find.bind(3, bounds.greatest)
        defer { find.reset() }
        guard try find.next() else { return nil }
        return (Array(find.bytes(0)), find.number(1))
    }

    /// The records that refer to a record, of each type and field the last first.
    func referring(to id: RecordID, types wanted: [TypeID]?, limit: Int) throws(IndexError) -> [Record] {
        try read(numbersReferring(to: id, types: wanted, limit: limit))
    }

    /// Some fields of those of some records that refer to a record, the last first.
    func values(
        of fields: FieldSelection, referringTo id: RecordID, _ type: TypeID, via field: String, among wanted: NumberSet
    ) throws(IndexError) -> [(id: RecordID, values: FieldValues)] {
        guard let entry = types[type], let keyed = entry.keyed(field), keyed.isReference else { return [] }
        let bounds = KeyCoding.bounds(of: .text(id.rawValue), as: keyed.kind)
        let find = try statement(
            "SELECT record FROM key WHERE field = ? AND value BETWEEN ? AND ? ORDER BY value DESC, record DESC",
            "find referring")
        find.bind(1, keyed.number)
        find.bind(2, bounds.least)
        find.bind(3, bounds.greatest)
        var numbers: [Int64] = []
        // Most of what refers is not wanted, and is passed over without looking at the record.
        while try find.next() { if wanted.contains(find.number(0)) { numbers.append(find.number(0)) } }
        var result: [(id: RecordID, values: FieldValues)] = []
        for number in numbers { if let found = try values(of: fields, number: number) { result.append(found) } }
        return result
    }

    private func numbersReferring(
        to id: RecordID, types wanted: [TypeID]?, limit: Int
    ) throws(IndexError) -> [Int64] {
        var numbers: [Int64] = []
        var seen: Set<Int64> = []
        for entry in types.entries where wanted?.contains(entry.type.id) ?? true {
            for keyed in entry.keyed where keyed.isReference {
                let bounds = KeyCoding.bounds(of: .text(id.rawValue), as: keyed.kind)
                let direction = entry.isNewest ? " DESC" : ""
                let find = try statement(
                    """
                    SELECT record FROM key WHERE field = ? AND value BETWEEN ? AND ? \
                    ORDER BY value\(direction), record\(direction) LIMIT ?
                    """, "find referring")
                find.bind(1, keyed.number)
                find.bind(2, bounds.least)
                find.bind(3, bounds.greatest)
                find.bind(4, Int64(limit))
                while try find.next() {
                    if seen.insert(find.number(0)).inserted { numbers.append(find.number(0)) }
                }
            }
        }
        return numbers
    }

    /// The deleted records of a type, the last deleted first.
    func deleted(_ type: TypeID, limit: Int) throws(IndexError) -> [Record] {
        guard let entry = types[type] else { return [] }
        return try newest(entry.key(TypeEntry.Own.deleted), limit: limit)
    }

    /// The records with a conflict, the newest first.
    func conflicts(limit: Int) throws(IndexError) -> [Record] {
        try newest(TypeEntry.Shared.conflict, limit: limit)
    }

    /// The records with two rows of the same thing, the newest first.
    func twinRows(limit: Int) throws(IndexError) -> [Record] { try newest(TypeEntry.Shared.twinRows, limit: limit) }

    /// The records that were merged into another one, the last first.
    func merged(limit: Int) throws(IndexError) -> [Record] { try newest(TypeEntry.Shared.merged, limit: limit) }

    /// The records that share a key, by its value; only keys that more than one record has.
    func sharing(_ field: Int64, limit: Int) throws(IndexError) -> [[Record]] {
        let find = try statement(
            "SELECT value FROM key WHERE field = ? GROUP BY value HAVING count(*) > 1 LIMIT ?", "find shared keys")
        find.bind(1, field)
        find.bind(2, Int64(limit))
        var keys: [[UInt8]] = []
        while try find.next() { keys.append(Array(find.bytes(0))) }
        var result: [[Record]] = []
        for key in keys { result.append(try sharing(field, key)) }
        return result
    }

    /// The records that have a number, deleted or not.
    func numbered(_ number: String) throws(IndexError) -> [Record] {
        try sharing(TypeEntry.Shared.number, KeyCoding.key(of: .text(number), as: .plain))
    }

    private func sharing(_ field: Int64, _ key: [UInt8]) throws(IndexError) -> [Record] {
        let find = try statement("SELECT record FROM key WHERE field = ? AND value = ? LIMIT 50", "find sharing")
        find.bind(1, field)
        find.bind(2, key)
        var numbers: [Int64] = []
        while try find.next() { numbers.append(find.number(0)) }
        return try read(numbers)
    }

    /// Whether a number was ever given.
    func exists(number: String) throws(IndexError) -> Bool {
        let bounds = KeyCoding.bounds(of: .text(number), as: .plain)
        let find = try statement(
            "SELECT 1 FROM key WHERE field = ? AND value BETWEEN ? AND ? LIMIT 1", "find number")
        find.bind(1, TypeEntry.Shared.number)
        find.bind(2, bounds.least)
        find.bind(3, bounds.greatest)
        defer { find.reset() }
        return try find.next()
    }

    /// The highest number that starts with a text.
    func highestNumber(prefix: String) throws(IndexError) -> String? {
        // Digits at the end of the prefix may go on in the number: only what stands before them is certain.
        let certain = String(prefix.reversed().drop { $0.isNumber }.reversed())
        let least = Array(KeyCoding.bounds(of: .text(certain), as: .plain).least.dropLast())
        let find = try statement(
            "SELECT value FROM key WHERE field = ? AND value BETWEEN ? AND ? ORDER BY value DESC", "find number")
        find.bind(1, TypeEntry.Shared.number)
        find.bind(2, least)
        find.bind(3, least + [0xFF])
        defer { find.reset() }
        while try find.next() {
            if let number = KeyCoding.value(of: Array(find.bytes(0))).text, number.hasPrefix(prefix) { return number }
        }
        return nil
    }

    private func newest(_ field: Int64, limit: Int) throws(IndexError) -> [Record] {
        let find = try statement(
            "SELECT record FROM key WHERE field = ? ORDER BY value DESC, record DESC LIMIT ?", "find newest")
        find.bind(1, field)
        find.bind(2, Int64(limit))
        var numbers: [Int64] = []
        while try find.next() { numbers.append(find.number(0)) }
        return try read(numbers)
    }

    private func read(_ numbers: [Int64]) throws(IndexError) -> [Record] {
        var result: [Record] = []
        for number in numbers { result.append(try record(number: number)) }
        return result
    }
}
