import Desk
import Interface
import Records

/// 到期清单: what was kept long enough; Enter previews, and only an officer's confirmation erases.
final class RetentionList: Layer, Reloading, RecordHolder {
    private let workspace: Workspace
    private var due: [Desk.RetentionDue] = []
    private var drafts = 0
    private var list = ListView(
        columns: [
            ListColumn(width: .fixed(12)), ListColumn(width: .flexible(min: 16, share: 1)),
            ListColumn(width: .flexible(min: 20, share: 1)),
        ],
        emptyText: ErasureTexts.noneDue)

    init(_ workspace: Workspace) {
        self.workspace = workspace
        _ = reload()
    }

    func reload() -> Bool {
        due = (try? workspace.desk.retentionDue()) ?? []
        drafts = ((try? workspace.desk.oldDrafts()) ?? []).count
        return true
    }

    var contexts: [KeyContext] { [.list] }
    var situation: Situation { Situation(due.isEmpty ? [] : [.selection]) }
    var focusedRecord: RecordID? { due.indices.contains(list.selected) ? due[list.selected].id : nil }
    func hintText(for action: ActionID) -> Label? { action == StandardActions.open ? ErasureTexts.previewTitle : nil }
    var status: StyledLine? {
        // The whole reason of the selected row: in its column it is cut.
        if due.indices.contains(list.selected) {
            return StyledLine(workspace.text(due[list.selected].reason), .dim)
        }
        return drafts == 0
            ? nil : StyledLine(workspace.text(Texts.fill(ErasureTexts.oldDrafts, ["n": "\(drafts)"])), .dim)
    }

    func draw(into canvas: inout Canvas, area: Rect, look: Look) {
        canvas.write(look.text(ErasureTexts.due), row: 0, column: 1, in: area, style: look[.title])
        let place = Rect(
            row: area.origin.row + 2, column: area.origin.column, rows: area.size.rows - 2, columns: area.size.columns)
        list.draw(into: &canvas, area: place, look: look, source: source)
    }

    func handle(_ input: Input) -> LayerResult {
        if list.handle(input, in: source) { return .consumed }
        switch input {
        case .action(StandardActions.open):
            guard let id = focusedRecord else { return .consumed }
            return ErasureFeature.preview([id], workspace)
        case .action(StandardActions.back): return .close
        default: return .ignored
        }
    }

    private var source: RowSource {
        RowSource(count: due.count) { [due, workspace] range in
            due[range].map { entry in
                ListRow([
                    StyledLine(workspace.text(entry.type.label)), StyledLine(entry.title),
                    StyledLine(workspace.text(entry.reason), .dim),
                ])
            }
        }
    }
}
