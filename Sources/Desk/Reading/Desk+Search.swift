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
        var policy = searchPolicy
        if let types { policy.rules = policy.rules.filter { types.contains($0.key) } }
        let query = SearchQuery(text, policy: policy, limit: limit)
        var groups = try indexed { () throws(IndexError) in try index.search(query) }
        if policy.rules[Household.type.id] != nil, let doors = try doors(found: text, limit: limit, groups) {
            groups.removeAll { $0.type == doors.type }
            groups.insert(doors, at: 0)
        }
        return groups.compactMap { group in
            let hits = group.hits.filter { mayRead($0.record) }
            guard hits.count < group.hits.count else { return group }
            // What may not be read is not counted either: a number would tell that it is there.
            return hits.isEmpty
                ? nil : SearchGroup(type: group.type, hits: hits, count: hits.count, hasMore: false)
        }
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
        return try search(text, types: [type], limit: limit).flatMap(\.hits).map(\.record)
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
