import Desk
import Interface
import Records

/// Deleted records of every kind that the officer may read: Enter restores one.
final class TrashList: Layer, Reloading {
    private let workspace: Workspace
    private var records: [Record] = []
    private var list = ListView(
        columns: [ListColumn(width: .flexible(min: 30, share: 1)), ListColumn(width: .fixed(18), alignment: .right)],
        emptyText: NotebookTexts.noTrash)

    init(_ workspace: Workspace) {
        self.workspace = workspace
        _ = reload()
    }

    func reload() -> Bool {
        let desk = workspace.desk
        records = desk.types.flatMap { (try? desk.deleted($0.id)) ?? [] }
            .sorted { ($0.latest?.moment.milliseconds ?? 0) > ($1.latest?.moment.milliseconds ?? 0) }
        return true
    }

    var contexts: [KeyContext] { [.list] }
    var situation: Situation { Situation(records.isEmpty ? [.canUndo, .canRedo] : [.selection, .canUndo, .canRedo]) }

    func draw(into canvas: inout Canvas, area: Rect, look: Look) {
        canvas.write(look.text(NotebookTexts.trash), row: 0, column: 1, in: area, style: look[.title])
        let place = Rect(
            row: area.origin.row + 2, column: area.origin.column, rows: area.size.rows - 2, columns: area.size.columns)
        list.draw(into: &canvas, area: place, look: look, source: source)
    }

    func handle(_ input: Input) -> LayerResult {
        if list.handle(input, in: source) { return .consumed }
        switch input {
        case .action(StandardActions.open):
            guard records.indices.contains(list.selected) else { return .consumed }
            let id = records[list.selected].id
            return workspace.attempt { () throws(DeskError) in
                try workspace.desk.restore(id)
                workspace.changed()
                return .notice(Notice(PaneTexts.fill(NotebookTexts.restored, workspace.caption(of: id)), .done))
            }
        case .action(StandardActions.back): return .close
        default: return .ignored
        }
    }

    private var source: RowSource {
        RowSource(count: records.count) { [records, workspace] range in
            records[range].map { record in
                let day = record.latest.map { DayText.short($0.moment, today: workspace.desk.today) } ?? ""
                return ListRow([
                    StyledLine(workspace.text(workspace.caption(of: record.id))),
                    StyledLine(workspace.text(Texts.fill(NotebookTexts.deletedOn, ["d": day])), .dim),
                ])
            }
        }
    }
}
