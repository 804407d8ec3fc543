import Desk

/// Reads a code as it is typed: the code itself, its Chinese or English label, the beginning of one, or pinyin initials.
enum ChoiceReader {
    /// Reads one code.
    ///
    /// - Parameters:
    ///   - text: what was typed.
    ///   - field: the field, whose table is asked.
    ///   - table: the codes.
    /// - Returns: the code.
    /// - Throws: `CommandFailure` with the codes that it might be.
    static func code(_ text: String, in field: FieldSpec, _ table: CodeTable) throws(CommandFailure) -> String {
        let wanted = TextFolding.plain(text).lowercased()
        let tests: [(CodeTable.Row) -> Bool] = [
            { $0.code.lowercased() == wanted },
            { $0.label.zh == text || TextFolding.plain($0.label.zh).lowercased() == wanted },
            { $0.label.en.lowercased() == wanted },
            { $0.label.zh.hasPrefix(text) || $0.label.en.lowercased().hasPrefix(wanted) },
            { $0.label.zh.contains(text) || Pinyin.matches(query: wanted, text: $0.label.zh, isName: false) != nil },
        ]
        for test in tests {
            let found = table.rows.filter(test)
            if let row = found.first, found.count == 1 { return row.code }
            if found.count > 1 { throw ambiguous(text, field, found) }
        }
        throw unknown(text, field, table)
    }

    private static func ambiguous(_ text: String, _ field: FieldSpec, _ rows: [CodeTable.Row]) -> CommandFailure {
        CommandFailure(
            .refused,
            Label(
                "\(field.label.zh) \(field.key)：“\(text)”不止一个意思：\(list(rows, .zh))",
                "\(field.label.en) \(field.key): “\(text)” may mean: \(list(rows, .en))"))
    }

    private static func unknown(_ text: String, _ field: FieldSpec, _ table: CodeTable) -> CommandFailure {
        let most = 20
        let more = table.rows.count > most
        return CommandFailure(
            .refused,
            Label(
                "\(field.label.zh) \(field.key)：没有“\(text)”。可选：\(list(table.rows.prefix(most), .zh))\(more ? " …（见 beatbook fields）" : "")",
                "\(field.label.en) \(field.key): there is no “\(text)”. Choose: \(list(table.rows.prefix(most), .en))\(more ? " … (see beatbook fields)" : "")"
            ))
    }

    private static func list(_ rows: some Collection<CodeTable.Row>, _ language: Language) -> String {
        rows.map { "\($0.code) \($0.label[language])" }.joined(separator: language == .zh ? "、" : ", ")
    }
}
