import Records

extension Form {
    /// A form for one row of a sub-table.
    ///
    /// What it fills in comes back through ``absorb(_:)``.
    ///
    /// - Parameter scope: the row, as ``FormEvent/openRow(_:)`` names it.
    /// - Returns: the form; `nil` when there is no such sub-table.
    public func rowForm(_ scope: FormScope) -> Form? {
        guard case .row(let key, _) = scope, let field = sections.flatMap(\.fields).first(where: { $0.key == key })
        else { return nil }
        var form = Form(
            title: title, sections: [RecordType.Section(field.label, field.columns)], constraints: [], scope: scope,
            draft: FormDraft(values: values), services: services)
        form.note = note
        return form
    }

    /// Takes over what a row's form filled in; a row in which nothing was entered goes again.
    ///
    /// - Parameter form: the row's form.
    /// - Returns: what the owner has to do.
    public mutating func absorb(_ form: Form) -> FormEvent {
        guard case .row(let key, let id) = form.scope else { return .ignored }
        let before = values
        var after = form.values
        // What a new row starts with was not entered.
        let isEmpty = !after.paths.contains { path in
            path.key == key && path.row == id && freshCells[id]?[path.cell ?? ""] != after[path]
        }
        if isEmpty { after.removeRow(id, from: key) }
        guard after != before else { return .consumed }
        history.append(before)
        future = []
        values = after
        if isEmpty { focus = .addRow(key) }
        problems.removeAll { $0.path?.key == key }
        return .draftChanged
    }

    /// One row of a sub-table as its line shows it.
    func summary(of row: RowID, in field: FieldSpec, look: Look) -> String {
        let parts = field.columns.compactMap { column -> String? in
            // What is not asked for says nothing: the day of a consent that was not given.
            guard column.visible?.holds(in: values, row: (field.key, row)) ?? true else { return nil }
            let value = values[FieldPath(field.key, row: row, cell: column.key)]
            let text = FieldText.shown(value, column.kind, language: look.language, name: services.name)
            guard !text.isEmpty else { return nil }
            return column.sensitivity == .masked ? FieldText.masked(text) : text
        }
        let line = parts.joined(separator: "  ")
        return String(line.map { $0.isNewline ? " " : $0 })
    }

    mutating func handleRows(_ input: Input) -> FormEvent? {
        guard case .action(let action) = input else { return nil }
        switch (focus, action) {
        case (.fold(let number), StandardActions.Form.activate):
            if openSections.remove(number) == nil { openSections.insert(number) }
            return .consumed
        case (.row(let key, let id), StandardActions.Form.activate): return .openRow(.row(key: key, id: id))
        case (.addRow(let key), StandardActions.Form.activate), (.addRow(let key), StandardActions.Form.addRow),
            (.row(let key, _), StandardActions.Form.addRow):
            return addRow(to: key)
        case (.row(let key, let id), StandardActions.Form.deleteRow): return removeRow(id, from: key)
        case (.row(let key, let id), StandardActions.Form.rowUp): return moveRow(id, in: key, by: -1)
        case (.row(let key, let id), StandardActions.Form.rowDown): return moveRow(id, in: key, by: 1)
        case (.addRow, StandardActions.Form.deleteRow), (.addRow, StandardActions.Form.rowUp),
            (.addRow, StandardActions.Form.rowDown):
            return .consumed
        default: return nil
        }
    }

    private mutating func addRow(to key: String) -> FormEvent {
        let id = services.newRow()
        history.append(values)
        future = []
        values.addRow(id, to: key)
        if let field = sections.flatMap(\.fields).first(where: { $0.key == key }) {
            freshCells[id] = services.newCells(field)
            for (cell, value) in freshCells[id] ?? [:] { values[FieldPath(key, row: id, cell: cell)] = value }
        }
        focus = .row(key, id)
        return .openRow(.row(key: key, id: id))
    }

    private mutating func removeRow(_ id: RowID, from key: String) -> FormEvent {
        let rows = values.rows(of: key)
        let place = rows.firstIndex(of: id) ?? 0
        history.append(values)
        future = []
        values.removeRow(id, from: key)
        let left = values.rows(of: key)
        focus = left.isEmpty ? .addRow(key) : .row(key, left[min(place, left.count - 1)])
        return .draftChanged
    }

    /// Exchanges a row with its neighbour: only the two places are written, so that other rows merge untouched.
    private mutating func moveRow(_ id: RowID, in key: String, by step: Int) -> FormEvent {
        let rows = values.rows(of: key)
        guard let place = rows.firstIndex(of: id), rows.indices.contains(place + step) else { return .consumed }
        let other = rows[place + step]
        var mine = values.place(of: id, in: key)
        var theirs = values.place(of: other, in: key)
        history.append(values)
        future = []
        if mine == theirs {
            // Two laptops added a row at the same place: all rows are counted anew.
            for (number, row) in rows.enumerated() { values.addRow(row, to: key, place: number + 1) }
            mine = place + 1
            theirs = place + step + 1
        }
        values.addRow(id, to: key, place: theirs)
        values.addRow(other, to: key, place: mine)
        return .draftChanged
    }
}
