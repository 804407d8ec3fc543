import Records

/// A record type with everything the index derives from its declaration.
final class TypeEntry: Sendable {
    /// The numbers of the keys that every type has.
    enum Own {
        /// The record's place in the type's order.
        static let order: Int64 = 0
        /// When the record was deleted.
        static let deleted: Int64 = 1
        /// The first number of a field.
        static let first: Int64 = 2
    }

    /// The keys that all types share.
    enum Shared {
        /// Records with a conflict.
        static let conflict: Int64 = 1
        /// Working and case numbers.
        static let number: Int64 = 2
        /// What records of the same thing share.
        static let likeness: Int64 = 3
        /// Records with two rows of the same thing.
        static let twinRows: Int64 = 4
        /// Records that were merged into another one.
        static let merged: Int64 = 5
    }

    /// The type.
    let type: RecordType
    /// Its number, from 1; 0 stands for what this version does not know.
    let number: Int64
    /// The fields that have keys.
    let keyed: [KeyedField]
    /// The fields that take part in finding.
    let searched: [SearchedField]
    /// The fields of the declared order.
    let order: [(path: FieldPath, kind: KeyKind)]
    /// Whether the declared order is last to first.
    let isNewest: Bool

    /// Derives what the index needs from a declaration.
    ///
    /// - Parameters:
    ///   - type: the type.
    ///   - number: its number, from 1.
    init(_ type: RecordType, number: Int64) {
        self.type = type
        self.number = number
        var keyed: [KeyedField] = []
        var searched: [SearchedField] = []
        func add(_ name: String, _ source: KeyedField.Source, _ kind: FieldKind) {
            let own = number << 10 | (Own.first + Int64(keyed.count))
            keyed.append(KeyedField(number: own, name: name, source: source, kind: kind))
        }
        for field in type.fields {
            if field.isIndexed { add(field.key, .field(field.path), field.kind) }
            if field.search != .none { searched.append(SearchedField(table: nil, spec: field)) }
            for column in field.columns {
                if column.isIndexed {
                    add("\(field.key)/\(column.key)", .column(table: field.key, column.key), column.kind)
                }
                if column.search != .none { searched.append(SearchedField(table: field.key, spec: column)) }
            }
        }
        for derived in type.derivedKeys {
            add(derived.key, .parts(derived.parts.map { FieldPath($0) }), .text)
        }
        self.keyed = keyed
        self.searched = searched
        switch type.order {
        case .natural(let keys):
            order = keys.compactMap { type.field($0) }.map { ($0.path, KeyKind($0.kind)) }
            isNewest = false
        case .newest(let keys):
            order = keys.compactMap { type.field($0) }.map { ($0.path, KeyKind($0.kind)) }
            isNewest = true
        }
    }

    /// The number of one of the keys that every type has.
    ///
    /// - Parameter own: which one.
    /// - Returns: its number.
    func key(_ own: Int64) -> Int64 { number << 10 | own }

    /// The keyed field of a name.
    ///
    /// - Parameter name: the name by which queries ask for it.
    /// - Returns: the field; `nil` when it has no keys.
    func keyed(_ name: String) -> KeyedField? { keyed.first { $0.name == name } }

    /// A field as if it had keys, also when it was not declared as indexed.
    ///
    /// - Parameter name: the name by which queries ask for it.
    /// - Returns: the field; `nil` when the type has none of that name.
    func unkeyed(_ name: String) -> KeyedField? {
        if let keyed = keyed(name) { return keyed }
        let path = name.split(separator: "/").map(String.init)
        guard let first = path.first, let field = type.field(first) else { return nil }
        if path.count == 1 { return KeyedField(number: 0, name: name, source: .field(field.path), kind: field.kind) }
        guard let column = field.columns.first(where: { $0.key == path[1] }) else { return nil }
        return KeyedField(number: 0, name: name, source: .column(table: first, column.key), kind: column.kind)
    }

    /// The place of a record in the type's order.
    ///
    /// - Parameter values: the record's values.
    /// - Returns: bytes that compare as the records do.
    func orderKey(_ values: FieldValues) -> [UInt8] {
        var key: [UInt8] = []
        for (path, kind) in order { KeyCoding.appendOrder(values[path], as: kind, to: &key) }
        return key
    }
}
