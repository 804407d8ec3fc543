public import Records

/// Records as JSON lines: one object to a line, the same record always in the same bytes.
///
/// `{"id":…,"type":"visit","number":"V2026-A0001","values":{…}}`. Values stand as they are stored: codes, days as
/// `2026-11-21`, money in 分, references as identities. Fields come in the order of the form; what a newer version wrote comes
/// after them, in order of its names.
public struct RecordLines: Sendable {
    /// Whether masked values are written whole.
    ///
    /// Otherwise such a value is an object, `{"masked":"****0001"}`, so that no program takes the asterisks for a number
    /// and nothing reads them back.
    public let showsMasked: Bool

    /// The name under which a row carries its identity.
    public static let rowName = "@row"
    /// The name under which a masked value is written.
    public static let maskedName = "masked"

    /// Makes a writer.
    ///
    /// - Parameter showsMasked: whether masked values are written whole.
    public init(showsMasked: Bool = false) {
        self.showsMasked = showsMasked
    }

    /// A record as one object.
    ///
    /// - Parameters:
    ///   - record: the record.
    ///   - type: its declaration; without it the values stand in order of their names, all masked unless shown.
    /// - Returns: the object.
    public func object(_ record: Record, _ type: RecordType?) -> Value {
        let values = record.values
        var members: [Value.Member] = [
            .init("id", .text(record.id.rawValue)), .init("type", .text(record.type?.rawValue ?? "")),
        ]
        if !values["number"].isEmpty { members.append(.init("number", values["number"])) }
        if record.isDeleted { members.append(.init("deleted", .bool(true))) }
        let conflicts = record.conflicts
        if !conflicts.isEmpty {
            members.append(.init("conflicts", .list(conflicts.map { .text($0.rawValue) })))
        }
        members.append(.init("values", object(values, type)))
        return .object(members)
    }

    /// The values of a record as one object.
    ///
    /// - Parameters:
    ///   - values: the values.
    ///   - type: the declaration.
    /// - Returns: the object.
    public func object(_ values: FieldValues, _ type: RecordType?) -> Value {
        var members: [Value.Member] = []
        let keys = Set(values.paths.map(\.key)).union(values.rowKeys)
        let declared = type?.fields.map(\.key) ?? []
        for key in declared where keys.contains(key) { members.append(member(key, values, type?.field(key))) }
        for key in keys.subtracting(declared).sorted() { members.append(member(key, values, nil)) }
        return .object(members)
    }

    /// A value as it is written for a field.
    ///
    /// - Parameters:
    ///   - value: the stored value.
    ///   - field: the field; `nil` when this version does not know it.
    /// - Returns: the value, or the object that stands for a masked one.
    public func shown(_ value: Value, in field: FieldSpec?) -> Value {
        guard !showsMasked, !value.isEmpty, let field, field.sensitivity != .plain else { return value }
        let text = value.text ?? JSONWriter.text(of: value)
        return .object([.init(Self.maskedName, .text(ValueText.masked(text)))])
    }

    private func member(_ key: String, _ values: FieldValues, _ field: FieldSpec?) -> Value.Member {
        let rows = values.rows(of: key)
        guard !rows.isEmpty else { return .init(key, shown(values[key], in: field)) }
        return .init(key, .list(rows.map { row($0, of: key, values, field) }))
    }

    private func row(_ row: RowID, of key: String, _ values: FieldValues, _ field: FieldSpec?) -> Value {
        let columns = field?.columns ?? []
        let written = Set(values.paths.filter { $0.key == key && $0.row == row }.compactMap(\.cell))
        let declared = columns.map(\.key).filter { written.contains($0) }
        var members: [Value.Member] = [.init(Self.rowName, .text(row.rawValue))]
        for cell in declared + written.subtracting(declared).sorted() {
            let value = values[FieldPath(key, row: row, cell: cell)]
            members.append(.init(cell, shown(value, in: columns.first { $0.key == cell })))
        }
        return .object(members)
    }
}
