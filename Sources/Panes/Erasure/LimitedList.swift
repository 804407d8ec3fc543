import Desk
import Interface
import Records

/// The records whose use is limited; Enter ends a limit.
final class LimitedList: Layer, Reloading, RecordHolder {
    private let workspace: Workspace
    private var records: [Record] = []
    private var list = ListView(
        columns: [ListColumn(width: .flexible(min: 30, share: 1)), ListColumn(width: .flexible(min: 18, share: 1))],
        emptyText: ErasureTexts.noneLimited)

    init(_ workspace: Workspace) {
        self.workspace = workspace
        _ = reload()
    }

    func reload() -> Bool {
        records = (try? workspace.desk.limited()) ?? []
        return true
    }

    var contexts: [KeyContext] { [.list] }
    var situation: Situation { Situation(records.isEmpty ? [.canUndo, .canRedo] : [.selection, .canUndo, .canRedo]) }
    var focusedRecord: RecordID? { records.indices.contains(list.selected) ? records[list.selected].id : nil }
    func hintText(for action: ActionID) -> Label? { action == StandardActions.open ? ErasureTexts.endLimit : nil }

    func draw(into canvas: inout Canvas, area: Rect, look: Look) {
        canvas.write(look.text(ErasureTexts.limited), row: 0, column: 1, in: area, style: look[.title])
        let place = Rect(
            row: area.origin.row + 2, column: area.origin.column, rows: area.size.rows - 2, columns: area.size.columns)
        list.draw(into: &canvas, area: place, look: look, source: source)
    }

    func handle(_ input: Input) -> LayerResult {
        if list.handle(input, in: source) { return .consumed }
        switch input {
        case .action(StandardActions.open):
            guard let id = focusedRecord else { return .consumed }
            let name = workspace.caption(of: id)
            return workspace.attempt { () throws(DeskError) in
                try workspace.desk.endLimit(id)
                workspace.changed()
                return .notice(Notice(PaneTexts.fill(ErasureTexts.limitEnded, name), .done))
            }
        case .action(StandardActions.back): return .close
        default: return .ignored
        }
    }

    private var source: RowSource {
        RowSource(count: records.count) { [records, workspace] range in
            records[range].map { record in
                ListRow([
                    StyledLine(workspace.text(workspace.caption(of: record.id))),
                    StyledLine(record.limit?.basis ?? "", .dim),
                ])
            }
        }
    }
}
