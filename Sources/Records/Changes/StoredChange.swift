/// A change that the store holds, with the identity that its stored line gives it.
public struct StoredChange: Hashable, Sendable {
    /// The hash of its stored line.
    public let id: ChangeID
    /// What it did.
    public let change: Change

    /// Makes a stored change.
    ///
    /// - Parameters:
    ///   - id: the hash of its stored line.
    ///   - change: what it did.
    public init(id: ChangeID, change: Change) {
        self.id = id
        self.change = change
    }
}
