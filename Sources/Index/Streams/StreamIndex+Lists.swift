import Records

extension StreamIndex {
    /// The records of a list, in order.
    ///
    /// - Parameter query: the list.
    /// - Returns: their numbers.
    /// - Throws: ``IndexError``.
    func numbers(_ query: ListQuery) throws(IndexError) -> [Int64] {
        try settle()
        if let known = lists[query] { return known }
        guard let entry = types[query.type] else { return [] }
        var numbers: [Int64]
        if query.filters.isEmpty {
            numbers = try ordered(entry, query.order)
        } else {
            numbers = try self.numbers(ListQuery(query.type, order: query.order))
            for filter in query.filters {
                if let wanted = try indexed(filter, entry) {
                    numbers.removeAll { !wanted.contains($0) }
                } else {
                    numbers = try read(numbers, entry, filter)
                }
            }
        }
        lists[query] = numbers
        return numbers
    }

    /// The records of a list, in no order: quicker than ``numbers(_:)`` where the filters leave few of many.
    func unordered(_ query: ListQuery) throws(IndexError) -> [Int64] {
        guard let entry = types[query.type], !query.filters.isEmpty else { return try numbers(query) }
        var sets: [NumberSet] = []
        for filter in query.filters {
            guard let set = try indexed(filter, entry) else { return try numbers(query) }
            sets.append(set)
        }
        return sets[0].numbers(of: entry.number).filter { number in
            sets.dropFirst().allSatisfy { $0.contains(number) }
        }
    }

    /// Whether a list goes from last to first.
    func isDescending(_ query: ListQuery) -> Bool {
        switch query.order {
        case .declared: types[query.type]?.isNewest ?? false
        case .field(_, let descending): descending
        }
    }

    /// What orders a record in a list.
    func orderKey(of number: Int64, _ query: ListQuery) throws(IndexError) -> [UInt8] {
        guard let entry = types[query.type] else { return [] }
        let values = try record(number: number).values
        switch query.order {
        case .declared: return entry.orderKey(values)
        case .field(let name, let descending):
            let keys = entry.keyed(name)?.keys(in: values) ?? []
            // Without a value a record comes last, whichever way the list goes.
            return keys.min { $0.lexicographicallyPrecedes($1) } ?? (descending ? [] : [0xFF])
        }
    }

    /// How often each value of a field occurs in a list.
    ///
    /// - Parameters:
    ///   - field: the field or derived key.
    ///   - query: the list.
    /// - Returns: the counts by key.
    /// - Throws: ``IndexError``.
    func counts(by field: String, _ query: ListQuery) throws(IndexError) -> [[UInt8]: Int] {
        try settle()
        var query = query
        query.order = .declared
        let question = ListCache.CountQuery(field: field, query: query)
        if let known = lists[question] { return known }
        guard let entry = types[query.type] else { return [:] }
        var result: [[UInt8]: Int] = [:]
        if let keyed = entry.keyed(field) {
            let wanted = query.filters.isEmpty ? nil : NumberSet(try numbers(query))
            var current: [UInt8] = []
            var count = 0
            let walk = try statement(
                "SELECT value, record FROM key WHERE field = ? ORDER BY value, record", "count values")
            walk.bind(1, keyed.number)
            defer { walk.reset() }
            while try walk.next() {
                if let wanted, !wanted.contains(walk.number(1)) { continue }
                let bytes = walk.bytes(0)
                let value = UnsafeRawBufferPointer(rebasing: bytes.prefix(KeyCoding.valueLength(bytes)))
                if !current.elementsEqual(value) || count == 0 {
                    if count > 0 { result[current] = count }
                    current = Array(value)
                    count = 0
                }
                count += 1
            }
            if count > 0 { result[current] = count }
        } else if let source = entry.unkeyed(field) {
            for number in try numbers(query) {
                for key in Set(source.keys(in: try record(number: number).values)) { result[key, default: 0] += 1 }
            }
        }
        lists[question] = result
        return result
    }

    /// Brings the lists up to date with the records that changed since: the declared lists by moving those records to their
    /// places, all others by forgetting them.
    private func settle() throws(IndexError) {
        for (type, numbers) in lists.takeChanges() {
            guard let entry = types[type] else { continue }
            let query = ListQuery(entry.type.id)
            let kept = numbers.count <= 200 ? lists[query] : nil
            lists.forget(entry.type.id)
            guard var list = kept else { continue }
            if numbers.count <= 8 {
                for number in numbers { if let place = list.firstIndex(of: number) { list.remove(at: place) } }
            } else {
                list.removeAll { numbers.contains($0) }
            }
            for number in numbers.sorted() {
                guard let key = try listedKey(of: number, entry) else { continue }
                var low = 0
                var high = list.count
                while low < high {
                    let middle = (low + high) / 2
                    let other = try listedKey(of: list[middle], entry) ?? []
                    let isBefore = other == key ? list[middle] < number : other.lexicographicallyPrecedes(key)
                    if isBefore != entry.isNewest { low = middle + 1 } else { high = middle }
                }
                list.insert(number, at: low)
            }
            lists[query] = list
        }
    }

    /// A record's place in its type's order; `nil` when it is deleted or not there any more.
    private func listedKey(of number: Int64, _ entry: TypeEntry) throws(IndexError) -> [UInt8]? {
        guard let record = try recordIfAny(number: number), !record.isDeleted, !record.isLimited else { return nil }
        return entry.orderKey(record.plainValues)
    }

