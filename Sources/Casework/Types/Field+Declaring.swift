internal import Records

extension Field {
    /// Declares a field in one line.
    init(
        _ key: String, _ zh: String, _ en: String, _ kind: FieldKind, required: Condition? = nil,
        visible: Condition? = nil, initial: Initial? = nil, constraints: [Constraint] = [],
        sensitivity: Sensitivity = .plain, search: SearchRole = .none, isIndexed: Bool = false,
        isFolded: Bool = false, help: Label? = nil
    ) {
        self.init(
            FieldSpec(
                key, Label(zh, en), kind, required: required, visible: visible, initial: initial,
                constraints: constraints, sensitivity: sensitivity, search: search, isIndexed: isIndexed,
                isFolded: isFolded, help: help))
    }
}

extension Condition {
    /// A field has this code.
    static func has<Code: RawRepresentable<String>>(_ key: String, _ code: Code) -> Condition {
        .equals(key, .text(code.rawValue))
    }

    /// A field has one of these codes.
    static func has<Code: RawRepresentable<String>>(_ key: String, oneOf codes: [Code]) -> Condition {
        .isOneOf(key, codes.map { .text($0.rawValue) })
    }
}
