import Desk

/// Puts a refusal or a warning into one line: the field, what is wrong, the rule behind it.
enum ProblemText {
    static func label(_ problem: Problem, type: RecordType?, values: FieldValues? = nil) -> Label {
        let field = field(problem.path, type, values)
        let source = problem.source.map { Label("（\($0)）", " (\($0))") } ?? Label("", "")
        return Label(
            (field.map { "\($0.zh)：" } ?? "") + problem.message.zh + source.zh,
            (field.map { "\($0.en): " } ?? "") + problem.message.en + source.en)
    }

    /// `谈话记要 notes`, `当事人 parties[0].name`: the label and the name to type.
    private static func field(_ path: FieldPath?, _ type: RecordType?, _ values: FieldValues?) -> Label? {
        guard let path, path != .life else { return nil }
        var name = path.key
        if let row = path.row, let index = values?.rows(of: path.key).firstIndex(of: row) { name += "[\(index)]" }
        if let cell = path.cell { name += ".\(cell)" }
        guard let field = type?.field(at: path) else { return Label(name, name) }
        return Label("\(field.label.zh) \(name)", "\(field.label.en) \(name)")
    }
}
