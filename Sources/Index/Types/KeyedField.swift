import Records

/// A field that lists filter, count or sort by, as the index numbers it.
struct KeyedField: Sendable {
    /// Its number, unique among all types.
    let number: Int64
    /// The name by which queries ask for it: `date`, `parties/person`, or a derived key's name.
    let name: String
    /// Where its values come from.
    let source: Source
    /// The kind of its values.
    let kind: KeyKind
    /// Whether it refers to records: then the key goes on with the record's place in its type's order.
    let isReference: Bool

    /// Where the values come from.
    enum Source: Sendable {
        /// A field at the top of the record.
        case field(FieldPath)
        /// A column of a sub-table.
        case column(table: String, String)
        /// Several fields put together.
        case parts([FieldPath])
    }

    /// Describes a field.
    ///
    /// - Parameters:
    ///   - number: its number, unique among all types.
    ///   - name: the name by which queries ask for it.
    ///   - source: where its values come from.
    ///   - kind: the kind of its field.
    init(number: Int64, name: String, source: Source, kind: FieldKind) {
        self.number = number
        self.name = name
        self.source = source
        self.kind = KeyKind(kind)
        isReference = self.kind == .reference
    }

    /// The keys that a record has here.
    ///
    /// - Parameter values: the record's values.
    /// - Returns: the keys, without the place that references carry.
    func keys(in values: FieldValues) -> [[UInt8]] {
        switch source {
        case .field(let path): return keys(of: values[path])
        case .column(let table, let key):
            return values.rows(of: table).flatMap { row in keys(of: values[FieldPath(table, row: row, cell: key)]) }
        case .parts(let paths):
            let texts = paths.map { Self.text(values[$0]) }
            guard texts.contains(where: { !$0.isEmpty }) else { return [] }
            return [KeyCoding.key(of: .text(texts.joined()), as: .plain)]
        }
    }

    private func keys(of value: Value) -> [[UInt8]] {
        if value.isEmpty { return [] }
        if let list = value.list { return list.filter { !$0.isEmpty }.map { KeyCoding.key(of: $0, as: kind) } }
        return [KeyCoding.key(of: value, as: kind)]
    }

    private static func text(_ value: Value) -> String {
        if let text = value.text { return text }
        return value.number.map { String($0) } ?? ""
    }
}
