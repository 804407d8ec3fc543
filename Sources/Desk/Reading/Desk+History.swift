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
            /// Erased for good, with the basis.
            case erased
            /// Its use was limited, with the basis.
            case limited
            /// The limit was ended.
            case released
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
        /// Why, when it was erased or its use was limited.
        public var basis: String?

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
            let erasure = ops.lazy.compactMap { Erasure($0) }.first
            // That a laptop carried it out is for the page about erasures.
            if erasure == nil, ops.allSatisfy(\.path.outlivesErasure) { continue }
            let limit = ops.first { $0.path == .limited }
            result.append(
                HistoryEntry(
                    id: entry.id, kind: kind(of: ops, isUndo: entry.undoes != nil),
                    officer: officerName(entry.officer), moment: entry.moment,
                    values: ops.filter { !$0.path.isMark && $0.value != .erased }
                        .map { .init(path: $0.path, value: $0.value) }.sorted { $0.path < $1.path },
                    basis: erasure?.basis ?? limit?.value.text))
        }
        return result
    }

    private func kind(of ops: [Op], isUndo: Bool) -> HistoryEntry.Kind {
        if ops.contains(where: { $0.path.isErasure }) { return .erased }
        if isUndo { return .undone }
        if let limit = ops.first(where: { $0.path == .limited }), limit.value != .erased {
            return limit.value == .null ? .released : .limited
        }
        guard let life = ops.first(where: { $0.path == .life }) else { return .edited }
        if life.value == .erased { return life.pred.isEmpty ? .created : .edited }
        return life.value == .null ? .deleted : life.pred.isEmpty ? .created : .restored
    }

    /// The name of an officer.
    ///
    /// - Parameter id: the officer's record.
    /// - Returns: the name; empty when the record is not here.
    public func officerName(_ id: RecordID) -> String {
        ((try? index.record(id)) ?? nil)?.values["name"].text ?? ""
    }
}
