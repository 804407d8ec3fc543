/// Sizes that tests make small.
public struct StoreTuning: Hashable, Sendable {
    /// A segment that has reached this many bytes is closed.
    public var segmentBytes = 256 * 1024
    /// How much room the write-ahead log reserves ahead, in bytes.
    public var logBytes = 320 * 1024
    /// How much of that room only deletions and erasures may use once the disk is full, in bytes.
    public var logReserve = 64 * 1024
    /// Room kept on the disk for rewriting segments when something is erased, in bytes.
    public var ballastBytes = 2 * 1024 * 1024
    /// A change whose stored lines are longer than this is refused, in bytes.
    public var largestChange = 8 * 1024 * 1024

    /// The sizes of the product.
    public init() {}
}