    /// All living records of a type, in an order.
    private func ordered(_ entry: TypeEntry, _ order: ListOrder) throws(IndexError) -> [Int64] {
        guard case .field(let name, let descending) = order else {
            return try walk(entry.key(TypeEntry.Own.order), descending: entry.isNewest, type: entry.number)
        }
        let all = try numbers(ListQuery(entry.type.id))
        guard let keyed = entry.keyed(name) else {
            guard let source = entry.unkeyed(name) else { return all }
            return try sorted(all, by: source, descending: descending)
        }
        var numbers = try walk(keyed.number, descending: descending, type: entry.number)
        var seen = NumberSet()
        // Of several values the first in order decides.
        numbers.removeAll { !seen.insert($0) }
        if numbers.count < all.count { numbers += all.filter { !seen.contains($0) } }
        return numbers
    }

    private func sorted(
        _ all: [Int64], by source: KeyedField, descending: Bool
    ) throws(IndexError) -> [Int64] {
        var keyed: [(key: [UInt8], number: Int64)] = []
        var rest: [Int64] = []
        for number in all {
            let keys = source.keys(in: try record(number: number).values)
            if let key = keys.min(by: { $0.lexicographicallyPrecedes($1) }) {
                keyed.append((key, number))
            } else {
                rest.append(number)
            }
        }
        keyed.sort { left, right in
            if left.key == right.key { return (left.number < right.number) != descending }
            return left.key.lexicographicallyPrecedes(right.key) != descending
        }
        return keyed.map(\.number) + rest
    }

    private func walk(_ field: Int64, descending: Bool, type: Int64) throws(IndexError) -> [Int64] {
        let direction = descending ? " DESC" : ""
        let walk = try statement(
            "SELECT record FROM key WHERE field = ? ORDER BY value\(direction), record\(direction)", "read list")
        walk.bind(1, field)
        var numbers: [Int64] = []
        numbers.reserveCapacity(RecordNumber.place(of: lastNumber[type] ?? 0))
        while try walk.next() { numbers.append(walk.number(0)) }
        return numbers
    }

    /// The records that pass a filter, when keys can tell.
    private func indexed(_ filter: ListFilter, _ entry: TypeEntry) throws(IndexError) -> NumberSet? {
        switch filter {
        case .equals(let name, let value): return try indexed(.oneOf(name, [value]), entry)
        case .oneOf(let name, let values):
            guard let keyed = entry.keyed(name) else { return nil }
            var result = NumberSet()
            for value in values where !value.isEmpty {
                if keyed.isReference {
                    let bounds = KeyCoding.bounds(of: value, as: keyed.kind)
                    try add(keyed.number, from: bounds.least, through: bounds.greatest, to: &result)
                } else {
                    let key = KeyCoding.key(of: value, as: keyed.kind)
                    try add(keyed.number, from: key, through: key, to: &result)
                }
            }
            return result
        case .range(let name, let first, let last):
            guard let keyed = entry.keyed(name) else { return nil }
            var result = NumberSet()
            let least = first.map { KeyCoding.bounds(of: $0, as: keyed.kind).least } ?? []
            let greatest = last.map { KeyCoding.bounds(of: $0, as: keyed.kind).greatest } ?? [0xFF]
            try add(keyed.number, from: least, through: greatest, to: &result)
            return result
        case .isSet(let name):
            guard let keyed = entry.keyed(name) else { return nil }
            var result = NumberSet()
            try add(keyed.number, from: [], through: [0xFF], to: &result)
            return result
        case .isEmpty(let name):
            guard let having = try indexed(.isSet(name), entry) else { return nil }
            return NumberSet(try numbers(ListQuery(entry.type.id)).filter { !having.contains($0) })
        case .condition: return nil
        }
    }

    private func add(
        _ field: Int64, from least: [UInt8], through greatest: [UInt8], to result: inout NumberSet
    ) throws(IndexError) {
        let find = try statement(
            "SELECT record FROM key WHERE field = ? AND value BETWEEN ? AND ?", "filter")
        find.bind(1, field)
        find.bind(2, least)
        find.bind(3, greatest)
        while try find.next() { result.insert(find.number(0)) }
    }

    /// The records that pass a filter, found by reading each.
    private func read(_ numbers: [Int64], _ entry: TypeEntry, _ filter: ListFilter) throws(IndexError) -> [Int64] {
        var result: [Int64] = []
        for number in numbers where try passes(record(number: number).values, entry, filter) { result.append(number) }
        return result
    }

    private func passes(_ values: FieldValues, _ entry: TypeEntry, _ filter: ListFilter) -> Bool {
        func keys(_ name: String) -> (keys: [[UInt8]], kind: KeyKind) {
            entry.unkeyed(name).map { ($0.keys(in: values), $0.kind) } ?? ([], .plain)
        }
        switch filter {
        case .equals(let name, let value): return passes(values, entry, .oneOf(name, [value]))
        case .oneOf(let name, let wanted):
            let (keys, kind) = keys(name)
            return wanted.contains { !$0.isEmpty && keys.contains(KeyCoding.key(of: $0, as: kind)) }
        case .range(let name, let first, let last):
            let (keys, kind) = keys(name)
            let least = first.map { KeyCoding.bounds(of: $0, as: kind).least } ?? []
            let greatest = last.map { KeyCoding.bounds(of: $0, as: kind).greatest } ?? [0xFF]
            return keys.contains {
                !$0.lexicographicallyPrecedes(least) && !greatest.lexicographicallyPrecedes($0)
            }
        case .isSet(let name): return Condition.isSet(name).holds(in: values)
        case .isEmpty(let name): return !Condition.isSet(name).holds(in: values)
        case .condition(let condition): return condition.holds(in: values)
        }
    }
}
