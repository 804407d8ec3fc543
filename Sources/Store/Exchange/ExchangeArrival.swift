import Records

/// A segment that came from a place and lies in the private folder now; the caller applies its changes, then tells the
/// store with ``Store/adopt(_:)``.
public struct ExchangeArrival: Sendable {
    /// Which one.
    public let id: SegmentID
    /// What is in it; nothing when it cannot be read (yet).
    public let changes: [LocatedChange]
    /// Whether everything in it could be read: a newer version's segment, or one whose key is missing, is kept unread.
    public let isRead: Bool
    /// Whether something in it says that something was erased, or was erased itself.
    let hasErasures: Bool

    init(id: SegmentID, changes: [LocatedChange], isRead: Bool) {
        self.id = id
        self.changes = changes
        self.isRead = isRead
        hasErasures = changes.contains { $0.stored.change.ops.contains { $0.path.isErasure || $0.value == .erased } }
    }
}
