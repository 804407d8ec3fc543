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
    /// The article behind it as it is shown, such as `禁毒法33`.
    public let source: String?
    /// The house rule behind it, such as `RIGHTS 10`: for logs and tests, never shown; the message says the reason itself.
    public let rule: String?

    /// Makes a problem.
    ///
    /// - Parameters:
    ///   - path: the field at fault, if one is.
    ///   - severity: how much it matters.
    ///   - message: what is wrong and what to do next.
    ///   - source: the article behind it.
    ///   - rule: the house rule behind it.
    public init(
        _ path: FieldPath?, _ severity: Severity = .refusal, _ message: Label, source: String? = nil,
        rule: String? = nil
    ) {
        self.path = path
        self.severity = severity
        self.message = message
        self.source = source
        self.rule = rule
    }
}
