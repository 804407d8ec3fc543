public import Records

extension Index {
    /// Looks for a text in what the policy allows.
    ///
    /// Any text may be asked for; one without letters finds nothing.
    ///
    /// - Parameters:
    ///   - query: what is looked for, and what may be looked at.
    ///   - checked: types whose records are decided one by one: what may not be shown is not counted either.
    ///   - mayShow: decides about a record of those.
    /// - Returns: what was found, by type in the order in which the types were given; types without hits are left out.
    /// - Throws: ``IndexError``.
    public func search(
        _ query: SearchQuery, checking checked: Set<TypeID> = [], _ mayShow: (Record) -> Bool = { _ in true }
    ) throws(IndexError) -> [SearchGroup] {
        let terms = SearchTerm.terms(of: query.text)
        guard !terms.isEmpty else { return [] }
        var groups: [SearchGroup] = []
        for entry in types.entries {
            guard let rules = query.policy.rules[entry.type.id] else { continue }
            var hits: [SearchHit] = []
            var count = 0
            var hasMore = false
            for stream in open {
                let found = try stream.search(
                    terms, type: entry, rules: rules, limit: query.limit, checksAll: checked.contains(entry.type.id),
                    mayShow)
                hits += found.hits
                count += found.count
                hasMore = hasMore || found.hasMore
            }
            if count > 0 {
                groups.append(
                    SearchGroup(
                        type: entry.type.id, hits: Array(hits.prefix(query.limit)),
                        count: min(count, SearchQuery.mostCounted),
                        hasMore: hasMore || count > SearchQuery.mostCounted))
            }
        }
        return groups
    }
}

extension Index {
    /// Shows where a text stands in records that were found in another way.
    ///
    /// - Parameters:
    ///   - query: what was looked for, and what may be looked at.
    ///   - records: the records.
    /// - Returns: a hit for each; one without a place when the text is not in what may be looked at.
    public func hits(of query: SearchQuery, in records: [Record]) -> [SearchHit] {
        let terms = SearchTerm.terms(of: query.text)
        return records.map { record in
            guard let stream = open.first, let entry = record.type.flatMap({ types[$0] }),
                let rules = query.policy.rules[entry.type.id]
            else { return SearchHit(record: record, path: nil, ranges: []) }
            return rules.lazy.compactMap { stream.hit(record, terms, entry, $0)?.hit }.first
                ?? SearchHit(record: record, path: nil, ranges: [])
        }
    }
}
