public import Records

/// What a search may look at (RIGHTS.md rule 7).
///
/// Types that it does not name are not searched.
public struct SearchPolicy: Hashable, Sendable {
    /// What may be searched in the records of one type.
    public struct Rule: Hashable, Sendable {
        /// The roles of the fields that may be searched.
        public var roles: Set<SearchRole>
        /// Only records that ``Projection/scopes`` gave to this one; `nil` is everybody's.
        public let scope: String?
        /// Only records whose day in this field is this one or later.
        public let since: Since?

        /// A field and the first day in it that counts.
        public struct Since: Hashable, Sendable {
            /// The key of the field.
            public let field: String
            /// The first day that counts.
            public let day: CalendarDay

            /// Makes a limit.
            ///
            /// - Parameters:
            ///   - field: the key of the field.
            ///   - day: the first day that counts.
            public init(field: String, day: CalendarDay) {
                self.field = field
                self.day = day
            }
        }

        /// Makes a rule.
        ///
        /// - Parameters:
        ///   - roles: the roles of the fields that may be searched.
        ///   - scope: whose records only; `nil` is everybody's.
        ///   - since: only records from a day on.
        public init(roles: Set<SearchRole>, scope: String? = nil, since: Since? = nil) {
            self.roles = roles
            self.scope = scope
            self.since = since
        }
    }

    /// The rules of each type; a record is found when one of them allows it.
    public var rules: [TypeID: [Rule]]

    /// Makes a policy.
    ///
    /// - Parameter rules: the rules of each type.
    public init(_ rules: [TypeID: [Rule]]) {
        self.rules = rules
    }
}
