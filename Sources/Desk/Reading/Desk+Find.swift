import Casework
public import Index
public import Records

extension Desk {
    /// What is looked for, and where.
    public struct FindRequest: Hashable, Sendable {
        /// What was typed.
        public var text: String
        /// The types to look in; `nil` looks in all that may be searched.
        public var types: [TypeID]?
        /// The first day that counts.
        public var from: CalendarDay?
        /// The last day that counts.
        public var through: CalendarDay?

        /// A request.
        ///
        /// - Parameters:
        ///   - text: what was typed.
        ///   - types: the types to look in.
        ///   - from: the first day that counts.
        ///   - through: the last day that counts.
        public init(
            _ text: String, types: [TypeID]? = nil, from: CalendarDay? = nil, through: CalendarDay? = nil
        ) {
            self.text = text
            self.types = types
            self.from = from
            self.through = through
        }
    }

    /// The day by which records of a type are narrowed; types without one are not found by a period.
    private static let days: [TypeID: String] = [
        Mediation.type.id: Mediation.registered.key, Visit.type.id: Visit.date.key,
    ]

    /// Finds matters, places and heads of household, narrowed by kind and period, within what RIGHTS.md rule 7 allows.
    ///
    /// A period alone, without words, lists the matters and one's own visits of those days.
    ///
    /// - Parameters:
    ///   - request: what is looked for.
    ///   - limit: how many hits of each type.
    /// - Returns: what was found, by type.
    /// - Throws: ``DeskError``.
    public func find(_ request: FindRequest, limit: Int = 20) throws(DeskError) -> [SearchGroup] {
        guard request.from != nil || request.through != nil else {
            return try search(request.text, types: request.types, limit: limit)
        }
        let types = (request.types ?? Array(Self.days.keys)).filter { Self.days[$0] != nil }
        if request.text.isEmpty {
            try refuseUnlogged()
            let groups = try listed(request, types: types, limit: limit)
            searching("\(request.from?.description ?? "")..\(request.through?.description ?? "")", by: .period, groups)
            return groups
        }
        let groups = try found(request.text, types: types, limit: limit) { record in
            guard let field = record.type.flatMap({ Self.days[$0] }),
                let day = CalendarDay(record.value(at: FieldPath(field)).text ?? "")
            else { return false }
            return (request.from.map { $0 <= day } ?? true) && (request.through.map { day <= $0 } ?? true)
        }
        searching(request.text, by: Self.field(of: request.text), groups)
        return groups
    }

    static let mostCounted = 200

    private func listed(
        _ request: FindRequest, types: [TypeID], limit: Int
    ) throws(DeskError) -> [SearchGroup] {
        var groups: [SearchGroup] = []
        for type in self.types.map(\.id) where types.contains(type) {
            guard let field = Self.days[type] else { continue }
            var from = request.from
            var filters: [ListFilter] = []
            if type == Visit.type.id {
                guard let person else { continue }
                filters.append(.equals(Visit.visitors.key, person.id.stored))
                let first = today.adding(months: -Self.searchedMonths)
                from = from.map { max($0, first) } ?? first
            }
            filters.append(.range(field, from: from?.stored, through: request.through?.stored))
            let page = try list(ListQuery(type, where: filters), limit: limit)
            guard page.count > 0 else { continue }
            groups.append(
                SearchGroup(
                    type: type, hits: page.records.map { SearchHit(record: $0, path: nil, ranges: []) },
                    count: min(page.count, Self.mostCounted), hasMore: page.count > Self.mostCounted))
        }
        return groups
    }

    /// The names by which a search is narrowed to a street or an estate: those of the households, in natural order.
    ///
    /// - Returns: the estates, each once.
    /// - Throws: ``DeskError``.
    public func estates() throws(DeskError) -> [String] {
        try groups(by: Household.estate.key, ListQuery(Household.type.id)).compactMap(\.value.text)
    }
}
