/// Names a record type, with the glossary's English term: `visit`, `followup-entry`.
public struct TypeID: Hashable, Sendable, Comparable, CustomStringConvertible, ExpressibleByStringLiteral {
    /// The text as stored and as typed on the command line.
    public let rawValue: String

    /// Takes a stored text.
    ///
    /// - Parameter rawValue: the text.
    public init(_ rawValue: String) {
        self.rawValue = rawValue
    }

    /// Takes a literal text as it is.
    public init(stringLiteral value: String) {
        rawValue = value
    }

    /// The text form.
    public var description: String { rawValue }

    /// Whether the first stands before the second.
    public static func < (left: TypeID, right: TypeID) -> Bool { left.rawValue < right.rawValue }
}
