public import Records

/// A record that a look-up found.
public struct Candidate: Hashable, Sendable {
    /// Which record.
    public let id: RecordID
    /// What it is called.
    public let title: String
    /// What tells it from others of that name.
    public let detail: String

    /// A candidate.
    ///
    /// - Parameters:
    ///   - id: which record.
    ///   - title: what it is called.
    ///   - detail: what tells it from others of that name.
    public init(_ id: RecordID, title: String, detail: String = "") {
        self.id = id
        self.title = title
        self.detail = detail
    }
}
