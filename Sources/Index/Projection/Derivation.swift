import Records

/// Everything that tables other than the record's own hold because of one record.
struct Derivation {
    /// A key, as the key table has it.
    struct Key: Hashable, Comparable {
        let field: Int64
        let value: [UInt8]

        static func < (left: Key, right: Key) -> Bool {
            left.field == right.field
                ? left.value.lexicographicallyPrecedes(right.value) : left.field < right.field
        }
    }

    /// The record's type; `nil` when this version does not know it or it has not arrived.
    let entry: TypeEntry?
    /// The keys, each once.
    private(set) var keys: [Key] = []
    /// The full text, one for each ``SearchColumn``; empty when nothing can be found.
    private(set) var texts: [[UInt8]] = []
    /// What is due.
    private(set) var due: [DueRow] = []
    /// Whether lists have it.
    private(set) var isListed = false

    /// Works it out.
    ///
    /// - Parameters:
    ///   - record: the record.
    ///   - types: the types.
    ///   - projection: what else is worked out.
    init(_ record: Record, types: TypeCatalog, projection: Projection) {
        entry = record.type.flatMap { types[$0] }
        guard let entry else { return }
        let values = record.plainValues
        addNumbers(values, entry)
        // What was erased is in no list; its history says what became of it.
        if record.isErased { return }
        if record.isDeleted {
            add(entry.key(TypeEntry.Own.deleted), KeyCoding.number(record.latest?.moment.milliseconds ?? 0))
            if record.mergedInto != nil {
                add(TypeEntry.Shared.merged, KeyCoding.number(record.latest?.moment.milliseconds ?? 0))
            }
            return
        }
        if record.isLimited {
            add(entry.key(TypeEntry.Own.deleted), KeyCoding.number(record.latest?.moment.milliseconds ?? 0))
            return
        }
        isListed = true
        let order = entry.orderKey(values)
        add(entry.key(TypeEntry.Own.order), order)
        for field in entry.keyed {
            for key in field.keys(in: values) {
                add(field.number, field.isReference && entry.isNewest ? key + order : key)
            }
        }
        if record.hasConflict {
            add(TypeEntry.Shared.conflict, KeyCoding.number(record.latest?.moment.milliseconds ?? 0))
        }
        if let likeness = projection.likeness(values, entry.type) {
            // Only compared with others: eight bytes of an address take the place of seventy.
            var digest = Digest()
            digest.add(likeness)
            add(TypeEntry.Shared.likeness, KeyCoding.number(Int(truncatingIfNeeded: digest.value)))
        }
        if projection.hasTwinRows(values, entry.type) {
            add(TypeEntry.Shared.twinRows, KeyCoding.number(record.latest?.moment.milliseconds ?? 0))
        }
        let scopes = projection.scopes(record, values, entry.type)
        texts = SearchWords.columns(values, entry, scopes: scopes)
        if texts.allSatisfy(\.isEmpty) { texts = [] }
        due = projection.due(record, values, entry.type)
    }

    /// Adds the numbers of a record, which stay known when it is deleted: none is given twice.
    private mutating func addNumbers(_ values: FieldValues, _ entry: TypeEntry) {
        for field in entry.searched where field.role == .number {
            for (_, text) in field.texts(in: values) {
                add(TypeEntry.Shared.number, KeyCoding.key(of: .text(text), as: .plain))
            }
        }
    }

    private mutating func add(_ field: Int64, _ value: [UInt8]) {
        let key = Key(field: field, value: value)
        if !keys.contains(key) { keys.append(key) }
    }
}

extension Record {
    /// The values that are shown; as ``values``, but faster for the many records that have no sub-tables.
    var plainValues: FieldValues {
        var result = FieldValues(minimumCapacity: registers.count)
        for (path, register) in registers {
            if path.rawValue.utf8.contains(UInt8(ascii: "/")) { return values }
            if path.rawValue.utf8.first != UInt8(ascii: "@") { result[path] = register.value }
        }
        return result
    }

    /// Whether something in it waits for an officer to decide.
    var hasConflict: Bool {
        // Asked of every record that is indexed: most have one version of everything and no deleted rows.
        for (path, register) in registers where register.versions.count > 1 || register.value == .null {
            if path != .life, isConflict(at: path) { return true }
        }
        return isDeletionConflict
    }
}
