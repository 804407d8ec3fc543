import Casework
public import Index
public import Records

extension Desk {
    /// How many months back one's own visit notes are found (RIGHTS.md rule 7).
    static let searchedMonths = 24

    /// Finds matters, places and heads of household from anywhere.
    ///
    /// - Parameters:
    ///   - text: what was typed; any text will do.
    ///   - types: the types to look in; `nil` looks in all that may be searched.
    ///   - limit: how many hits of each type.
    /// - Returns: what was found, by type, only what the officer may read.
    /// - Throws: ``DeskError``.
    public func search(_ text: String, types: [TypeID]? = nil, limit: Int = 20) throws(DeskError) -> [SearchGroup] {
        guard !TextFolding.plain(text).isEmpty else { return try found(text, types: types, limit: limit) }
        try refuseUnlogged()
        let groups = try found(text, types: types, limit: limit)
        searching(text, by: Self.field(of: text), groups)
        return groups
    }

    /// What a search finds, without a line in the audit log.
    func found(_ text: String, types: [TypeID]?, limit: Int) throws(DeskError) -> [SearchGroup] {
        var policy = searchPolicy
        if let types { policy.rules = policy.rules.filter { types.contains($0.key) } }
        let query = SearchQuery(text, policy: policy, limit: limit)
        var groups = try indexed { () throws(IndexError) in try index.search(query) }
        if policy.rules[Household.type.id] != nil, let doors = try doors(found: text, limit: limit, groups) {
            groups.removeAll { $0.type == doors.type }
            groups.insert(doors, at: 0)
        }
        var result: [SearchGroup] = []
        for group in groups {
            guard !isOpen(group.type) else {
                result.append(showing(group, group.hits, limit))
                continue
            }
            // What may not be read is not counted either: a number would tell that it is there. So all of it is looked at.
            var all = group
            if group.count > group.hits.count || group.hasMore {
                var one = policy
                one.rules = policy.rules.filter { $0.key == group.type }
                let whole = SearchQuery(text, policy: one, limit: Self.mostLookedAt)
                all = try indexed { () throws(IndexError) in try index.search(whole).first } ?? group
            }
            let hits = all.hits.filter { mayRead($0.record) }
            guard !hits.isEmpty else { continue }
            result.append(
                SearchGroup(
                    type: group.type, hits: showing(group, Array(hits.prefix(limit)), limit).hits,
                    count: min(hits.count, Self.mostCounted), hasMore: hits.count > Self.mostCounted))
        }
        return result
    }

    /// How many hits of a kind that is decided one by one are looked at.
    private static let mostLookedAt = 2000

    private func showing(_ group: SearchGroup, _ hits: [SearchHit], _ limit: Int) -> SearchGroup {
        guard Casework.type(group.type)?.mayBeRestricted == true else { return group }
        let shown = hits.map { hit in
            // Where a word was found is told only of what lists show anyway.
            let record = discreet(hit.record)
            let isShown = hit.path.map { record.value(at: $0) == hit.record.value(at: $0) } ?? true
            return isShown
                ? SearchHit(record: record, path: hit.path, ranges: hit.ranges)
                : SearchHit(record: record, path: nil, ranges: [])
        }
        return SearchGroup(type: group.type, hits: shown, count: group.count, hasMore: group.hasMore)
    }

    /// Records that a reference field may point to, by what was typed.
    ///
    /// - Parameters:
    ///   - text: what was typed; nothing gives the first of the list.
    ///   - type: the type referred to.
    ///   - limit: how many at most.
    /// - Returns: the records.
    /// - Throws: ``DeskError``.
    public func candidates(_ text: String, of type: TypeID, limit: Int = 8) throws(DeskError) -> [Record] {
        if type == Officer.type.id {
            let all = try list(ListQuery(type), limit: 200).records.filter { Officer.isActive($0.values, on: today) }
            guard !text.isEmpty else { return Array(all.prefix(limit)) }
            return Array(
                all.filter {
                    Pinyin.matches(query: text, text: $0.values[Officer.name] ?? "", isName: true) != nil
                        || $0.values[Officer.name]?.contains(text) == true
                }.prefix(limit))
        }
        guard !text.isEmpty else { return try list(ListQuery(type), limit: limit).records }
        let groups = try found(text, types: [type], limit: limit)
        searching(text, by: .reference, groups)
        return groups.flatMap(\.hits).map(\.record)
    }

    private var searchPolicy: SearchPolicy {
        var rules: [TypeID: [SearchPolicy.Rule]] = [
            Household.type.id: [.init(roles: [.name, .short, .phone, .idNumber])],
            Mediation.type.id: [.init(roles: [.name, .short, .text, .number])],
            // A follow-up is found by its paper's number only: names of persons concerned are not looked up.
            Followup.type.id: [.init(roles: [.number])],
        ]
        if let person {
            rules[Visit.type.id] = [
                .init(roles: [.number]),
                .init(
                    roles: [.name, .short, .text], scope: person.id.rawValue,
                    since: .init(field: Visit.date.key, day: today.adding(months: -Self.searchedMonths))),
            ]
        }
        return SearchPolicy(rules)
    }
}
