/// Names one incarnation of a laptop: 26 characters of base 32, the hash of its public keys.
///
/// Nobody else can sign under it, and no list of keys is needed to check that.
public struct WriterID: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The text as stored and as the name of its directory.
    public let rawValue: String

    /// Takes a stored text.
    ///
    /// - Parameter rawValue: the text.
    public init(_ rawValue: String) {
        self.rawValue = rawValue
    }

    /// The text as stored.
    public var description: String { rawValue }

    /// The order of the texts.
    public static func < (left: WriterID, right: WriterID) -> Bool { left.rawValue < right.rawValue }
}
