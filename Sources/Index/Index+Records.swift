public import Records

extension Index {
    /// A record by its identity, deleted or not.
    ///
    /// - Parameter id: its identity.
    /// - Returns: the record; `nil` when no open stream has it.
    /// - Throws: ``IndexError``.
    public func record(_ id: RecordID) throws(IndexError) -> Record? {
        for stream in open {
            if let record = try stream.record(id) { return record }
        }
        return nil
    }

    /// The records whose identities begin so, deleted or not, in order of their identity.
    ///
    /// - Parameters:
    ///   - prefix: the beginning.
    ///   - limit: how many of each stream at most.
    /// - Returns: the records of the open streams.
    /// - Throws: ``IndexError``.
    public func records(_ prefix: RecordID.Prefix, limit: Int) throws(IndexError) -> [Record] {
        var result: [Record] = []
        for stream in open { result += try stream.records(prefix, limit: limit) }
        return result
    }

    /// Records by their identities.
    ///
    /// - Parameter ids: their identities.
    /// - Returns: those that an open stream has.
    /// - Throws: ``IndexError``.
    public func records(_ ids: some Sequence<RecordID>) throws(IndexError) -> [RecordID: Record] {
        var result: [RecordID: Record] = [:]
        for id in ids where result[id] == nil { result[id] = try record(id) }
        return result
    }

    /// Some fields of every record in a list, in no order.
    ///
    /// Tens of times quicker than reading the records: their long texts are passed over.
    ///
    /// - Parameters:
    ///   - fields: which fields.
    ///   - query: the list.
    /// - Returns: the values by record; without those that were not asked for, unless a record is in conflict.
    /// - Throws: ``IndexError``.
    public func values(of fields: FieldSelection, in query: ListQuery) throws(IndexError) -> [RecordID: FieldValues] {
        var result: [RecordID: FieldValues] = [:]
        for stream in open {
            for number in try stream.unordered(query) {
                if let (id, values) = try stream.values(of: fields, number: number) { result[id] = values }
            }
        }
        return result
    }

    /// Some fields of a record; see ``values(of:in:)``.
    ///
    /// - Parameters:
    ///   - fields: which fields.
    ///   - id: the record.
    /// - Returns: the values; `nil` when no open stream has it, or it is deleted.
    /// - Throws: ``IndexError``.
    public func values(of fields: FieldSelection, of id: RecordID) throws(IndexError) -> FieldValues? {
        for stream in open {
            if let number = try stream.number(of: id) { return try stream.values(of: fields, number: number)?.values }
        }
        return nil
    }

    /// The stream in which a record lies.
    ///
    /// - Parameter id: its identity.
    /// - Returns: the stream; `nil` when no open one has it.
    /// - Throws: ``IndexError``.
    public func stream(of id: RecordID) throws(IndexError) -> Stream? {
        for stream in open where try stream.number(of: id) != nil { return stream.stream }
        return nil
    }

    /// For each record the last of those that refer to it, by their type's own order: each household's last visit.
    ///
    /// - Parameters:
    ///   - type: the type of those that refer; its order is ``RecordType/Order/newest(_:)``.
    ///   - field: the reference field.
    ///   - ids: the records referred to.
    /// - Returns: the last one for each that has any.
    /// - Throws: ``IndexError``.
    /// - Complexity: one look-up for each identity.
    public func latest(
        _ type: TypeID, via field: String, for ids: some Sequence<RecordID>
    ) throws(IndexError) -> [RecordID: Record] {
        var result: [RecordID: (key: [UInt8], record: Record)] = [:]
        for stream in open {
            for id in ids {
                guard let found = try stream.latest(type, via: field, for: id) else { continue }
                if let other = result[id], !other.key.lexicographicallyPrecedes(found.key) { continue }
                result[id] = found
            }
        }
        return result.mapValues(\.record)
    }

    /// The living records that refer to a record, the last first by their type's own order.
    ///
    /// - Parameters:
    ///   - id: the record referred to.
    ///   - wanted: only records of these types; `nil` is all.
    ///   - limit: at most so many of each type and field.
    /// - Returns: the records, each once.
    /// - Throws: ``IndexError``.
    public func referring(
        to id: RecordID, types wanted: [TypeID]? = nil, limit: Int = 1000
    ) throws(IndexError) -> [Record] {
        var result: [Record] = []
        var seen: Set<RecordID> = []
        for stream in open {
            for record in try stream.referring(to: id, types: wanted, limit: limit)
            where seen.insert(record.id).inserted {
                result.append(record)
            }
        }
        return result
    }

