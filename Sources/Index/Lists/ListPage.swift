public import Records

/// A window of a list.
public struct ListPage: Hashable, Sendable {
    /// The records of the window, in order.
    public let records: [Record]
    /// Where the window starts; smaller than asked for when the list is shorter.
    public let offset: Int
    /// How many records the whole list has.
    public let count: Int

    /// Makes a window.
    ///
    /// - Parameters:
    ///   - records: the records of the window, in order.
    ///   - offset: where the window starts.
    ///   - count: how many records the whole list has.
    public init(records: [Record], offset: Int, count: Int) {
        self.records = records
        self.offset = offset
        self.count = count
    }
}
