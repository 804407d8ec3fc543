import Desk
import Interface
import Records

/// Everything that happened to a record: who, when, old → new.
///
/// Nothing is ever overwritten, so all of it is here.
final class HistoryLayer: Layer, Reloading, RecordHolder {
    private let workspace: Workspace
    private let id: RecordID
    private let type: RecordType
    private var steps: [Desk.HistoryEntry] = []
    private var isRevealed = false
    private var view = DetailView()

    init(_ workspace: Workspace, id: RecordID, type: RecordType, steps: [Desk.HistoryEntry]) {
        self.workspace = workspace
        self.id = id
        self.type = type
        self.steps = steps
    }

    /// The history of a record, or why it cannot be shown.
    static func open(_ id: RecordID?, _ workspace: Workspace) -> LayerResult {
        guard let id else { return .notice(Notice(HistoryTexts.noRecord, .refusal)) }
        return workspace.opening(id, asksAgain: false, includingDeleted: true) { record throws(DeskError) in
            guard let name = record.type else { throw .notFound }
            let type = try workspace.desk.type(name)
            return .push(
                HistoryLayer(workspace, id: id, type: type, steps: try workspace.desk.history(of: id)))
        }
    }

    func reload() -> Bool {
        guard let steps = try? workspace.desk.history(of: id) else { return false }
        self.steps = steps
        return true
    }

    var contexts: [KeyContext] { [.detail] }
    var focusedRecord: RecordID? { id }
    var situation: Situation {
        var flags: Set<Situation.Flag> = [.canUndo, .canRedo]
        if !isRevealed, hasHidden { flags.insert(.hiddenValue) }
        return Situation(flags)
    }

    func draw(into canvas: inout Canvas, area: Rect, look: Look) {
        let title = PaneTexts.fill(HistoryTexts.title, workspace.caption(of: id))
        canvas.write(look.text(title), row: 0, column: 1, in: area, style: look[.title])
        let body = area.belowTitle
        let desk = workspace.desk
        view.blocks = HistorySheet(
            type: type, today: desk.today, language: look.language,
            words: desk.words(look.language, showsMasked: isRevealed)
        ).blocks(steps)
        view.draw(into: &canvas, area: body, look: look)
    }

    func handle(_ input: Input) -> LayerResult {
        guard case .action(let action) = input else { return .ignored }
        if view.handle(input) { return .consumed }
        switch action {
        case StandardActions.back: return .close
        case StandardActions.reveal:
            return workspace.reveal(try? workspace.desk.record(id, includingDeleted: true)) { isRevealed = true }
        case StandardActions.open, StandardActions.new, HistoryFeature.history: return .consumed
        default: return .ignored
        }
    }

    private var hasHidden: Bool {
        steps.contains { step in
            step.values.contains { (type.field(at: $0.path)?.sensitivity ?? .plain) != .plain && !$0.value.isEmpty }
        }
    }
}