    /// Some fields of the living records that refer to some records, the last first; see ``values(of:in:)``.
    ///
    /// - Parameters:
    ///   - fields: which fields.
    ///   - ids: the records referred to.
    ///   - field: the reference field.
    ///   - query: only records of this list; its filters are on indexed fields.
    /// - Returns: the values with their records, for each identity that any refers to.
    /// - Throws: ``IndexError``.
    public func values(
        of fields: FieldSelection, referringTo ids: [RecordID], via field: String, in query: ListQuery
    ) throws(IndexError) -> [RecordID: [(id: RecordID, values: FieldValues)]] {
        var result: [RecordID: [(id: RecordID, values: FieldValues)]] = [:]
        for stream in open {
            let wanted = NumberSet(try stream.unordered(query))
            for id in ids {
                let found = try stream.values(of: fields, referringTo: id, query.type, via: field, among: wanted)
                if !found.isEmpty { result[id, default: []] += found }
            }
        }
        return result
    }

    /// Some fields of the last of the records that refer to each record; see ``latest(_:via:for:)``.
    ///
    /// - Parameters:
    ///   - fields: which fields.
    ///   - type: the type of those that refer; its order is ``RecordType/Order/newest(_:)``.
    ///   - field: the reference field.
    ///   - ids: the records referred to.
    /// - Returns: the last one for each that has any.
    /// - Throws: ``IndexError``.
    public func latestValues(
        of fields: FieldSelection, _ type: TypeID, via field: String, for ids: [RecordID]
    ) throws(IndexError) -> [RecordID: (id: RecordID, values: FieldValues)] {
        var result: [RecordID: (key: [UInt8], id: RecordID, values: FieldValues)] = [:]
        for stream in open {
            for id in ids {
                guard let place = try stream.latestPlace(type, via: field, for: id) else { continue }
                if let other = result[id], !other.key.lexicographicallyPrecedes(place.key) { continue }
                guard let found = try stream.values(of: fields, number: place.number) else { continue }
                result[id] = (place.key, found.id, found.values)
            }
        }
        return result.mapValues { ($0.id, $0.values) }
    }

    /// The deleted records of a type, the last deleted first.
    ///
    /// - Parameters:
    ///   - type: the type.
    ///   - limit: at most so many.
    /// - Returns: the records.
    /// - Throws: ``IndexError``.
    public func deleted(_ type: TypeID, limit: Int = 1000) throws(IndexError) -> [Record] {
        var result: [Record] = []
        for stream in open { result += try stream.deleted(type, limit: limit) }
        return result
    }

    /// The records with a conflict that waits for an officer, the newest first.
    ///
    /// - Parameter limit: at most so many.
    /// - Returns: the records.
    /// - Throws: ``IndexError``.
    public func conflicts(limit: Int = 1000) throws(IndexError) -> [Record] {
        var result: [Record] = []
        for stream in open { result += try stream.conflicts(limit: limit) }
        return result
    }

    /// Records of the same thing, entered more than once, by what the projection says they share.
    ///
    /// Only in the general stream: what is restricted is never compared.
    ///
    /// - Parameter limit: at most so many groups.
    /// - Returns: groups of two or more, in the order of their type.
    /// - Throws: ``IndexError``.
    /// - Complexity: one walk over the keys, none over the records.
    public func alike(limit: Int = 200) throws(IndexError) -> [[Record]] {
        let groups = try streams[.general]?.sharing(TypeEntry.Shared.likeness, limit: limit) ?? []
        let placed = groups.map { records in
            let order = records.first.flatMap { first in first.type.flatMap { types[$0] }?.orderKey(first.values) }
            return (records: records, order: order ?? [])
        }
        return placed.sorted { $0.order.lexicographicallyPrecedes($1.order) }.map(\.records)
    }

    /// Records with two rows of the same thing, the newest first; only in the general stream.
    ///
    /// - Parameter limit: at most so many.
    /// - Returns: the records.
    /// - Throws: ``IndexError``.
    public func withTwinRows(limit: Int = 200) throws(IndexError) -> [Record] {
        try streams[.general]?.twinRows(limit: limit) ?? []
    }

