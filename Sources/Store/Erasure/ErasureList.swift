import Records

/// Everything that was erased in a stream, as far as this laptop knows.
struct ErasureList: Hashable, Sendable {
    /// The rows that went, by record; an empty set where the whole record did.
    private var rows: [RecordID: Set<FieldPath>] = [:]

    /// Whether nothing was erased.
    var isEmpty: Bool { rows.isEmpty }

    /// What was erased, in order.
    var scopes: [ErasureScope] {
        rows.flatMap { record, rows in
            rows.isEmpty ? [ErasureScope(record)] : rows.map { ErasureScope(record, row: $0) }
        }.sorted()
    }

    init(_ scopes: some Sequence<ErasureScope> = []) {
        for scope in scopes { insert(scope) }
    }

    /// Adds what was erased.
    ///
    /// - Returns: whether it was new.
    @discardableResult
    mutating func insert(_ scope: ErasureScope) -> Bool {
        if let row = scope.row {
            guard let known = rows[scope.record] else {
                rows[scope.record] = [row]
                return true
            }
            // A record that went as a whole took its rows with it.
            return known.isEmpty ? false : rows[scope.record]?.insert(row).inserted == true
        }
        guard rows[scope.record]?.isEmpty != true else { return false }
        rows[scope.record] = []
        return true
    }

    /// Whether values go that were written together: all of a section's do as soon as one does, since one commitment
    /// covers them.
    func covers(_ record: RecordID, _ paths: some Sequence<FieldPath>) -> Bool {
        guard let rows = rows[record] else { return false }
        return paths.contains { path in
            rows.isEmpty
                ? !path.outlivesErasure : rows.contains { ErasureScope(record, row: $0).covers(path) }
        }
    }

    /// Whether a whole record, or anything of it, went.
    func mentions(_ record: RecordID) -> Bool { rows[record] != nil }

    /// The records of which anything went.
    var records: Set<RecordID> { Set(rows.keys) }

    /// A short name of this very list; empty when nothing was erased.
    ///
    /// A saved index carries it: one from before an erasure is recognised, whoever put it back.
    var stamp: String {
        guard !isEmpty else { return "" }
        var hashing = Hashing()
        for scope in scopes { hashing.add(Array(scope.description.utf8) + [0x0A]) }
        return hashing.finish().short
    }
}
