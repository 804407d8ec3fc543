import Records

/// A field that takes part in finding.
struct SearchedField: Sendable {
    /// The sub-table, when it is a column of one.
    let table: String?
    /// The field.
    let spec: FieldSpec

    /// The texts that a record has here, with their paths.
    ///
    /// - Parameter values: the record's values.
    /// - Returns: the texts that are not empty; a code gives what it means.
    func texts(in values: FieldValues) -> [(path: FieldPath, text: String)] {
        guard let table else { return Self.texts(at: spec.path, values, spec) }
        return values.rows(of: table).flatMap { row in
            Self.texts(at: FieldPath(table, row: row, cell: spec.key), values, spec)
        }
    }

    private static func texts(
        at path: FieldPath, _ values: FieldValues, _ spec: FieldSpec
    ) -> [(path: FieldPath, text: String)] {
        switch values[path] {
        case .text(let text): [(path, meaning(text, spec))]
        case .list(let list): list.compactMap(\.text).filter { !$0.isEmpty }.map { (path, meaning($0, spec)) }
        default: []
        }
    }

    private static func meaning(_ text: String, _ spec: FieldSpec) -> String {
        spec.kind.codes.map { $0.label(of: text)?.zh ?? text } ?? text
    }
}
