import Records

/// Helps with a form: what follows from one field is filled into others, and a field says what speaks for its value.
struct RecordAssist {
    /// The values that follow from what stands there; a field in which something stands is left alone.
    let fill: (FieldValues) -> [FieldPath: Value]
    /// What the status line says about a field instead of its own help.
    let hint: (FieldPath, FieldValues) -> Label?

    /// A help.
    ///
    /// - Parameters:
    ///   - fill: the values that follow from what stands there.
    ///   - hint: what the status line says about a field.
    init(
        fill: @escaping (FieldValues) -> [FieldPath: Value] = { _ in [:] },
        hint: @escaping (FieldPath, FieldValues) -> Label? = { _, _ in nil }
    ) {
        self.fill = fill
        self.hint = hint
    }
}
