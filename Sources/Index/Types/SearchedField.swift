import Records

/// A field that takes part in finding.
struct SearchedField: Sendable {
    /// The sub-table, when it is a column of one.
    let table: String?
    /// Where its value stands, when it is not.
    let path: FieldPath
    /// How it takes part.
    let role: SearchRole
    /// Whether it is a person's name.
    let isName: Bool
    /// What its codes mean, when it has codes.
    let meanings: [String: String]?

    /// Describes a field.
    ///
    /// - Parameters:
    ///   - table: the sub-table, when it is a column of one.
    ///   - spec: the field.
    init(table: String?, spec: FieldSpec) {
        self.table = table
        path = spec.path
        role = spec.search
        isName = spec.kind == .personName
        meanings = spec.kind.codes.map { table in
            Dictionary(table.rows.map { ($0.code, $0.label.zh) }) { first, _ in first }
        }
    }

    /// The texts that a record has here, with their paths.
    ///
    /// - Parameter values: the record's values.
    /// - Returns: the texts that are not empty; a code gives what it means.
    func texts(in values: FieldValues) -> [(path: FieldPath, text: String)] {
        guard let table else { return texts(at: path, values) }
        return values.rows(of: table).flatMap { row in
            texts(at: FieldPath(table, row: row, cell: path.rawValue), values)
        }
    }

    private func texts(at path: FieldPath, _ values: FieldValues) -> [(path: FieldPath, text: String)] {
        switch values[path] {
        case .text(let text): [(path, meaning(text))]
        case .list(let list): list.compactMap(\.text).filter { !$0.isEmpty }.map { (path, meaning($0)) }
        default: []
        }
    }

    private func meaning(_ text: String) -> String { meanings.map { $0[text] ?? text } ?? text }
}
