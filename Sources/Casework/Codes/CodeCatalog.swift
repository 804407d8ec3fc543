internal import Records

/// The code tables that Casework ships: national and unit tables with their English, and the room's own.
///
/// They are read once from the embedded files. A table that cannot be read is empty, which a test would notice.
enum CodeCatalog {
    /// A shipped table.
    ///
    /// - Parameters:
    ///   - id: its name in the data files.
    ///   - first: codes to offer before the others, in this order.
    /// - Returns: the table; empty when there is none of that name.
    static func table(_ id: String, first: [String] = []) -> CodeTable {
        let rows = rows(of: id)
        guard !first.isEmpty else { return CodeTable(id: id, rows: rows) }
        let front = first.compactMap { code in rows.first { $0.code == code } }
        return CodeTable(id: id, rows: front + rows.filter { !first.contains($0.code) })
    }

    /// The names of all shipped tables.
    static var names: [String] {
        ((official.members ?? []) + (own.members ?? [])).map(\.name).filter { !$0.hasPrefix("_") }
    }

    /// The relations that nearly every household needs.
    static var commonRelations: [String] {
        official["relation_GBT4761_2008"]?["short_list"]?.list?.compactMap(\.text) ?? []
    }

    private static let official = read(PackageResources.codes_json)
    private static let english = read(PackageResources.codes_en_json)
    private static let own = read(PackageResources.codes_room_json)

    private static func read(_ bytes: [UInt8]) -> Value { (try? JSONReader.value(of: bytes)) ?? .null }

    private static func rows(of id: String) -> [CodeTable.Row] {
        if let table = own[id]?.list {
            return table.compactMap { row in
                guard let cells = row.list?.compactMap(\.text), cells.count == 3 else { return nil }
                return CodeTable.Row(cells[0], Label(cells[1], cells[2]))
            }
        }
        let names = english[id]
        func row(_ code: String, _ cells: [String]) -> CodeTable.Row {
            let zh = cells.first ?? code
            let notes = english["_notes"]?[id]?[code]?.list?.compactMap(\.text) ?? []
            let note =
                cells.count < 2
                ? nil : Label(cells.dropFirst().joined(separator: "；"), notes.joined(separator: "; "))
            return CodeTable.Row(code, Label(zh, names?[code]?.text ?? zh), note: note)
        }
        switch official[id]?["rows"] {
        case .object(let members):
            return members.map { row($0.name, [$0.value.text ?? $0.name]) }
        case .list(let list):
            return list.compactMap { entry in
                guard let cells = entry.list?.compactMap(\.text), let code = cells.first else { return nil }
                return row(code, Array(cells.dropFirst()))
            }
        default: return []
        }
    }
}