    /// Records that were merged into another one, the last first; only in the general stream, where things are merged.
    ///
    /// - Parameter limit: at most so many.
    /// - Returns: the records.
    /// - Throws: ``IndexError``.
    public func merged(limit: Int = 1000) throws(IndexError) -> [Record] {
        try streams[.general]?.merged(limit: limit) ?? []
    }

    /// Records that have the same working or case number, deleted ones included.
    ///
    /// - Parameter limit: at most so many groups of each stream.
    /// - Returns: groups of two or more, in the order of their type.
    /// - Throws: ``IndexError``.
    /// - Complexity: one walk over the numbers.
    public func equallyNumbered(limit: Int = 200) throws(IndexError) -> [[Record]] {
        var result: [[Record]] = []
        for stream in open { result += try stream.sharing(TypeEntry.Shared.number, limit: limit) }
        return result
    }

    /// The records that have a number, deleted ones included.
    ///
    /// - Parameter number: the number as stored.
    /// - Returns: the records.
    /// - Throws: ``IndexError``.
    public func records(numbered number: String) throws(IndexError) -> [Record] {
        var result: [Record] = []
        for stream in open { result += try stream.numbered(number) }
        return result
    }

    /// What is due, by day, then priority, then record and rule.
    ///
    /// - Parameters:
    ///   - first: the first day; `nil` is from the beginning, so that what is overdue comes too.
    ///   - last: the last day.
    /// - Returns: the rows whose last day lies between the two, both included.
    /// - Throws: ``IndexError``.
    public func due(from first: CalendarDay?, through last: CalendarDay) throws(IndexError) -> [DueRow] {
        var result: [DueRow] = []
        for stream in open { result += try stream.due(from: first, through: last) }
        guard streams.count > 1 else { return result }
        return result.sorted { ($0.day, $0.priority, $0.record, $0.rule) < ($1.day, $1.priority, $1.record, $1.rule) }
    }

    /// What is to be shown on a day: everything whose window has opened, overdue or not.
    ///
    /// - Parameter day: the day.
    /// - Returns: the rows, by day, then priority, then record and rule.
    /// - Throws: ``IndexError``.
    public func due(shownOn day: CalendarDay) throws(IndexError) -> [DueRow] {
        var result: [DueRow] = []
        for stream in open { result += try stream.due(shownOn: day) }
        guard streams.count > 1 else { return result }
        return result.sorted { ($0.day, $0.priority, $0.record, $0.rule) < ($1.day, $1.priority, $1.record, $1.rule) }
    }

    /// What is due because of one record.
    ///
    /// - Parameter id: the record.
    /// - Returns: the rows, by day.
    /// - Throws: ``IndexError``.
    public func due(of id: RecordID) throws(IndexError) -> [DueRow] {
        for stream in open {
            if let number = try stream.number(of: id) { return try stream.due(of: number) }
        }
        return []
    }

    /// Works out everything that is due again, after the rules got another holiday table.
    ///
    /// - Throws: ``IndexError``.
    /// - Complexity: reads every record.
    public func refreshDue() throws(IndexError) {
        for stream in open { try stream.refreshDue() }
    }

    /// Whether a working or case number was ever given, also to a record that is deleted now.
    ///
    /// - Parameter number: the number; case, width and leading zeros do not matter.
    /// - Returns: whether a record has it.
    /// - Throws: ``IndexError``.
    public func exists(number: String) throws(IndexError) -> Bool {
        for stream in open where try stream.exists(number: number) { return true }
        return false
    }

    /// The highest number that starts with a text, deleted records included: `V2026-A0099` for `V2026-A`.
    ///
    /// - Parameter prefix: how the number starts.
    /// - Returns: the number as stored; `nil` when there is none.
    /// - Throws: ``IndexError``.
    public func highestNumber(prefix: String) throws(IndexError) -> String? {
        var highest: String?
        for stream in open {
            guard let number = try stream.highestNumber(prefix: prefix) else { continue }
            if let other = highest, !NaturalKey.of(other).lexicographicallyPrecedes(NaturalKey.of(number)) { continue }
            highest = number
        }
        return highest
    }
}
