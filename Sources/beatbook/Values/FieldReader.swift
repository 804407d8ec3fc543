import Desk

/// Reads what is given for a field, typed or as JSON, into the value that is stored.
struct FieldReader {
    let desk: Desk

    /// Reads what was typed.
    ///
    /// - Parameters:
    ///   - text: what was typed; nothing empties the field.
    ///   - field: the field; no sub-table.
    /// - Returns: the value.
    /// - Throws: `CommandFailure` with what is understood.
    func value(_ text: String, in field: FieldSpec) throws(CommandFailure) -> Value {
        guard text.contains(where: { !$0.isWhitespace }) else { return .null }
        switch field.kind {
        // A long text keeps every line and space.
        case .longText: return .text(text)
        case .choice(let table): return .text(try ChoiceReader.code(text, in: field, table))
        case .choices(let table):
            // A label may hold the very mark that parts labels.
            if let row = table.rows.first(where: { $0.label.zh == text }) { return .list([.text(row.code)]) }
            var codes: [Value] = []
            for piece in Self.pieces(text) {
                let code = Value.text(try ChoiceReader.code(piece, in: field, table))
                if !codes.contains(code) { codes.append(code) }
            }
            return .list(codes)
        case .yesNo: return .bool(try yesNo(text, field))
        case .reference(let target):
            return try ReferenceReader(desk: desk).record(text, in: field, target: target).stored
        case .references(let target):
            var ids: [Value] = []
            for piece in Self.pieces(text) {
                let id = try ReferenceReader(desk: desk).record(piece, in: field, target: target).stored
                if !ids.contains(id) { ids.append(id) }
            }
            return .list(ids)
        case .rows:
            throw CommandFailure(
                .usage,
                Label(
                    "\(field.label.zh) 是子表，写成 \(field.key)[0].字段=值，或用 JSON。",
                    "\(field.label.en) is a sub-table: write \(field.key)[0].FIELD=VALUE, or give JSON."))
        default:
            do throws(EntryError) {
                return try TypedValue.value(of: text, in: field, now: desk.now)
            } catch {
                throw CommandFailure(
                    .refused,
                    Label(
                        "\(field.label.zh) \(field.key)：\(error.message.zh)",
                        "\(field.label.en) \(field.key): \(error.message.en)"))
            }
        }
    }

    /// Reads a JSON value: as stored, or a text as it would be typed.
    ///
    /// - Parameters:
    ///   - json: the value; a whole number for money counts 分, a text counts 元.
    ///   - field: the field; no sub-table.
    /// - Returns: the value.
    /// - Throws: `CommandFailure` when the value is of a kind that the field does not hold.
    func value(_ json: Value, in field: FieldSpec) throws(CommandFailure) -> Value {
        switch (json, field.kind) {
        case (.null, _): return .null
        case (.text(let text), _): return try value(text, in: field)
        case (.number, .number), (.number, .money), (.bool, .yesNo): return json
        case (.number(let number), .choice(let table)):
            return .text(try ChoiceReader.code("\(number)", in: field, table))
        case (.list(let list), .choices), (.list(let list), .references):
            var result: [Value] = []
            for element in list {
                guard let text = element.text else { throw unfit(field) }
                // Each element is one: a list holds no lists.
                let one = try single(text, field)
                if !result.contains(one) { result.append(one) }
            }
            return .list(result)
        default: throw unfit(field)
        }
    }

    private func single(_ text: String, _ field: FieldSpec) throws(CommandFailure) -> Value {
        switch field.kind {
        case .choices(let table): .text(try ChoiceReader.code(text, in: field, table))
        case .references(let target):
            try ReferenceReader(desk: desk).record(text, in: field, target: target).stored
        default: .text(text)
        }
    }

    private func unfit(_ field: FieldSpec) -> CommandFailure {
        CommandFailure(
            .usage,
            Label(
                "\(field.label.zh) \(field.key)：这里要 \(field.kind.name)，给出的 JSON 值不是。见 beatbook fields。",
                "\(field.label.en) \(field.key) holds \(field.kind.name); the JSON value given is something else. See beatbook fields."
            ))
    }

    private func yesNo(_ text: String, _ field: FieldSpec) throws(CommandFailure) -> Bool {
        switch TextFolding.plain(text).lowercased() {
        case "是", "yes", "y", "true", "1", "有", "对": return true
        case "否", "no", "n", "false", "0", "无", "没有", "不": return false
        default:
            throw CommandFailure(
                .refused,
                Label(
                    "\(field.label.zh) \(field.key)：请写 是 或 否。", "\(field.label.en) \(field.key): write yes or no."))
        }
    }

    private static func pieces(_ text: String) -> [String] {
        text.split { "、，,；;".contains($0) }.map { TextFolding.plain($0) }.filter { !$0.isEmpty }
    }
}
