import Desk
import Interface
import Records

/// Everything that waits for somebody to decide: Enter looks at one.
final class InboxList: Layer, Reloading, RecordHolder {
    private let workspace: Workspace
    private var conflicts: [Conflict] = []
    private var failure: Label?
    private var list = ListView(
        columns: [
            ListColumn(width: .flexible(min: 24, share: 3)), ListColumn(width: .flexible(min: 16, share: 2)),
            ListColumn(width: .fixed(18), alignment: .right, rank: 1),
        ],
        emptyText: InboxTexts.nothing)

    init(_ workspace: Workspace, on record: RecordID? = nil) {
        self.workspace = workspace
        _ = reload()
        if let place = conflicts.firstIndex(where: { $0.base.id == record }) { list.selected = place }
    }

    func reload() -> Bool {
        let selected = self.selected?.id
        do throws(DeskError) {
            conflicts = try workspace.desk.conflicts()
            failure = nil
        } catch {
            conflicts = []
            failure = error.label
        }
        let place = conflicts.firstIndex { $0.id == selected }
        list.selected = place ?? max(0, min(list.selected, conflicts.count - 1))
        return true
    }

    var contexts: [KeyContext] { [.list] }
    var focusedRecord: RecordID? { selected?.base.id }
    var situation: Situation {
        Situation(conflicts.isEmpty ? [.canUndo, .canRedo] : [.selection, .canUndo, .canRedo])
    }
    var status: StyledLine? {
        if let failure { return StyledLine(workspace.text(failure), .error) }
        return conflicts.isEmpty ? nil : StyledLine(workspace.text(InboxTexts.explained), .dim)
    }

    func draw(into canvas: inout Canvas, area: Rect, look: Look) {
        canvas.write(look.text(InboxTexts.title), row: 0, column: 1, in: area, style: look[.title])
        if !conflicts.isEmpty {
            let count = look.text(Texts.fill(InboxTexts.count, ["n": "\(conflicts.count)"]))
            canvas.writeRight(StyledLine(count, .conflict), row: 0, in: area, look: look)
        }
        let place = Rect(
            row: area.origin.row + 2, column: area.origin.column, rows: area.size.rows - 2, columns: area.size.columns)
        list.draw(into: &canvas, area: place, look: look, source: source)
    }

    func handle(_ input: Input) -> LayerResult {
        if list.handle(input, in: source) { return .consumed }
        switch input {
        case .action(StandardActions.open):
            guard let selected else { return .consumed }
            return workspace.opening(selected.base.id) { [workspace] _ throws(DeskError) in
                guard let conflict = try workspace.desk.conflict(selected.id) else { throw .notFound }
                return .push(ConflictView(workspace, conflict))
            }
        case .action(StandardActions.back): return .close
        case .action(InboxFeature.inbox): return .consumed
        default: return .ignored
        }
    }

    private var selected: Conflict? { conflicts.indices.contains(list.selected) ? conflicts[list.selected] : nil }

    private var source: RowSource {
        RowSource(count: conflicts.count) { [conflicts, workspace] range in
            conflicts[range].map { conflict in
                let newest = conflict.versions.map(\.moment).max { $0.milliseconds < $1.milliseconds }
                let isDoubtful = conflict.versions.contains(where: \.isDoubtful)
                return ListRow([
                    StyledLine([
                        Span("≠ ", .conflict), Span(workspace.text(workspace.caption(of: conflict.base.id))),
                    ]),
                    StyledLine(
                        workspace.text(ConflictNames.field(conflict.path, in: conflict.base, of: conflict.type))),
                    StyledLine([
                        Span(isDoubtful ? workspace.text(InboxTexts.doubtful) + " " : "", .warning),
                        Span(newest.map { DayText.short($0, today: workspace.desk.today) } ?? "", .dim),
                    ]),
                ])
            }
        }
    }
}
