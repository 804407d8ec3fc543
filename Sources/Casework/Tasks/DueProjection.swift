/// What one record adds to the tasks: the part an index may keep per record.
public struct DueProjection: Hashable, Sendable {
    /// What is due because of it.
    public let items: [DueItem]
    /// What it says was done about another record.
    public let facts: [DueFact]

    /// Nothing.
    public static let none = DueProjection(items: [], facts: [])
}
