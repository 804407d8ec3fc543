public import Records

/// What a line of the audit log says somebody did (RIGHTS.md rule 12).
///
/// ``changed`` is never written as a line: every change stands in the log already, with who and when, and the pages of the audit
/// log are filled in from there.
public enum AuditAct: String, Sendable, CaseIterable, FieldValue {
    /// A restricted record was read.
    case opened
    /// Something was looked for.
    case searched
    /// Records were made, edited, deleted or restored.
    case changed
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
    /// A key or a passphrase was made, changed or taken away.
    case keyed = "keys"
    /// The notebook was synced with a directory, which then holds what it held.
    case synced
    /// Somebody went through another's lines.
    case reviewed

    /// What the officer reads.
    public var label: Label { CodeTable.auditAct.label(of: rawValue) ?? Label(rawValue, rawValue) }
}
