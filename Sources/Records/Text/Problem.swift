/// One thing that is wrong, or doubtful, with what was entered.
public struct Problem: Hashable, Sendable {
    /// How much it matters.
    public enum Severity: String, Sendable {
        /// The record is not saved.
        case refusal
        /// The record may be saved; the officer decides.
        case warning
    }

    /// Where it is, when one field is at fault.
    public let path: FieldPath?
    /// How much it matters.
    public let severity: Severity
    /// What is wrong and what to do next.
    public let message: Label
    /// The rule or article behind it, such as `禁毒法33` or `RIGHTS 10`.
    public let source: String?

    /// Makes a problem.
    ///
    /// - Parameters:
    ///   - path: the field at fault, if one is.
    ///   - severity: how much it matters.
    ///   - message: what is wrong and what to do next.
    ///   - source: the rule or article behind it.
    public init(_ path: FieldPath?, _ severity: Severity = .refusal, _ message: Label, source: String? = nil) {
        self.path = path
        self.severity = severity
        self.message = message
        self.source = source
    }
}
