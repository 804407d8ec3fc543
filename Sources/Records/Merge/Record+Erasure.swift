extension Record {
    /// Every erasure of the record and of its rows, the one shown first leading.
    public var erasures: [(erasure: Erasure, version: Version)] {
        guard hasErasures else { return [] }
        return registers.filter { $0.key.isErasure }.sorted { $0.key < $1.key }.flatMap { path, register in
            register.versions.compactMap { version in
                Erasure(at: path, of: id, value: version.value).map { ($0, version) }
            }
        }
    }

    /// Whether the whole record was erased: it is shown as that, with when, why and by whom, and nothing else.
    public var isErased: Bool { hasErasures && registers[.erased]?.versions.isEmpty == false }

    /// The laptops that carried the record's erasures out, as they said themselves.
    public var erasureAppliers: Set<String> { Set(registers.keys.compactMap(\.erasureApplier)) }

    /// Whether a path lies in something that was erased.
    func isErased(at path: FieldPath) -> Bool {
        if path.outlivesErasure { return false }
        if isErased { return true }
        guard let row = path.row else { return false }
        let mark = ErasureScope(id, row: FieldPath(path.key, row: row)).path
        return registers[mark]?.versions.isEmpty == false
    }
}
