import Records

/// Some fields of records: what is read of them where the rest does not matter.
public struct FieldSelection: Hashable, Sendable {
    private let keys: Set<String>
    private let tables: Set<String>

    /// Chooses fields.
    ///
    /// - Parameters:
    ///   - keys: the keys of fields at the top of a record.
    ///   - tables: the keys of sub-tables, which are read with all their rows.
    public init(_ keys: String..., tables: String...) {
        self.keys = Set(keys)
        self.tables = Set(tables)
    }

    func contains(field path: FieldPath) -> Bool { keys.contains(path.rawValue) }
    func contains(table key: String) -> Bool { tables.contains(key) }
}
