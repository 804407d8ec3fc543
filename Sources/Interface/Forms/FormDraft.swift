public import Records

/// What stands in a form: the values, and what was typed but could not be read yet.
///
/// Nothing typed is lost with it.
public struct FormDraft: Hashable, Sendable {
    /// The values.
    public var values: FieldValues
    /// Texts that could not be read, as they were typed.
    public var unread: [FieldPath: String]

    /// A draft.
    ///
    /// - Parameters:
    ///   - values: the values.
    ///   - unread: texts that could not be read.
    public init(values: FieldValues = FieldValues(), unread: [FieldPath: String] = [:]) {
        self.values = values
        self.unread = unread
    }
}
