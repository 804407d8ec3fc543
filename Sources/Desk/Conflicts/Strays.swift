public import Records

/// Records about one that was merged into another meanwhile: somebody wrote them on a laptop that did not know of it.
public struct Strays: Hashable, Sendable, Identifiable {
    /// Names them.
    public struct ID: Hashable, Sendable {
        let merged: RecordID
    }

    /// The record that they are about, which was merged.
    public let merged: Record
    /// The record that stands for it.
    public let stands: Record
    /// The records, at least one.
    public let records: [Record]

    /// Names them.
    public var id: ID { ID(merged: merged.id) }
}
