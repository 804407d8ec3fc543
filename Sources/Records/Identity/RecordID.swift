/// Names one record for ever: 26 random characters of Crockford's base 32 in lower case (130 bits).
///
/// It says nothing about the record: neither its type, nor its time, nor its laptop.
public struct RecordID: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The text as stored.
    public let rawValue: String

    /// Takes a stored text as it is.
    ///
    /// - Parameter rawValue: the text; foreign stores may hold other shapes, which are kept.
    public init(_ rawValue: String) {
        self.rawValue = rawValue
    }

    /// Draws a new identity.
    ///
    /// - Parameter random: where the randomness comes from; the store injects the system's, tests a seeded one.
    /// - Returns: 26 characters of `0-9a-z` without i, l, o, u.
    public static func random(using random: inout some RandomNumberGenerator) -> RecordID {
        RecordID(RandomText.base32(count: 26, using: &random))
    }

    /// The text form.
    public var description: String { rawValue }

    /// Whether the first stands before the second.
    public static func < (left: RecordID, right: RecordID) -> Bool { left.rawValue < right.rawValue }
}
