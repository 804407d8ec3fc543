import Records

/// A field that lists filter, count or sort by, as the index numbers it.
struct KeyedField: Sendable {
    /// Its number, unique among all types.
    let number: Int64
    /// The name by which queries ask for it: `date`, `parties/person`, or a derived key's name.
    let name: String
    /// Where its values come from.
    let source: Source
    /// Whether it refers to records: then the key goes on with the record's place in its type's order.
    let isReference: Bool

    /// Where the values come from.
    enum Source: Sendable {
        /// A field at the top of the record.
        case field(FieldSpec)
        /// A column of a sub-table.
        case column(String, FieldSpec)
        /// Several fields put together.
        case parts([FieldSpec])
    }

    /// The kind of its values.
    var kind: FieldKind {
        switch source {
        case .field(let spec), .column(_, let spec): spec.kind
        case .parts: .text
        }
    }

    /// The keys that a record has here.
    ///
    /// - Parameters:
    ///   - values: the record's values.
    /// - Returns: the keys, without the place that references carry.
    func keys(in values: FieldValues) -> [[UInt8]] {
        switch source {
        case .field(let spec):
            return Self.keys(of: values[spec.path], spec)
        case .column(let table, let spec):
            return values.rows(of: table).flatMap { row in
                Self.keys(of: values[FieldPath(table, row: row, cell: spec.key)], spec)
            }
        case .parts(let specs):
            let texts = specs.map { Self.text(values[$0.path]) }
            guard texts.contains(where: { !$0.isEmpty }) else { return [] }
            return [KeyCoding.key(of: .text(texts.joined()), as: .text)]
        }
    }

    private static func keys(of value: Value, _ spec: FieldSpec) -> [[UInt8]] {
        if value.isEmpty { return [] }
        if let list = value.list { return list.filter { !$0.isEmpty }.map { KeyCoding.key(of: $0, as: spec.kind) } }
        return [KeyCoding.key(of: value, as: spec.kind)]
    }

    private static func text(_ value: Value) -> String {
        if let text = value.text { return text }
        return value.number.map { String($0) } ?? ""
    }
}
