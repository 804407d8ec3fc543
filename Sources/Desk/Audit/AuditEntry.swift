public import Casework
public import Records

/// A line of the audit log with who wrote it and when.
public struct AuditEntry: Hashable, Sendable, Identifiable {
    /// The record that holds it; for ``AuditAct/changed`` the record that was written, or the batch.
    public let id: RecordID
    /// When, by that officer's clock.
    public let moment: Moment
    /// Who.
    public let officer: RecordID
    /// The officer's name; empty when the officer's record is not here.
    public let name: String
    /// What was done.
    public let line: AuditLine
}
