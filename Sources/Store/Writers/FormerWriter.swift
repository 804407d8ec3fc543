import Records

/// The incarnation that a writer went on from: the same laptop after a restore or a move, or the one that it was copied from.
public struct FormerWriter: Hashable, Sendable {
    /// Who wrote before.
    public let id: WriterID
    /// Since when the new one writes, by its clock; milliseconds since 1970.
    public let since: Int

    init(_ id: WriterID, since: Int) {
        self.id = id
        self.since = since
    }

    /// Reads what ``value`` wrote.
    init?(_ value: Value?) {
        guard let parts = value?.list, parts.count == 2, let id = parts[0].text, WriterID.isGood(id),
            let since = parts[1].number
        else { return nil }
        self.init(WriterID(id), since: since)
    }

    /// As stored.
    var value: Value { .list([.text(id.rawValue), .number(since)]) }
}
