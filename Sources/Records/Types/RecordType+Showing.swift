extension RecordType {
    /// The type with some of its fields only, for a form that asks for no more.
    ///
    /// What is entered is checked and saved as the whole type.
    ///
    /// - Parameter sections: the fields.
    /// - Returns: the type as the form shows it.
    public func showing(_ sections: [Section]) -> RecordType {
        RecordType(
            id: id, label: label, numberLetter: numberLetter, placement: placement, describesPerson: describesPerson,
            sections: sections, title: title, columns: columns, order: order, derivedKeys: derivedKeys,
            constraints: constraints)
    }
}

extension FieldSpec {
    /// The sub-table with some of its columns only.
    ///
    /// - Parameter columns: the columns that are asked for.
    /// - Returns: the field; as it is when it is no sub-table.
    public func showing(_ columns: [FieldSpec]) -> FieldSpec {
        guard case .rows = kind else { return self }
        return FieldSpec(
            key, label, .rows(columns), required: required, visible: visible, initial: initial,
            constraints: constraints, sensitivity: sensitivity, search: search, isIndexed: isIndexed,
            isFolded: isFolded, help: help)
    }
}
