import Casework
import Desk
import Interface
import Records

extension RecordForm {
    /// What stands above the form: 新走访, or the kind and the record's title.
    static func heading(_ type: RecordType, base: Record?, workspace: Workspace) -> Label {
        guard let base else { return Label("新\(type.label.zh)", "New \(type.label.en.lowercased())") }
        return Label(
            "\(type.label.zh) · \(workspace.desk.title(of: base, language: .zh))",
            "\(type.label.en): \(workspace.desk.title(of: base, language: .en))")
    }

    /// What the form asks the desk for.
    static func services(_ workspace: Workspace, type: RecordType, base: Record?) -> FormServices {
        let desk = workspace.desk
        let remarks = base.map { Self.remarks(on: $0) } ?? [:]
        return FormServices(
            clock: EntryClock(today: desk.today, zoneMinutes: desk.now.zoneMinutes),
            direction: { TypedValue.looksAhead($0) ? .ahead : .back }, matcher: .pinyin,
            lookup: { field, text in
                switch field.kind {
                case .reference(let target), .references(let target):
                    ((try? desk.candidates(text, of: target)) ?? []).map {
                        Candidate($0.id, title: desk.title(of: $0, language: workspace.look.language))
                    }
                default: []
                }
            },
            name: { id in
                ((try? desk.record(id, includingDeleted: true)).map {
                    desk.title(of: $0, language: workspace.look.language)
                }) ?? ""
            },
            check: { desk.problems(in: $0, of: type, base: base) },
            remark: { remarks[$0] }, newRow: { desk.newRowID() },
            newCells: { desk.newRow(of: $0) })
    }

    /// What is in conflict: a field, and each row in which something is.
    private static func remarks(on base: Record) -> [FieldPath: Label] {
        var remarks: [FieldPath: Label] = [:]
        for path in base.conflicts {
            remarks[path] = PaneTexts.inConflict
            if let row = path.row { remarks[FieldPath(path.key, row: row)] = PaneTexts.rowInConflict }
        }
        return remarks
    }
}
