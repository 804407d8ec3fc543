import Desk
import Transfer

/// Values that are being changed by assignments or JSON.
struct ValueEdit {
    let desk: Desk
    let type: RecordType
    /// How they stand now.
    private(set) var values: FieldValues
    /// Whether a saved record is changed; then a masked value is left as it is.
    let isSaved: Bool
    /// The keys that were given.
    private(set) var given: Set<String> = []
    /// The rows by which indices count: those there were, and those added since.
    private var rows: [String: [RowID]] = [:]
    /// The rows that were added, and the cells that were given.
    private var added: Set<RowID> = []
    private var givenCells: Set<FieldPath> = []
    /// The paths that were given, each once.
    private var paths: Set<String> = []

    /// Starts with the first values of a new record.
    init(newRecordOf type: RecordType, _ desk: Desk) {
        self.init(type: type, desk, values: desk.newValues(of: type), isSaved: false)
    }

    /// Starts with a saved record.
    init(_ record: Record, _ type: RecordType, _ desk: Desk) {
        self.init(type: type, desk, values: record.values, isSaved: true)
    }

    private init(type: RecordType, _ desk: Desk, values: FieldValues, isSaved: Bool) {
        self.desk = desk
        self.type = type
        self.values = values
        self.isSaved = isSaved
        for field in type.fields where !field.columns.isEmpty { rows[field.key] = values.rows(of: field.key) }
    }

    /// Takes one assignment over.
    mutating func set(_ assignment: Assignment) throws(CommandFailure) {
        let field = try FieldNames.field(assignment.field, among: type.fields, of: type.id.rawValue)
        try once("\(field.key)[\(assignment.row ?? -1)].\(assignment.cell ?? "")")
        given.insert(field.key)
        guard let index = assignment.row else {
            if case .rows = field.kind, assignment.text.isEmpty {
                for row in values.rows(of: field.key) { values.removeRow(row, from: field.key) }
                return
            }
            values[field.key] = try FieldReader(desk: desk).value(assignment.text, in: field)
            return
        }
        guard !field.columns.isEmpty else {
            throw CommandFailure(
                .usage,
                Label(
                    "\(field.label.zh) \(field.key) 不是子表，去掉 [\(index)]。",
                    "\(field.label.en) \(field.key) is no sub-table: leave [\(index)] out."))
        }
        guard let name = assignment.cell else {
            guard assignment.text.isEmpty, let row = rows[field.key]?[safe: index] else {
                throw outOfRange(field, index)
            }
            values.removeRow(row, from: field.key)
            return
        }
        let cell = try FieldNames.field(name, among: field.columns, of: "\(type.id).\(field.key)")
        let row = try row(index, of: field)
        givenCells.insert(FieldPath(field.key, row: row, cell: cell.key))
        values[FieldPath(field.key, row: row, cell: cell.key)] = try FieldReader(desk: desk).value(
            assignment.text, in: cell)
    }

    /// Takes one member of a JSON object over.
    mutating func set(_ member: Value.Member) throws(CommandFailure) {
        let field = try FieldNames.field(member.name, among: type.fields, of: type.id.rawValue)
        try once("\(field.key)[-1].")
        given.insert(field.key)
        if isMasked(member.value) {
            try keepMasked(field)
        } else if case .rows(let columns) = field.kind {
            try replaceRows(of: field, columns, with: member.value)
        } else {
            values[field.key] = try FieldReader(desk: desk).value(member.value, in: field)
        }
    }

    /// What follows from other fields before a new record is saved.
    ///
    /// A visit of another day did not begin at this minute, and nobody was told today of whom it is not said that they were told.
    mutating func complete() {
        dropUnaskedCells()
        guard !isSaved else { return }
        for field in type.fields where field.initial != nil && !given.contains(field.key) {
            if let visible = field.visible, !visible.holds(in: values) { values[field.key] = .null }
        }
        let isAnotherDay = type.fields.contains {
            $0.initial == .today && given.contains($0.key) && values[$0.key] != desk.today.stored
        }
        guard isAnotherDay else { return }
        for field in type.fields where field.initial == .now && !given.contains(field.key) {
            values[field.key] = .null
        }
    }

