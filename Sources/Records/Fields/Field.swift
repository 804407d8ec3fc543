/// A typed key of a record's field.
///
/// The compiler checks what is read and written; storage stays open, so fields of a newer version survive.
public struct Field<Content: FieldValue>: Sendable {
    /// The field as declared.
    public let spec: FieldSpec

    /// Gives a declared field its Swift type.
    ///
    /// - Parameter spec: the declaration.
    public init(_ spec: FieldSpec) {
        self.spec = spec
    }

    /// The key as stored.
    public var key: String { spec.key }

    /// Where its value stands in the record.
    public var path: FieldPath { spec.path }
}

extension FieldValues {
    /// The value of a field.
    public subscript<Content: FieldValue>(field: Field<Content>) -> Content? {
        get { Content(stored: self[field.path]) }
        set { self[field.path] = newValue?.stored ?? .null }
    }

    /// The value of a cell.
    ///
    /// - Parameters:
    ///   - field: the column.
    ///   - row: which row.
    ///   - table: the rows field.
    public subscript<Content: FieldValue>(field: Field<Content>, row: RowID, of table: Field<Rows>) -> Content? {
        get { Content(stored: self[FieldPath(table.key, row: row, cell: field.key)]) }
        set { self[FieldPath(table.key, row: row, cell: field.key)] = newValue?.stored ?? .null }
    }

    /// The rows of a sub-table in order.
    ///
    /// - Parameter table: the rows field.
    /// - Returns: the rows.
    public func rows(of table: Field<Rows>) -> [RowID] { rows(of: table.key) }
}

extension Record {
    /// The value that is shown in a field.
    public subscript<Content: FieldValue>(field: Field<Content>) -> Content? {
        Content(stored: value(at: field.path))
    }
}
