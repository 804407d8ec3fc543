/// Something that must hold in a record, and what to say when it does not.
public struct Constraint: Hashable, Sendable {
    /// What must hold.
    public let condition: Condition
    /// What is wrong and what to do next.
    public let message: Label
    /// The rule or article behind it.
    public let source: String?

    /// Makes a constraint.
    ///
    /// - Parameters:
    ///   - condition: what must hold.
    ///   - message: what is wrong and what to do next.
    ///   - source: the rule or article behind it.
    public init(_ condition: Condition, _ message: Label, source: String? = nil) {
        self.condition = condition
        self.message = message
        self.source = source
    }
}
