import Records

/// A part of a form with its place: counted in rows from the top of the body, before scrolling.
struct FormBlock {
    /// What stands there.
    enum Kind {
        case heading(String)
        case field(FieldSpec)
        case fold(Int, [FieldSpec])
        case rowsHead(FieldSpec)
        case row(FieldSpec, RowID)
        case addRow(FieldSpec)
    }

    let kind: Kind
    /// What gets the focus there; `nil` for a heading.
    let item: FormItem?
    let top: Int
    /// Rows of the field itself.
    let height: Int
    /// Whether the row below belongs to it: for a problem, or what was understood.
    let hasNote: Bool

    var end: Int { top + height + (hasNote ? 1 : 0) }
}
