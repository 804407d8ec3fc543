extension Record {
    /// The ops that create a record.
    ///
    /// - Parameters:
    ///   - id: its new identity.
    ///   - type: what it is.
    ///   - values: what was entered.
    /// - Returns: the life mark first, then the values in order of their paths.
    public static func creation(id: RecordID, type: TypeID, values: FieldValues) -> [Op] {
        [
            Op(record: id, path: .life, value: .text(type.rawValue)),
            Op(record: id, path: typePath, value: .text(type.rawValue)),
        ] + Record(id: id).edits(to: values)
    }

    /// The ops that turn what this record showed into what the officer entered.
    ///
    /// Only what differs is written, and each op names the versions that stood here: take the record as it was when the
    /// form was opened, not as it is now, or somebody else's words would be replaced unseen.
    ///
    /// - Parameter values: what was entered; fields that are missing are emptied.
    /// - Returns: the ops in order of their paths; none when nothing differs.
    public func edits(to values: FieldValues) -> [Op] {
        let shown = self.values
        var ops: [Op] = []
        for path in Set(shown.paths).union(values.paths) where shown[path] != values[path] {
            // Cells of a row that goes are left as they are: the row's life mark names them as seen.
            if let row = path.row, !values.rows(of: path.key).contains(row) { continue }
            ops.append(Op(record: id, path: path, value: values[path], pred: heads(at: path)))
        }
        for key in Set(shown.rowKeys).union(values.rowKeys) {
            let before = shown.rows(of: key)
            let after = values.rows(of: key)
            for row in before where !after.contains(row) {
                ops.append(
                    Op(
                        record: id, path: FieldPath(key, row: row), value: .null,
                        pred: heads(under: "\(key)/\(row.rawValue)")))
            }
            for row in after {
                let place = values.place(of: row, in: key)
                guard !before.contains(row) || shown.place(of: row, in: key) != place else { continue }
                let life = FieldPath(key, row: row)
                ops.append(Op(record: id, path: life, value: .number(place), pred: heads(at: life)))
            }
        }
        return ops.sorted { $0.path < $1.path }
    }

    /// The op that deletes the record: it names every value the officer could see.
    public func deletion() -> Op { Op(record: id, path: .life, value: .null, pred: heads) }

    /// The op that brings a deleted record back.
    ///
    /// - Parameter type: what it is.
    /// - Returns: a life mark that replaces the deletion.
    public func restoration(as type: TypeID) -> Op {
        Op(record: id, path: .life, value: .text(type.rawValue), pred: heads(at: .life))
    }

    /// The ops that take a change back: only where it is still what stands, and naming what they leave.
    ///
    /// - Parameters:
    ///   - stored: the change to take back.
    ///   - stands: whether the change is what stands at a path: itself, or brought back by taking later ones back. By default only itself.
    ///   - deletingAgain: where it settled whether something deleted here and edited there stays: what a deletion names that
    ///     brings the question back.
    ///   - before: the value that stood at a path before it, as its `pred` had it.
    /// - Returns: the ops for this record; none when everything was replaced since.
    public func reversal(
        of stored: StoredChange, stands: ((FieldPath) -> Bool)? = nil,
        deletingAgain: (FieldPath) -> [ChangeID]? = { _ in nil }, before: (FieldPath) -> Value
    ) -> [Op] {
        let isStanding =
            stands ?? { path in
                registers[path]?.versions.contains { $0.change == stored.id } == true
            }
        // Taking back a creation deletes the record and leaves its values where they are, as every deletion does.
        if before(.life) == .null, value(at: .life) != .null, isStanding(.life), deletingAgain(.life) == nil,
            stored.change.ops.contains(where: { $0.record == id && $0.path == .life })
        {
            return [deletion()]
        }
        return stored.change.ops.compactMap { op in
            guard op.record == id, op.path != Self.typePath, isStanding(op.path) else { return nil }
            if op.path.isLife, let seen = deletingAgain(op.path) {
                return Op(record: id, path: op.path, value: .null, pred: seen)
            }
            let value = before(op.path)
            guard value != self.value(at: op.path) || isConflict(at: op.path), !value.isGone else { return nil }
            if op.path.isLife, value == .null {
                let prefix = op.path == .life ? "" : op.path.rawValue
                return Op(record: id, path: op.path, value: .null, pred: heads(under: prefix))
            }
            return Op(record: id, path: op.path, value: value, pred: heads(at: op.path))
        }
    }

    /// The changes whose values stand at a path.
    func heads(at path: FieldPath) -> [ChangeID] { (registers[path]?.versions.map(\.change) ?? []).sorted() }

    /// The changes whose values stand at a path or below it; an empty prefix means everywhere.
    func heads(under prefix: String) -> [ChangeID] {
        Set(
            registers.filter { path, _ in
                prefix.isEmpty || path.rawValue == prefix || path.rawValue.hasPrefix(prefix + "/")
            }.values.flatMap { $0.versions.map(\.change) }
        ).sorted()
    }
}
