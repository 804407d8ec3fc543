public import Records

/// Text that is not saved yet, kept so that nothing typed is lost.
public struct Draft: Hashable, Sendable, Identifiable {
    /// Names the draft among the officer's.
    public let id: String
    /// What is being written.
    public let type: TypeID
    /// The record as it was when the form was opened; `nil` for a new one.
    public internal(set) var base: Record?
    /// What stands in the form.
    public var values: FieldValues
    /// What was typed and could not be read yet, such as half a date, as it was typed.
    public var unread: [FieldPath: String] = [:]
    /// When it was kept last.
    public var moment: Moment

    /// Makes a draft.
    ///
    /// - Parameters:
    ///   - id: names the draft among the officer's.
    ///   - type: what is being written.
    ///   - base: the record as it was when the form was opened.
    ///   - values: what stands in the form.
    ///   - moment: when it was kept last.
    public init(id: String, type: TypeID, base: Record?, values: FieldValues, moment: Moment) {
        self.id = id
        self.type = type
        self.base = base
        self.values = values
        self.moment = moment
    }

    /// The draft as stored.
    var bytes: [UInt8] {
        var members: [Value.Member] = [
            .init("draft", .text(id)), .init("type", .text(type.rawValue)),
            .init("ms", .number(moment.milliseconds)), .init("zone", .number(moment.zoneMinutes)),
            .init("values", values.json),
        ]
        if !unread.isEmpty {
            members.append(
                .init(
                    "unread",
                    .object(unread.sorted { $0.key < $1.key }.map { .init($0.key.rawValue, .text($0.value)) })))
        }
        if let base { members.append(.init("base", base.dump)) }
        return JSONWriter.bytes(of: .object(members))
    }

    /// Reads what ``bytes`` wrote; it fails on anything else.
    ///
    /// - Parameter bytes: the stored draft.
    init?(bytes: [UInt8]) {
        guard let json = try? JSONReader.value(of: bytes), let id = json["draft"]?.text, let type = json["type"]?.text,
            let milliseconds = json["ms"]?.number, let zone = json["zone"]?.number, let stored = json["values"],
            let values = FieldValues(json: stored, newRow: { RowID("0") })
        else { return nil }
        self.init(
            id: id, type: TypeID(type), base: json["base"].flatMap { Record(dump: $0) }, values: values,
            moment: Moment(milliseconds: milliseconds, zoneMinutes: zone))
        for member in json["unread"]?.members ?? [] { unread[FieldPath(member.name)] = member.value.text }
    }

    /// The first words that were typed, by which the officer recognises the draft; at most 40 characters.
    ///
    /// - Parameter type: the declaration of what is being written.
    /// - Returns: the longest text's first line, or an empty text.
    public func firstLine(of type: RecordType) -> String {
        let texts = type.fields.filter { $0.kind == .longText || $0.kind == .text }.compactMap { values[$0.key].text }
        let longest = texts.max { $0.utf8.count < $1.utf8.count } ?? ""
        return String(longest.prefix { !$0.isNewline }.prefix(40))
    }
}
