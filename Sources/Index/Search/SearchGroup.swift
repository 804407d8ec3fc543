public import Records

/// What was found of one type.
public struct SearchGroup: Hashable, Sendable {
    /// The type.
    public let type: TypeID
    /// The hits: those in a name first, then the newest.
    public let hits: [SearchHit]
    /// How many there are, up to ``SearchQuery/mostCounted``.
    public let count: Int
    /// Whether there are more than ``count``.
    public let hasMore: Bool

    /// Makes a group.
    ///
    /// - Parameters:
    ///   - type: the type.
    ///   - hits: the hits.
    ///   - count: how many there are.
    ///   - hasMore: whether there are more than `count`.
    public init(type: TypeID, hits: [SearchHit], count: Int, hasMore: Bool) {
        self.type = type
        self.hits = hits
        self.count = count
        self.hasMore = hasMore
    }
}
