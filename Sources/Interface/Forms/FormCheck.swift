public import Records

/// The checks that the declarations of a type say by themselves: required fields and constraints.
public enum FormCheck {
    /// What is wrong with the fields of a record.
    ///
    /// - Parameters:
    ///   - sections: the fields.
    ///   - constraints: what must hold between fields.
    ///   - values: what was entered.
    /// - Returns: the problems in the order of the fields; fields that are not asked for have none.
    public static func problems(
        _ sections: [RecordType.Section], constraints: [Constraint] = [], in values: FieldValues
    ) -> [Problem] {
        let fields = sections.flatMap(\.fields)
        return fields.flatMap { problems($0, in: values, row: nil) }
            + constraints.filter { !$0.condition.holds(in: values) }
            .map { Problem(nil, .refusal, $0.message, source: $0.source) }
    }

    /// What is wrong with one field and the rows below it.
    ///
    /// - Parameters:
    ///   - field: the field.
    ///   - values: what was entered.
    ///   - row: the sub-table and row that the field belongs to, if to one.
    /// - Returns: the problems.
    public static func problems(
        _ field: FieldSpec, in values: FieldValues, row: (key: String, id: RowID)?
    ) -> [Problem] {
        guard field.visible?.holds(in: values, row: row) ?? true else { return [] }
        let path = row.map { FieldPath($0.key, row: $0.id, cell: field.key) } ?? field.path
        var problems: [Problem] = []
        let isMissing = values[path].isEmpty && (field.columns.isEmpty || values.rows(of: field.key).isEmpty)
        if isMissing, field.required?.holds(in: values, row: row) == true {
            problems.append(
                Problem(
                    path, .refusal,
                    Label(
                        Texts.fill(Texts.required, ["f": field.label.zh]).zh,
                        Texts.fill(Texts.required, ["f": field.label.en]).en)))
        }
        for constraint in field.constraints where !constraint.condition.holds(in: values, row: row) {
            problems.append(Problem(path, .refusal, constraint.message, source: constraint.source))
        }
        guard row == nil else { return problems }
        for id in values.rows(of: field.key) {
            problems += field.columns.flatMap { Self.problems($0, in: values, row: (field.key, id)) }
        }
        return problems
    }
}
