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
    ///
    /// - Parameters:
    ///   - text: what was typed.
    ///   - types: the types to look in; `nil` looks in all that may be searched.
    ///   - limit: how many hits of each type.
    ///   - isWanted: decides about each record; `nil` when all are wanted.
    /// - Returns: what was found, by type, only what the officer may read.
    /// - Throws: ``DeskError``.
    func found(
        _ text: String, types: [TypeID]?, limit: Int, where isWanted: ((Record) -> Bool)? = nil
    ) throws(DeskError) -> [SearchGroup] {
        var policy = searchPolicy
        if let types { policy.rules = policy.rules.filter { types.contains($0.key) } }
        let query = SearchQuery(text, policy: policy, limit: limit)
        let doors = policy.rules[Household.type.id] == nil ? nil : try doors(found: query)
        var rest = query
        if let doors {
            rest.policy.rules[doors.type] = nil
            // An address is no number: nothing is looked for among those.
            rest.policy.rules = rest.policy.rules.mapValues { rules in
                rules.map { rule in
                    var rule = rule
                    rule.roles.remove(.number)
                    return rule
                }
            }
        }
        // What may not be read is not counted either: a number would tell that it is there.
        let closed = Set(rest.policy.rules.keys.filter { isWanted != nil || !isOpen($0) })
        let groups = try indexed { () throws(IndexError) in
            try index.search(rest, checking: closed) { mayRead($0) && isWanted?($0) ?? true }
        }
        return (doors.map { [$0] } ?? []) + groups.map(showing)
    }

    private func showing(_ group: SearchGroup) -> SearchGroup {
        guard Casework.type(group.type)?.mayBeRestricted == true else { return group }
        let shown = group.hits.map { hit in
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
