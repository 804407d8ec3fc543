public import Records

/// How values are written for reading and for typing.
public enum FieldText {
    /// A value as it is read in a form or list.
    ///
    /// - Parameters:
    ///   - value: the value.
    ///   - kind: what kind of value it is.
    ///   - language: the language of labels.
    ///   - name: gives the title of a record that is referred to.
    /// - Returns: one row, or several for a long text; empty when there is no value.
    public static func shown(
        _ value: Value, _ kind: FieldKind, language: Language, name: (RecordID) -> String = { $0.rawValue }
    ) -> String {
        switch (kind, value) {
        case (_, .null): return ""
        case (.choice(let table), .text(let code)): return table.label(of: code)?[language] ?? code
        case (.choices(let table), .list(let codes)):
            return codes.compactMap(\.text).map { table.label(of: $0)?[language] ?? $0 }
                .joined(separator: separator(language))
        case (.day, .text(let text)):
            guard let day = CalendarDay(text) else { return text }
            return "\(day) \(Texts.weekday(day.weekday)[language])"
        case (.moment, .text(let text)): return String(text.prefix(16)).replacingT
        case (.number(let unit), .number(let number)):
            return unit.map { "\(number) \($0[language])" } ?? "\(number)"
        case (.money, .number(let amount)):
            return AmountEntry.text(money: amount) + (language == .zh ? " 元" : " yuan")
        case (_, .bool(let yes)): return (yes ? Texts.yes : Texts.no)[language]
        case (.reference, .text(let id)): return name(RecordID(id))
        case (.references, .list(let ids)):
            return ids.compactMap(\.text).map { name(RecordID($0)) }.joined(separator: separator(language))
        case (_, .text(let text)): return text
        case (_, .number(let number)): return "\(number)"
        case (_, .list(let list)): return list.compactMap(\.text).joined(separator: separator(language))
        case (_, .decimal(let text)): return text
        case (_, .object): return ""
        }
    }

    /// A value as it stands in its field while it is edited.
    ///
    /// - Parameters:
    ///   - value: the value.
    ///   - kind: what kind of value it is.
    /// - Returns: the text; ``TypedValue`` reads it back.
    static func typed(_ value: Value, _ kind: FieldKind) -> String {
        switch (kind, value) {
        case (.moment, .text(let text)): String(text.prefix(16)).replacingT
        case (.money, .number(let amount)): AmountEntry.text(money: amount)
        case (_, .number(let number)): "\(number)"
        case (.phone, .list(let list)): list.compactMap(\.text).joined(separator: " ")
        case (_, .text(let text)): text
        default: ""
        }
    }

    /// A masked value: asterisks and the last four characters.
    ///
    /// - Parameter text: the value as it would be shown.
    /// - Returns: as many characters; all asterisks when there are no more than four.
    public static func masked(_ text: String) -> String {
        guard text.count > 4 else { return String(repeating: "*", count: text.count) }
        return String(repeating: "*", count: text.count - 4) + text.suffix(4)
    }

    private static func separator(_ language: Language) -> String { language == .zh ? "、" : ", " }
}

extension String {
    /// The stored form of a moment, `2026-11-21T14:10`, as it is read.
    fileprivate var replacingT: String { String(map { $0 == "T" ? " " : $0 }) }
}
