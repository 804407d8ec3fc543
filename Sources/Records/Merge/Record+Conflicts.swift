extension Record {
    /// The paths where something waits for an officer to decide, in order of their text.
    public var conflicts: [FieldPath] { registers.keys.filter { isConflict(at: $0) }.sorted() }

    /// Whether several values survive at a path, or at a life mark a deletion that did not see what was written there since.
    ///
    /// - Parameter path: a field, a cell, a row, or the record's life mark.
    /// - Returns: whether it waits for an officer to decide; never within a row that is deleted.
    public func isConflict(at path: FieldPath) -> Bool {
        guard path != .life else { return isDeletionConflict }
        guard let register = registers[path], !path.rawValue.hasPrefix("@") else { return false }
        guard let row = path.row else { return register.isConflict }
        let isDisputed = path.isLife ? register.versions.contains { $0.value == .null } : register.isConflict
        return isDisputed && !isRowDeleted(path.key, row)
    }

    /// What was written in a record or row without knowing that somebody deleted it.
    ///
    /// - Parameter life: the life mark of the record or row.
    /// - Returns: the versions that no deletion there has seen, by path.
    public func objections(at life: FieldPath) -> [(path: FieldPath, version: Version)] {
        guard let mark = registers[life] else { return [] }
        let deletions = mark.versions.filter { $0.value == .null }
        let seen = Set(deletions.flatMap(\.seen)).union(deletions.map(\.change))
        let prefix = life == .life ? "" : life.rawValue + "/"
        return registers.sorted { $0.key < $1.key }.flatMap { path, register in
            guard path != life, path.rawValue.hasPrefix(prefix), !path.outlivesErasure else {
                return [(path: FieldPath, version: Version)]()
            }
            return register.versions.filter { !seen.contains($0.change) }.map { (path, $0) }
        }
    }

    /// The op that settles a conflict: it names every version that stands there.
    ///
    /// - Parameters:
    ///   - path: where.
    ///   - value: what is to stand there; at a life mark `null` deletes and anything else keeps.
    /// - Returns: the op.
    public func settling(_ path: FieldPath, with value: Value) -> Op {
        // At a life mark it names what was written below as well: what was known when it was decided tells a later undo
        // what the question was.
        let prefix = path == .life ? "" : path.rawValue
        return Op(
            record: id, path: path, value: value, pred: path.isLife ? heads(under: prefix) : heads(at: path))
    }
}
