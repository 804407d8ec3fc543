public import Records

extension Index {
    /// A window of a list.
    ///
    /// - Parameters:
    ///   - query: which records, and in which order.
    ///   - offset: how many records to leave out; beyond the end gives the last window.
    ///   - limit: how many records to return.
    /// - Returns: the window, and how long the whole list is.
    /// - Throws: ``IndexError``.
    /// - Complexity: the first window of an order reads its key once; every further one is found by position.
    public func list(_ query: ListQuery, offset: Int = 0, limit: Int) throws(IndexError) -> ListPage {
        let list = try places(query)
        let start = max(0, min(offset, list.count - limit))
        var records: [Record] = []
        for place in list[min(start, list.count)..<min(start + max(0, limit), list.count)] {
            records.append(try place.stream.record(number: place.number))
        }
        return ListPage(records: records, offset: start, count: list.count)
    }

    /// Where a record stands in a list.
    ///
    /// - Parameters:
    ///   - id: the record.
    ///   - query: the list.
    /// - Returns: its place from 0; `nil` when it is not in the list.
    /// - Throws: ``IndexError``.
    public func position(of id: RecordID, in query: ListQuery) throws(IndexError) -> Int? {
        let list = try places(query)
        for stream in open {
            guard let number = try stream.number(of: id) else { continue }
            return list.firstIndex { $0.number == number && $0.stream === stream }
        }
        return nil
    }

    /// How many records a list has.
    ///
    /// - Parameter query: the list.
    /// - Returns: the count.
    /// - Throws: ``IndexError``.
    public func count(_ query: ListQuery) throws(IndexError) -> Int {
        var count = 0
        for stream in open { count += try stream.numbers(query).count }
        return count
    }

    /// How many different values a field has in a list: how many households were visited.
    ///
    /// - Parameters:
    ///   - field: an indexed field or a derived key.
    ///   - query: the list.
    /// - Returns: the count; records without a value do not count.
    /// - Throws: ``IndexError``.
    public func countDistinct(_ field: String, _ query: ListQuery) throws(IndexError) -> Int {
        try counts(by: field, query).count
    }

    /// The values of a field in a list and how many records have each, in natural order.
    ///
    /// - Parameters:
    ///   - field: an indexed field or a derived key.
    ///   - query: the list.
    /// - Returns: the values; records without one are left out.
    /// - Throws: ``IndexError``.
    public func groups(by field: String, _ query: ListQuery) throws(IndexError) -> [GroupCount] {
        try counts(by: field, query).sorted { $0.key.lexicographicallyPrecedes($1.key) }
            .map { GroupCount(value: KeyCoding.value(of: $0.key), count: $0.value) }
    }

    private func counts(by field: String, _ query: ListQuery) throws(IndexError) -> [[UInt8]: Int] {
        var result: [[UInt8]: Int] = [:]
        for stream in open {
            for (key, count) in try stream.counts(by: field, query) { result[key, default: 0] += count }
        }
        return result
    }

    /// A list as numbers within streams.
    ///
    /// Nearly every type has records in one stream only; then nothing is merged.
    private func places(_ query: ListQuery) throws(IndexError) -> PlacedList {
        var parts: [(stream: StreamIndex, numbers: [Int64])] = []
        for stream in open {
            let numbers = try stream.numbers(query)
            if !numbers.isEmpty { parts.append((stream, numbers)) }
        }
        if parts.count < 2 { return PlacedList(parts: parts, order: nil) }
        var order: [(part: Int, key: [UInt8], index: Int)] = []
        for (part, (stream, numbers)) in parts.enumerated() {
            for (index, number) in numbers.enumerated() {
                order.append((part, try stream.orderKey(of: number, query), index))
            }
        }
        let descending = parts[0].stream.isDescending(query)
        order.sort { left, right in
            if left.key == right.key { return (left.part, left.index) < (right.part, right.index) }
            return left.key.lexicographicallyPrecedes(right.key) != descending
        }
        return PlacedList(parts: parts, order: order.map { ($0.part, $0.index) })
    }
}
