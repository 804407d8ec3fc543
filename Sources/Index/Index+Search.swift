import Records

extension Index {
    /// Looks for a text in what the policy allows.
    ///
    /// Any text may be asked for; one without letters finds nothing.
    ///
    /// - Parameter query: what is looked for, and what may be looked at.
    /// - Returns: what was found, by type in the order in which the types were given; types without hits are left out.
    /// - Throws: ``IndexError``.
    public func search(_ query: SearchQuery) throws(IndexError) -> [SearchGroup] {
        let terms = SearchTerm.terms(of: query.text)
        guard !terms.isEmpty else { return [] }
        var groups: [SearchGroup] = []
        for entry in types.entries {
            guard let rules = query.policy.rules[entry.type.id] else { continue }
            var hits: [SearchHit] = []
            var count = 0
            var hasMore = false
            for stream in open {
                let found = try stream.search(terms, type: entry, rules: rules, limit: query.limit)
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
