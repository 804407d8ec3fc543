import Desk
import Interface
import Records

/// Everything that waits for somebody to decide: Enter looks at one.
final class InboxList: Layer, Reloading, RecordHolder {
    private let workspace: Workspace
    private var items: [InboxItem] = []
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
        if let record, let place = items.firstIndex(where: { Self.record(of: $0) == record }) { list.selected = place }
    }

    func reload() -> Bool {
        let selected = self.selected.map { InboxRow.key($0) }
        do throws(DeskError) {
            items = try workspace.desk.inbox()
            failure = nil
        } catch {
            items = []
            failure = error.label
        }
        let place = items.firstIndex { InboxRow.key($0) == selected }
        list.selected = place ?? max(0, min(list.selected, items.count - 1))
        return true
    }

    var contexts: [KeyContext] { [.list] }
    var focusedRecord: RecordID? { selected.map { Self.record(of: $0) } ?? nil }
    var situation: Situation {
        Situation(items.isEmpty ? [.canUndo, .canRedo] : [.selection, .canUndo, .canRedo])
    }
    var status: StyledLine? {
        if let failure { return StyledLine(workspace.text(failure), .error) }
        return items.isEmpty ? nil : StyledLine(workspace.text(InboxTexts.explained), .dim)
    }

    func draw(into canvas: inout Canvas, area: Rect, look: Look) {
        canvas.write(look.text(InboxTexts.title), row: 0, column: 1, in: area, style: look[.title])
        let open = items.count { !$0.waitsElsewhere }
        if open > 0 {
            let count = look.text(Texts.fill(InboxTexts.count, ["n": "\(open)"]))
            canvas.writeRight(StyledLine(count, .conflict), row: 0, in: area, look: look)
        }
        list.draw(into: &canvas, area: area.belowTitle, look: look, source: source)
    }

    func handle(_ input: Input) -> LayerResult {
        if list.handle(input, in: source) { return .consumed }
        switch input {
        case .action(StandardActions.open): return selected.map(open) ?? .consumed
        case .action(StandardActions.back): return .close
        case .action(InboxFeature.inbox): return .consumed
        default: return .ignored
        }
    }

    private func open(_ item: InboxItem) -> LayerResult {
        switch item {
        case .conflict(let conflict):
            // A restricted record is shown only after the audit log says so.
            return workspace.opening(conflict.base.id, asksAgain: false) { [workspace] _ throws(DeskError) in
                guard let whole = try workspace.desk.conflict(conflict.id) else {
                    return .notice(Notice(InboxTexts.goneMeanwhile))
                }
                return .push(ConflictView(workspace, whole))
            }
        case .twins(let twins): return .push(TwinsView(workspace, twins))
        case .number(let question):
            guard let laptop = question.confirmedBy else {
                return .push(NumberDialog.layer(question, workspace))
            }
            return .notice(Notice(Texts.fill(InboxTexts.confirmThere, ["l": laptop]), .refusal))
        case .strays(let strays): return .push(StraysDialog.layer(strays, workspace))
        }
    }

    private var selected: InboxItem? { items.indices.contains(list.selected) ? items[list.selected] : nil }

    private static func record(of item: InboxItem) -> RecordID? {
        switch item {
        case .conflict(let conflict): conflict.base.id
        case .twins(let twins): twins.first.id
        case .number(let question): question.records.first?.id
        case .strays(let strays): strays.records.first?.id
        }
    }

    private var source: RowSource {
        RowSource(count: items.count) { [items, workspace] range in
            items[range].map { InboxRow.row($0, workspace) }
        }
    }
}
