public import Records

extension Form {
    /// A problem as a sentence of its own, away from its field: it names the field and the article behind it.
    ///
    /// - Parameter problem: the problem.
    /// - Returns: one line.
    public func sentence(_ problem: Problem) -> Label {
        let source = problem.source.map { Label("（\($0)）", " (\($0))") } ?? Label("", "")
        let message = Label(problem.message.zh + source.zh, problem.message.en + source.en)
        guard let field = field(at: problem.path), !problem.message.zh.contains(field.label.zh) else { return message }
        return Label("\(field.label.zh)：\(message.zh)", "\(field.label.en): \(message.en)")
    }

    private func field(at path: FieldPath?) -> FieldSpec? {
        guard let path else { return nil }
        if let field = specs[path] { return field }
        let table = sections.lazy.flatMap(\.fields).first { $0.key == path.key }
        return table?.columns.first { $0.key == path.cell } ?? table
    }
}
