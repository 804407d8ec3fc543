import Records

extension StreamIndex {
    /// Looks for terms in the records of one type.
    ///
    /// - Parameters:
    ///   - terms: all must be found.
    ///   - entry: the type.
    ///   - rules: what may be looked at; one of them must allow a record.
    ///   - limit: how many hits are wanted.
    ///   - checksAll: whether each record is asked about; otherwise all may be shown.
    ///   - mayShow: decides about a record.
    /// - Returns: the hits, those in a name first; how many there are; and whether counting stopped.
    /// - Throws: ``IndexError``.
    func search(
        _ terms: [SearchTerm], type entry: TypeEntry, rules: [SearchPolicy.Rule], limit: Int, checksAll: Bool,
        _ mayShow: (Record) -> Bool
    ) throws(IndexError) -> (hits: [SearchHit], count: Int, hasMore: Bool) {
        guard lastNumber[entry.number] != nil else { return ([], 0, false) }
        var ranked: [(rank: Int, number: Int64, hit: SearchHit)] = []
        var seen: Set<Int64> = []
        var hasMore = false
        let mostCounted = checksAll ? SearchQuery.mostCountedSingly : SearchQuery.mostCounted
        for rule in rules {
            guard let expression = Self.expression(terms, rule) else { continue }
            let most = checksAll ? SearchQuery.mostChecked : mostCounted + 1
            let numbers = try found(expression, entry, limit: most)
            for number in numbers where !seen.contains(number) {
                if seen.count > mostCounted { break }
                if checksAll || ranked.count < limit {
                    let record = try record(number: number)
                    if checksAll, !mayShow(record) { continue }
                    if ranked.count < limit {
                        guard let (rank, hit) = hit(record, terms, entry, rule) else { continue }
                        ranked.append((rank, number, hit))
                    }
                }
                seen.insert(number)
            }
            hasMore = hasMore || seen.count > mostCounted
        }
        ranked.sort { ($0.rank, $1.number) < ($1.rank, $0.number) }
        return (ranked.map(\.hit), min(seen.count, mostCounted), hasMore)
    }

    private func found(_ expression: String, _ entry: TypeEntry, limit: Int) throws(IndexError) -> [Int64] {
        let find = try statement(
            "SELECT rowid FROM found WHERE found MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC LIMIT ?",
            "search")
        find.bind(1, expression)
        find.bind(2, RecordNumber.first(of: entry.number))
        find.bind(3, RecordNumber.last(of: entry.number))
        find.bind(4, Int64(limit))
        var numbers: [Int64] = []
        while try find.next() { numbers.append(find.number(0)) }
        return numbers
    }

    private static func expression(_ terms: [SearchTerm], _ rule: SearchPolicy.Rule) -> String? {
        var parts: [String] = []
        for term in terms {
            guard let part = term.expression(in: rule.roles) else { return nil }
            parts.append(part)
        }
        if let scope = rule.scope {
            let word = String(decoding: scope.utf8.filter { $0 > 0x20 && $0 != UInt8(ascii: "\"") }, as: UTF8.self)
            guard !word.isEmpty else { return nil }
            parts.append("{scope} : \"\u{1}\(word)\"")
        }
        return parts.joined(separator: " AND ")
    }

    /// Checks a hit against the rule and finds out where it is.
    func hit(
        _ record: Record, _ terms: [SearchTerm], _ entry: TypeEntry, _ rule: SearchPolicy.Rule
    ) -> (rank: Int, hit: SearchHit)? {
        let values = record.values
        if let scope = rule.scope, !projection.scopes(record, values, entry.type).contains(scope) { return nil }
        if let since = rule.since {
            guard let day = values[since.field].text.flatMap({ CalendarDay($0) }), day >= since.day else { return nil }
        }
        var found: (rank: Int, path: FieldPath, ranges: [Range<Int>])?
        var missing = Set(terms.indices)
        for field in entry.searched where rule.roles.contains(field.role) {
            let role = field.role
            for (path, text) in field.texts(in: values) {
                var ranges: [Range<Int>] = []
                var hasFirst = false
                for (place, term) in terms.enumerated() {
                    guard
                        let own = term.ranges(in: text, role: role, isName: field.isName)
                    else { continue }
                    missing.remove(place)
                    ranges += own
                    hasFirst = hasFirst || place == 0
                }
                guard hasFirst else { continue }
                let rank = Self.rank(role) + (ranges.contains { $0.lowerBound == 0 } ? 0 : 1)
                if found.map({ rank < $0.rank }) ?? true {
                    let isPlain = field.meanings == nil && values[path].text != nil
                    found = (rank, path, isPlain ? Self.joined(ranges) : [])
                }
            }
        }
        guard missing.isEmpty, let found else { return nil }
        return (found.rank, SearchHit(record: record, path: found.path, ranges: found.ranges))
    }

    private static func rank(_ role: SearchRole) -> Int {
        switch role {
        case .name: 0
        case .number, .phone, .idNumber: 2
        case .short: 4
        case .text, .none: 6
        }
    }

    /// Ranges in order, those that touch or overlap made one.
    private static func joined(_ ranges: [Range<Int>]) -> [Range<Int>] {
        var result: [Range<Int>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = result.last, range.lowerBound <= last.upperBound {
                result[result.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                result.append(range)
            }
        }
        return result
    }
}
