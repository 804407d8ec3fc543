public import Records

/// What a form fills in: a record, or one row of a sub-table.
public enum FormScope: Hashable, Sendable {
    /// The record itself.
    case record
    /// A row of a sub-table.
    case row(key: String, id: RowID)

    /// Where a field's value stands.
    ///
    /// - Parameter field: the field.
    /// - Returns: the path.
    public func path(of field: FieldSpec) -> FieldPath {
        switch self {
        case .record: field.path
        case .row(let key, let id): FieldPath(key, row: id, cell: field.key)
        }
    }

    /// The row, as conditions want it.
    var row: (key: String, id: RowID)? {
        if case .row(let key, let id) = self { (key, id) } else { nil }
    }
}
