import Desk
import Interface
import Records

/// The officer's drafts: Enter goes on with one, Del throws one away.
final class DraftList: Layer, Reloading {
    static let discard: ActionID = "draft.discard"
    static let context: KeyContext = "drafts"

    private let workspace: Workspace
    private var drafts: [Draft] = []
    private var list = ListView(
        columns: [ListColumn(width: .flexible(min: 30, share: 1)), ListColumn(width: .fixed(16), alignment: .right)],
        emptyText: NotebookTexts.noDrafts)

    init(_ workspace: Workspace) {
        self.workspace = workspace
        _ = reload()
    }

    func reload() -> Bool {
        drafts = (try? workspace.desk.drafts()) ?? []
        return true
    }

    var contexts: [KeyContext] { [Self.context, .list] }
    var situation: Situation { Situation(drafts.isEmpty ? [.canUndo, .canRedo] : [.selection, .canUndo, .canRedo]) }

    func draw(into canvas: inout Canvas, area: Rect, look: Look) {
        canvas.write(look.text(NotebookTexts.drafts), row: 0, column: 1, in: area, style: look[.title])
        let place = Rect(
            row: area.origin.row + 2, column: area.origin.column, rows: area.size.rows - 2, columns: area.size.columns)
        list.draw(into: &canvas, area: place, look: look, source: source)
    }

    func handle(_ input: Input) -> LayerResult {
        if list.handle(input, in: source) { return .consumed }
        switch input {
        case .action(StandardActions.open):
            guard drafts.indices.contains(list.selected) else { return .consumed }
            return .all([.close, DraftOffer.goOn(with: drafts[list.selected], workspace)])
        case .action(Self.discard):
            guard drafts.indices.contains(list.selected) else { return .consumed }
            return DraftOffer.throwAway(drafts[list.selected], workspace)
        case .action(StandardActions.back): return .close
        default: return .ignored
        }
    }

    private var source: RowSource {
        RowSource(
            drafts.map { draft in
                ListRow([
                    StyledLine(workspace.text(workspace.caption(of: draft))),
                    StyledLine(DayText.short(draft.moment, today: workspace.desk.today), .dim),
                ])
            })
    }
}
