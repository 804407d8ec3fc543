/// Names one row of a sub-table within its record.
public struct RowID: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The text as stored; it holds no slash.
    public let rawValue: String

    /// Takes a stored text.
    ///
    /// - Parameter rawValue: the text without a slash.
    public init(_ rawValue: String) {
        self.rawValue = rawValue
    }

    /// Draws a new identity: ten characters (50 bits) are unique enough within one record.
    ///
    /// - Parameter random: where the randomness comes from.
    /// - Returns: the identity.
    public static func random(using random: inout some RandomNumberGenerator) -> RowID {
        RowID(RandomText.base32(count: 10, using: &random))
    }

    /// The text form.
    public var description: String { rawValue }

    /// Whether the first stands before the second.
    public static func < (left: RowID, right: RowID) -> Bool { left.rawValue < right.rawValue }
}
