import Desk

/// Reads a reference as it is typed: an identity, a number, or words that one record alone answers to.
struct ReferenceReader {
    let desk: Desk

    /// Reads one reference.
    ///
    /// - Parameters:
    ///   - text: what was typed.
    ///   - field: the field.
    ///   - target: the type it points to.
    /// - Returns: the record.
    /// - Throws: `CommandFailure` with the candidates, or when there is none.
    func record(_ text: String, in field: FieldSpec, target: TypeID) throws(CommandFailure) -> RecordID {
        let name = TextFolding.plain(text)
        for spelling in [name, name.uppercased(), name.lowercased()] {
            if let record = try? desk.record(named: spelling), record.type == target { return record.id }
        }
        let found = try asking { () throws(DeskError) in try desk.candidates(name, of: target, limit: 9) }
        let exact = found.filter { record in
            desk.title(of: record) == name
                || record.type.flatMap { Casework.type($0) }?.title.contains { record.values[$0].text == name } == true
        }
        let answers = exact.isEmpty ? found : exact
        if let record = answers.first, answers.count == 1 { return record.id }
        guard !answers.isEmpty else {
            let label = Casework.type(target)?.label ?? Label(target.rawValue, target.rawValue)
            throw CommandFailure(
                .refused,
                Label(
                    "\(field.label.zh) \(field.key)：没有找到“\(text)”。用 beatbook list \(target) 或 search 查\(label.zh)的编号。",
                    "\(field.label.en) \(field.key): nothing answers to “\(text)”. Look the \(label.en.lowercased()) up with beatbook list \(target) or search."
                ))
        }
        var lines = [
            Label(
                "\(field.label.zh) \(field.key)：“\(text)”不止一条，请写编号：",
                "\(field.label.en) \(field.key): several answer to “\(text)”; write an identity:")
        ]
        for record in answers.prefix(8) {
            let name = record.values["number"].text ?? record.id.rawValue
            lines.append(
                Label(
                    "  \(name)  \(desk.title(of: record, language: .zh))",
                    "  \(name)  \(desk.title(of: record, language: .en))"))
        }
        if answers.count > 8 { lines.append(Label("  …", "  …")) }
        throw CommandFailure(.refused, lines: lines)
    }
}
