/// Marks a field as a sub-table; its rows are read through ``FieldValues``.
public struct Rows: FieldValue {
    public init?(stored: Value) { nil }

    public var stored: Value { .null }
}
