public import Records

/// Something in a form that can have the focus.
public enum FormItem: Hashable, Sendable {
    /// A field.
    case field(FieldPath)
    /// The line of particulars of a section.
    case fold(Int)
    /// A row of a sub-table.
    case row(String, RowID)
    /// The place where a row is added.
    case addRow(String)
}
