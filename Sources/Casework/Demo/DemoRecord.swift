public import Records

/// One fictional record, as it would be entered.
public struct DemoRecord: Hashable, Sendable {
    /// Its type.
    public let type: TypeID
    /// Its identity.
    public let id: RecordID
    /// What it holds.
    public let values: FieldValues
    /// Who entered it.
    public let officer: RecordID
    /// When it was entered, on the officer's clock in China.
    public let moment: Moment
}
