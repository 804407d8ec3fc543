/// Names an action, in the key map file and in tests: `save`, `list.down`.
public struct ActionID: Hashable, Sendable, Comparable, CustomStringConvertible, ExpressibleByStringLiteral {
    /// The name: lower case words, with dots and hyphens.
    public let rawValue: String

    /// Takes a name.
    ///
    /// - Parameter rawValue: lower case words, with dots and hyphens.
    public init(_ rawValue: String) { self.rawValue = rawValue }

    /// Takes a text.
    public init(stringLiteral value: String) { rawValue = value }

    /// The text as stored.
    public var description: String { rawValue }

    /// Orders by place or name.
    ///
    /// - Parameters:
    ///   - left: one.
    ///   - right: the other.
    /// - Returns: whether the left one comes first.
    public static func < (left: ActionID, right: ActionID) -> Bool { left.rawValue < right.rawValue }
}
