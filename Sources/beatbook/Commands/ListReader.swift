import Desk

/// Reads `--where` and `--sort`.
struct ListReader {
    let desk: Desk
    let type: RecordType

    /// The query that is meant.
    ///
    /// Only fields that are declared for it can be asked by: a matter's source is counted and never listed (RIGHTS.md rule 9), and
    /// whoever declined a visit is not looked for (rule 6).
    func query(_ conditions: [String], sort: String?) throws(CommandFailure) -> ListQuery {
        var query = ListQuery(type.id)
        for condition in conditions { query.filters.append(try filter(condition)) }
        if let sort {
            let isDescending = sort.hasPrefix("-")
            let field = try field(isDescending ? String(sort.dropFirst()) : sort)
            query.order = .field(field.key, descending: isDescending)
        }
        return query
    }

    private func filter(_ text: String) throws(CommandFailure) -> ListFilter {
        let condition = try Assignment(text)
        guard condition.row == nil else {
            throw CommandFailure(
                .usage, Label("--where 不能按子表查。", "--where does not look into sub-tables."))
        }
        if let key = type.derivedKeys.first(where: { $0.key == condition.field }) {
            return condition.text.isEmpty ? .isEmpty(key.key) : .equals(key.key, .text(condition.text))
        }
        let field = try field(condition.field)
        let reader = FieldReader(desk: desk)
        if let range = try range(condition.text, field, reader) { return range }
        let value = try reader.value(condition.text, in: field)
        if type.id == Visit.type.id, field.key == Visit.outcome.key, value == VisitOutcome.declined.stored {
            throw CommandFailure(
                .refused,
                Label(
                    "谢绝走访是住户的权利，不能据此查人。",
                    "Declining a visit is a right: nobody is looked for by it."))
        }
        switch value {
        case .null: return .isEmpty(field.key)
        case .list(let list): return .oneOf(field.key, list)
        default: return .equals(field.key, value)
        }
    }

    /// `date=2026-09-01..2026-09-30`; either end may be left open.
    private func range(_ text: String, _ field: FieldSpec, _ reader: FieldReader) throws(CommandFailure) -> ListFilter?
    {
        switch field.kind {
        case .day, .moment, .number, .money: break
        default: return nil
        }
        guard let dots = text.firstRange(of: "..") else { return nil }
        let first = try reader.value(String(text[..<dots.lowerBound]), in: field)
        let last = try reader.value(String(text[dots.upperBound...]), in: field)
        return .range(field.key, from: first == .null ? nil : first, through: last == .null ? nil : last)
    }

    private func field(_ name: String) throws(CommandFailure) -> FieldSpec {
        let field = try FieldNames.field(name, among: type.fields, of: type.id.rawValue)
        guard field.isIndexed else {
            let names = type.fields.filter(\.isIndexed).map(\.key) + type.derivedKeys.map(\.key)
            throw CommandFailure(
                .usage,
                Label(
                    "不能按 \(field.label.zh) \(field.key) 查或排序。可以用：\(names.joined(separator: "、"))",
                    "\(field.label.en) \(field.key) is not for filtering or sorting. These are: \(names.joined(separator: ", "))"
                ))
        }
        return field
    }
}
