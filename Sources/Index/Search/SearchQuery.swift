/// What is looked for.
public struct SearchQuery: Hashable, Sendable {
    /// What was typed: words parted by spaces, all of which must be found.
    ///
    /// Any text will do.
    public var text: String
    /// What may be looked at.
    public var policy: SearchPolicy
    /// How many hits of each type are wanted; further ones are only counted.
    public var limit: Int

    /// Up to how many hits of each type are counted: beyond it a screen says "200+".
    public static let mostCounted = 200

    /// Up to how many are counted of a type that is decided one by one: each has to be read for that.
    static let mostCountedSingly = 100
    /// How many records of a type that is decided one by one are looked at.
    static let mostChecked = 5000

    /// Makes a query.
    ///
    /// - Parameters:
    ///   - text: what was typed.
    ///   - policy: what may be looked at.
    ///   - limit: how many hits of each type are wanted.
    public init(_ text: String, policy: SearchPolicy, limit: Int = 20) {
        self.text = text
        self.policy = policy
        self.limit = limit
    }
}
