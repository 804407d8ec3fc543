public import Records

/// What a person may be given of a record that names others too: rows that are another person's are left out, and other
/// persons' names in the text are replaced.
public struct SubjectView: Sendable {
    /// The person's whole name.
    let name: String
    /// The record's type.
    let type: RecordType

    /// Takes the person's view.
    ///
    /// - Parameters:
    ///   - name: the person's whole name.
    ///   - type: the record's type.
    public init(name: String, type: RecordType) {
        self.name = name
        self.type = type
    }

    /// What the person may be given.
    ///
    /// - Parameter values: the record's values.
    /// - Returns: the values without other persons' data.
    public func values(of values: FieldValues) -> FieldValues {
        var result = values
        var others: Set<String> = []
        for field in type.fields {
            guard case .rows(let columns) = field.kind else { continue }
            let names = columns.filter { $0.kind == .personName }.map(\.key)
            guard !names.isEmpty else { continue }
            for row in values.rows(of: field.key) {
                let named = names.compactMap { values[FieldPath(field.key, row: row, cell: $0)].text }
                guard !named.contains(name) else { continue }
                others.formUnion(named)
                result.removeRow(row, from: field.key)
            }
        }
        for path in result.paths {
            guard let field = type.field(at: path), let text = result[path].text else { continue }
            switch field.kind {
            case .personName where text != name: result[path] = .text(Self.other)
            case .text, .longText:
                // The longer name first, so that no part of one is left standing.
                let told = others.sorted { ($0.count, $0) > ($1.count, $1) }.filter { $0.count >= 2 }
                    .reduce(text) { $0.replacing($1, with: Self.other) }
                result[path] = .text(told)
            default: break
            }
        }
        return result
    }

    /// What stands for another person.
    static let other = "他人"
}
