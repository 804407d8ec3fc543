public import Records

/// A value and how many records have it.
public struct GroupCount: Hashable, Sendable {
    /// The value.
    public let value: Value
    /// How many records have it.
    public let count: Int

    /// Makes a count.
    ///
    /// - Parameters:
    ///   - value: the value.
    ///   - count: how many records have it.
    public init(value: Value, count: Int) {
        self.value = value
        self.count = count
    }
}