    /// First values of cells that nobody is asked for in rows that were added.
    private mutating func dropUnaskedCells() {
        for table in type.fields {
            for row in values.rows(of: table.key) where added.contains(row) {
                for cell in table.columns where cell.initial != nil {
                    let path = FieldPath(table.key, row: row, cell: cell.key)
                    guard let visible = cell.visible, !givenCells.contains(path) else { continue }
                    if !visible.holds(in: values, row: (table.key, row)) { values[path] = .null }
                }
            }
        }
    }

    /// Adds a row with its first values.
    private mutating func addRow(_ row: RowID, to field: FieldSpec, place: Int? = nil) {
        values.addRow(row, to: field.key, place: place)
        added.insert(row)
        for (cell, value) in desk.newRow(of: field) { values[FieldPath(field.key, row: row, cell: cell)] = value }
    }

    private mutating func row(_ index: Int, of field: FieldSpec) throws(CommandFailure) -> RowID {
        let known = rows[field.key] ?? []
        if let row = known[safe: index] { return row }
        guard index == known.count else { throw outOfRange(field, index) }
        let row = desk.newRowID()
        addRow(row, to: field)
        rows[field.key, default: []].append(row)
        return row
    }

    private mutating func replaceRows(
        of field: FieldSpec, _ columns: [FieldSpec], with json: Value
    ) throws(CommandFailure) {
        let list: [Value]
        switch json {
        case .null: list = []
        case .list(let elements) where elements.allSatisfy({ $0.members != nil }): list = elements
        default:
            throw CommandFailure(
                .usage,
                Label(
                    "\(field.label.zh) \(field.key)：这里要对象的列表。", "\(field.label.en) \(field.key) is a list of objects."))
        }
        let before = values
        let known = Set(before.rows(of: field.key))
        for row in known { values.removeRow(row, from: field.key) }
        let kept = list.map { $0[RecordLines.rowName]?.text.map { RowID($0) } }.map { row in
            row.flatMap { known.contains($0) ? $0 : nil }
        }
        // Places are only written anew when the order is another one: nobody else's rows move for nothing.
        let isInOrder =
            kept.compactMap(\.self) == before.rows(of: field.key).filter { kept.contains($0) }
            && kept.drop { $0 != nil }.allSatisfy { $0 == nil }
        for (index, object) in list.enumerated() {
            let row = kept[index] ?? desk.newRowID()
            let place = known.contains(row) ? before.place(of: row, in: field.key) : nil
            let wanted = isInOrder ? place : index + 1
            if known.contains(row) {
                values.addRow(row, to: field.key, place: wanted)
            } else {
                addRow(row, to: field, place: wanted)
            }
            for member in object.members ?? [] where !member.name.hasPrefix("@") {
                let cell = try FieldNames.field(member.name, among: columns, of: "\(type.id).\(field.key)")
                let path = FieldPath(field.key, row: row, cell: cell.key)
                givenCells.insert(path)
                if isMasked(member.value) {
                    try keepMasked(cell)
                    values[path] = before[path]
                } else {
                    values[path] = try FieldReader(desk: desk).value(member.value, in: cell)
                }
            }
        }
    }

    private func isMasked(_ json: Value) -> Bool { json[RecordLines.maskedName] != nil }

    private func keepMasked(_ field: FieldSpec) throws(CommandFailure) {
        guard isSaved else {
            throw CommandFailure(
                .usage,
                Label(
                    "\(field.label.zh) \(field.key)：这是隐藏后的内容，不能当作原值保存。请用 show --json --reveal 取得原值。",
                    "\(field.label.en) \(field.key): this is a hidden value and cannot be saved. Get the value with show --json --reveal."
                ))
        }
    }

    private mutating func once(_ path: String) throws(CommandFailure) {
        guard paths.insert(path).inserted else {
            let name = path.prefix { $0 != "[" }
            throw CommandFailure(
                .usage, Label("字段 \(name) 写了两次，请只写一次。", "The field \(name) is given twice: give it once."))
        }
    }

    private func outOfRange(_ field: FieldSpec, _ index: Int) -> CommandFailure {
        let count = rows[field.key]?.count ?? 0
        return CommandFailure(
            .usage,
            Label(
                "\(field.label.zh) \(field.key) 有 \(count) 行，没有第 [\(index)] 行。新的一行写 [\(count)]，每格一个：\(field.key)[\(count)].字段=值",
                "\(field.label.en) \(field.key) has \(count) rows and no [\(index)]. A new row is [\(count)], cell by cell: \(field.key)[\(count)].FIELD=VALUE"
            ))
    }
}

extension Array {
    /// The element at a place; `nil` outside.
    subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
