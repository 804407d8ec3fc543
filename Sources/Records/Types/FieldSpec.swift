/// A field as declared: everything the form, the lists, the checks, finding, printing and merging need to know.
public struct FieldSpec: Hashable, Sendable {
    /// The key as stored and as typed on the command line: lower case English with underscores.
    public let key: String
    /// What the officer reads.
    public let label: Label
    /// What kind of value it holds.
    public let kind: FieldKind
    /// When it must be filled in; `nil` is never.
    public let required: Condition?
    /// When it is asked for at all; `nil` is always.
    ///
    /// A value that is no longer asked for is kept but not shown.
    public let visible: Condition?
    /// What a new record starts with.
    public let initial: Initial?
    /// What must hold, with messages.
    public let constraints: [Constraint]
    /// How carefully it is shown.
    public let sensitivity: Sensitivity
    /// How it takes part in finding.
    public let search: SearchRole
    /// Whether lists filter, count or sort by it.
    public let isIndexed: Bool
    /// Whether the form folds it into its one line of particulars until the officer opens that.
    public let isFolded: Bool
    /// A sentence shown while the field is being filled in.
    public let help: Label?

    /// Declares a field; ``Field`` gives it a Swift type.
    ///
    /// - Parameters:
    ///   - key: the key as stored.
    ///   - label: what the officer reads.
    ///   - kind: what kind of value it holds.
    ///   - required: when it must be filled in.
    ///   - visible: when it is asked for at all.
    ///   - initial: what a new record starts with.
    ///   - constraints: what must hold.
    ///   - sensitivity: how carefully it is shown.
    ///   - search: how it takes part in finding.
    ///   - isIndexed: whether lists filter, count or sort by it; references always are.
    ///   - isFolded: whether the form folds it away at first.
    ///   - help: a sentence shown while the field is being filled in.
    public init(
        _ key: String, _ label: Label, _ kind: FieldKind, required: Condition? = nil, visible: Condition? = nil,
        initial: Initial? = nil, constraints: [Constraint] = [], sensitivity: Sensitivity = .plain,
        search: SearchRole = .none, isIndexed: Bool = false, isFolded: Bool = false, help: Label? = nil
    ) {
        self.key = key
        self.label = label
        self.kind = kind
        self.required = required
        self.visible = visible
        self.initial = initial
        self.constraints = constraints
        self.sensitivity = sensitivity
        self.search = search
        self.isIndexed = isIndexed || Self.isReference(kind)
        self.isFolded = isFolded
        self.help = help
    }

    /// The fields of a row, when this is a sub-table.
    public var columns: [FieldSpec] {
        if case .rows(let columns) = kind { columns } else { [] }
    }

    /// Where its value stands.
    public var path: FieldPath { FieldPath(key) }

    private static func isReference(_ kind: FieldKind) -> Bool {
        switch kind {
        case .reference, .references: true
        default: false
        }
    }
}
