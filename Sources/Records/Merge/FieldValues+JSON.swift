extension FieldValues {
    /// The name under which a row carries its identity.
    private static let rowName = "@row"
    /// The name under which a row carries its place in the order.
    private static let placeName = "@place"

    /// The values as one object: fields by key, sub-tables as lists of objects, in order of their keys.
    public var json: Value {
        var members: [Value.Member] = []
        for path in paths where path.row == nil { members.append(.init(path.rawValue, self[path])) }
        for key in rowKeys {
            let cells = Dictionary(grouping: paths.filter { $0.key == key && $0.row != nil }, by: \.row)
            members.append(
                .init(
                    key,
                    .list(
                        rows(of: key).map { row in
                            .object(
                                [
                                    .init(Self.rowName, .text(row.rawValue)),
                                    .init(Self.placeName, .number(place(of: row, in: key))),
                                ]
                                    + (cells[row] ?? []).sorted().map { .init($0.cell ?? "", self[$0]) })
                        })))
        }
        return .object(members.sorted { $0.name < $1.name })
    }

    /// Reads what ``json`` wrote, or what a person wrote in the same shape without row identities.
    ///
    /// It fails when the value is not an object.
    ///
    /// - Parameters:
    ///   - json: an object.
    ///   - newRow: names a row that comes without identity.
    public init?(json: Value, newRow: () -> RowID) {
        guard let members = json.members else { return nil }
        self.init()
        for member in members {
            if let rows = member.value.list, !rows.isEmpty, rows.allSatisfy({ $0.members != nil }) {
                for row in rows {
                    let id = row[Self.rowName]?.text.map { RowID($0) } ?? newRow()
                    addRow(id, to: member.name, place: row[Self.placeName]?.number)
                    for cell in row.members ?? [] where !cell.name.hasPrefix("@") {
                        self[FieldPath(member.name, row: id, cell: cell.name)] = cell.value
                    }
                }
            } else {
                self[FieldPath(member.name)] = member.value
            }
        }
    }
}
