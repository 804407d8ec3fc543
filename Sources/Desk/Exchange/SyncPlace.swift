public import Records

/// A place that this laptop synced with.
public struct SyncPlace: Hashable, Sendable {
    /// Where it was last time.
    public let path: String
    /// When.
    public let met: Moment
    /// How many files it lacked afterwards.
    public let missing: Int
}
