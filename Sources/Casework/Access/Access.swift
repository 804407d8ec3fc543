/// What a role may do with a record.
public enum Access: Int, Sendable, Comparable, CaseIterable {
    /// Not even see that it is there.
    case none
    /// Read.
    case read
    /// Read and write.
    case write

    /// Whether one stands before the other.
    public static func < (left: Access, right: Access) -> Bool { left.rawValue < right.rawValue }
}
