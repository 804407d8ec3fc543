/// Marks a field as a sub-table; its rows are read through ``FieldValues``.
public struct Rows: FieldValue {
    /// The value as stored.
    public init?(stored: Value) { nil }

    /// The value as stored.
    public var stored: Value { .null }
}
