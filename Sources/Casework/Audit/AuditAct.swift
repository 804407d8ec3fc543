public import Records

/// What a line of the audit log says somebody did (RIGHTS.md rule 12).
///
/// Writing is not among them: every change stands in the log already, with who and when.
public enum AuditAct: String, Sendable, CaseIterable, FieldValue {
    /// A restricted record was read.
    case opened
    /// Something was looked for.
    case searched
    /// A masked value was shown whole.
    case revealed
    /// Something was printed.
    case printed
    /// Records left the notebook.
    case exported
    /// Everything held about somebody was given to that person.
    case disclosed
    /// A record was taken out for good.
    case erased
    /// The access table or a rule of it refused.
    case refused
    /// Somebody unlocked the notebook.
    case unlocked
    /// Somebody tried before, and nothing opened.
    case attempted
    /// The notebook was locked.
    case locked
    /// The notebook was handed over, or that was acknowledged.
    case handedOver = "handed-over"
    /// Somebody went through another's lines.
    case reviewed

    /// What the officer reads.
    public var label: Label { CodeTable.auditAct.label(of: rawValue) ?? Label(rawValue, rawValue) }
}
