/// Puts stored values into words, the same in lists, forms, print and on the command line.
public struct ValueText {
    /// The language of code tables and units.
    public let language: Language
    /// Whether masked values are shown whole, as Ctrl-E asks.
    public let showsMasked: Bool
    /// Names the record that a reference points to; `nil` when there is none or the reader may not know of it.
    private let title: (RecordID) -> String?

    /// Makes one.
    ///
    /// - Parameters:
    ///   - language: the language of code tables and units.
    ///   - showsMasked: whether masked values are shown whole.
    ///   - title: names the record that a reference points to.
    public init(language: Language, showsMasked: Bool = false, title: @escaping (RecordID) -> String? = { _ in nil }) {
        self.language = language
        self.showsMasked = showsMasked
        self.title = title
    }

    /// A value in words.
    ///
    /// - Parameters:
    ///   - value: the stored value.
    ///   - field: the field it stands in.
    /// - Returns: text; empty when there is no value. A value that the field's kind does not explain is shown as stored, never dropped.
    public func text(of value: Value, in field: FieldSpec) -> String {
        guard !value.isEmpty else { return "" }
        if field.sensitivity != .plain, !showsMasked { return Self.masked(plainText(of: value, as: field.kind)) }
        return plainText(of: value, as: field.kind)
    }

    /// A number of 分 as an amount of money: `¥800.00`.
    ///
    /// - Parameter fen: the amount in 分.
    /// - Returns: figures with two decimals.
    public static func money(_ fen: Int) -> String {
        let whole = fen.magnitude / 100
        let rest = fen.magnitude % 100
        return (fen < 0 ? "-" : "") + "¥\(whole)." + (rest < 10 ? "0" : "") + "\(rest)"
    }

    /// Asterisks and the last four characters; the first six digits of an identity number would tell the place of origin.
    ///
    /// - Parameter text: the whole value.
    /// - Returns: at most eight characters.
    public static func masked(_ text: String) -> String {
        text.count <= 4 ? String(repeating: "*", count: text.count) : "****" + text.suffix(4)
    }

    private func plainText(of value: Value, as kind: FieldKind) -> String {
        switch (kind, value) {
        case (.choice(let table), .text(let code)): table.label(of: code)?[language] ?? code
        case (.choices(let table), .list(let codes)):
            joined(codes.map { $0.text.map { table.label(of: $0)?[language] ?? $0 } ?? JSONWriter.text(of: $0) })
        case (.reference, .text(let id)): title(RecordID(id)) ?? id
        case (.references, .list(let ids)): joined(ids.map { $0.text.map { title(RecordID($0)) ?? $0 } ?? "" })
        case (.money, .number(let fen)): Self.money(fen)
        case (.number(let unit), .number(let number)): "\(number)" + (unit?[language] ?? "")
        case (.yesNo, .bool(let bool)): language == .zh ? (bool ? "是" : "否") : (bool ? "yes" : "no")
        case (.moment, .text(let text)): text.replacing("T", with: " ", maxReplacements: 1)
        case (_, .text(let text)): text
        case (_, .number(let number)): "\(number)"
        case (_, .bool(let bool)): language == .zh ? (bool ? "是" : "否") : (bool ? "yes" : "no")
        default: JSONWriter.text(of: value)
        }
    }

    private func joined(_ texts: [String]) -> String { texts.joined(separator: language == .zh ? "、" : ", ") }
}
