public import Records

/// By what something was looked for (RIGHTS.md rule 7): never what the words were.
public enum AuditField: String, Sendable, CaseIterable, FieldValue {
    /// Words: names, addresses, what a matter is about.
    case text
    /// A working or case number.
    case number
    /// A telephone number.
    case phone
    /// An ID number.
    case idNumber = "id-number"
    /// Days alone.
    case period
    /// What a reference in a form may point to.
    case reference

    /// What the officer reads.
    public var label: Label { CodeTable.auditField.label(of: rawValue) ?? Label(rawValue, rawValue) }
}
