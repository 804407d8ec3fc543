/// A type of record, declared once as data: form, columns, checks, finding, printing and merging are derived from it.
public struct RecordType: Hashable, Sendable, Identifiable {
    /// A group of fields under one heading.
    public struct Section: Hashable, Sendable {
        /// The heading.
        public let label: Label
        /// Its fields in the order in which they are asked for.
        public let fields: [FieldSpec]

        /// Makes a section.
        ///
        /// - Parameters:
        ///   - label: the heading.
        ///   - fields: its fields in order.
        public init(_ label: Label, _ fields: [FieldSpec]) {
            self.label = label
            self.fields = fields
        }
    }

    /// Which stream a record lies in.
    public enum Placement: Hashable, Sendable {
        /// Always the same one.
        case always(Stream)
        /// The restricted one when a choice has one of these codes; otherwise the general one.
        case restricted(when: Condition)
    }

    /// How a list of the type is ordered when nothing else is asked.
    public enum Order: Hashable, Sendable {
        /// By some fields, each in its natural order (2号 before 10号), first to last.
        case natural([String])
        /// By some fields, last to first: the newest day on top.
        case newest([String])
    }

    /// A key that lists group by, made of several fields put together: street and building.
    public struct DerivedKey: Hashable, Sendable {
        /// Names it, as a field key would.
        public let key: String
        /// The fields whose texts are put together.
        public let parts: [String]

        /// Declares a derived key.
        ///
        /// - Parameters:
        ///   - key: names it.
        ///   - parts: the fields whose texts are put together.
        public init(_ key: String, of parts: [String]) {
            self.key = key
            self.parts = parts
        }
    }

    /// Names it, with the glossary's English term.
    public let id: TypeID
    /// What the officer reads.
    public let label: Label
    /// The letter of its working numbers, `V` in `V2026-A0001`; `nil` when it has none.
    public let numberLetter: String?
    /// Which stream its records lie in.
    public let placement: Placement
    /// Whether a record of it is about a person: then it may hold nothing of RIGHTS.md rule 1.
    public let describesPerson: Bool
    /// Its fields, in groups.
    public let sections: [Section]
    /// The fields that name a record in a list, put together with spaces.
    public let title: [String]
    /// The fields that a list shows beside the title.
    public let columns: [String]
    /// How a list is ordered.
    public let order: Order
    /// Keys made of several fields.
    public let derivedKeys: [DerivedKey]
    /// What must hold between fields.
    public let constraints: [Constraint]

    /// Declares a type.
    ///
    /// - Parameters:
    ///   - id: names it.
    ///   - label: what the officer reads.
    ///   - numberLetter: the letter of its working numbers.
    ///   - placement: which stream its records lie in.
    ///   - describesPerson: whether a record of it is about a person.
    ///   - sections: its fields, in groups.
    ///   - title: the fields that name a record in a list.
    ///   - columns: the fields that a list shows beside the title.
    ///   - order: how a list is ordered.
    ///   - derivedKeys: keys made of several fields.
    ///   - constraints: what must hold between fields.
    public init(
        id: TypeID, label: Label, numberLetter: String? = nil, placement: Placement = .always(.general),
        describesPerson: Bool, sections: [Section], title: [String], columns: [String] = [], order: Order,
        derivedKeys: [DerivedKey] = [], constraints: [Constraint] = []
    ) {
        self.id = id
        self.label = label
        self.numberLetter = numberLetter
        self.placement = placement
        self.describesPerson = describesPerson
        self.sections = sections
        self.title = title
        self.columns = columns
        self.order = order
        self.derivedKeys = derivedKeys
        self.constraints = constraints
    }

    /// All fields in the order in which they are asked for.
    public var fields: [FieldSpec] { sections.flatMap(\.fields) }

    /// A field by its key.
    ///
    /// - Parameter key: the key.
    /// - Returns: the field; `nil` when the type has none of that name.
    public func field(_ key: String) -> FieldSpec? {
        for section in sections {
            if let field = section.fields.first(where: { $0.key == key }) { return field }
        }
        return nil
    }

    /// The field, or the column of a sub-table, that a path names.
    ///
    /// - Parameter path: the path.
    /// - Returns: the field; `nil` when this version does not know it.
    public func field(at path: FieldPath) -> FieldSpec? {
        guard let field = field(path.key) else { return nil }
        guard let cell = path.cell else { return field }
        return field.columns.first { $0.key == cell }
    }

    /// Which stream a record with these values belongs in.
    ///
    /// - Parameter values: its values.
    /// - Returns: the stream.
    public func stream(for values: FieldValues) -> Stream {
        switch placement {
        case .always(let stream): stream
        case .restricted(let condition): condition.holds(in: values) ? .restricted : .general
        }
    }

    /// Whether some of its records lie in the restricted stream.
    public var mayBeRestricted: Bool {
        switch placement {
        case .always(let stream): stream == .restricted
        case .restricted: true
        }
    }

    /// Whether a record of it belongs in the restricted stream.
    ///
    /// Asked of every row of a list, so only what decides it is looked at.
    ///
    /// - Parameter record: the record.
    /// - Returns: whether it is restricted.
    public func isRestricted(_ record: Record) -> Bool {
        switch placement {
        case .always(let stream): return stream == .restricted
        case .restricted(let condition):
            var values = FieldValues()
            for key in condition.keys { values[FieldPath(key)] = record.value(at: FieldPath(key)) }
            return condition.holds(in: values)
        }
    }
}
