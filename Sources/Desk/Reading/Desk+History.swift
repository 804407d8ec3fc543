import Index
public import Records
import Store

extension Desk {
    /// One step in the life of a record.
    public struct HistoryEntry: Hashable, Sendable {
        /// What the step did.
        public enum Kind: String, Sendable {
            /// It made the record.
            case created
            /// It changed fields.
            case edited
            /// It deleted the record.
            case deleted
            /// It brought the record back.
            case restored
            /// It took an earlier step back.
            case undone
        }

        /// The change.
        public let id: ChangeID
        /// What it did.
        public let kind: Kind
        /// Who did it; empty when the officer's record is not here.
        public let officer: String
        /// When, by the officer's clock.
        public let moment: Moment
        /// What it wrote, in order of the paths.
        public let values: [Entry]

        /// A path and what was written there.
        public struct Entry: Hashable, Sendable {
            /// The path.
            public let path: FieldPath
            /// The value.
            public let value: Value
        }
    }

    /// Everything that happened to a record, the oldest step first.
    ///
    /// - Parameter id: the record.
    /// - Returns: its steps.
    /// - Throws: ``DeskError``.
    public func history(of id: RecordID) throws(DeskError) -> [HistoryEntry] {
        let record = try record(id, includingDeleted: true)
        try requireOpened(record)
        let entries = try indexed { () throws(IndexError) in try index.changes(touching: id) }
        var result: [HistoryEntry] = []
        for entry in entries {
            let change = try self.change(entry)
            let ops = change.change.ops.filter { $0.record == id }
            let life = ops.first { $0.path == .life }
            let kind: HistoryEntry.Kind =
                if entry.undoes != nil {
                    .undone
                } else if let life {
                    life.value == .null ? .deleted : life.pred.isEmpty ? .created : .restored
                } else {
                    .edited
                }
            result.append(
                HistoryEntry(
                    id: entry.id, kind: kind, officer: officerName(entry.officer), moment: entry.moment,
                    values: ops.filter { !$0.path.rawValue.hasPrefix("@") }
                        .map { .init(path: $0.path, value: $0.value) }.sorted { $0.path < $1.path }))
        }
        return result
    }

    /// The name of an officer.
    ///
    /// - Parameter id: the officer's record.
    /// - Returns: the name; empty when the record is not here.
    public func officerName(_ id: RecordID) -> String {
        ((try? index.record(id)) ?? nil)?.values["name"].text ?? ""
    }
}
