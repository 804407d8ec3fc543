public import Records

/// A change and where it lies.
public struct LocatedChange: Hashable, Sendable {
    /// The change.
    public let stored: StoredChange
    /// Where it lies.
    public let location: ChangeLocation

    /// Makes one.
    ///
    /// - Parameters:
    ///   - stored: the change.
    ///   - location: where it lies.
    public init(stored: StoredChange, location: ChangeLocation) {
        self.stored = stored
        self.location = location
    }
}
