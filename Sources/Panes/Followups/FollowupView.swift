import Casework
import Desk
import Interface
import Records

/// One duty, opened: whom it is about, its paper, its period, and what was done.
final class FollowupView: Layer, Reloading, RecordHolder {
    private let workspace: Workspace
    private let commands: FollowupCommands
    private var row: Desk.FollowupRow
    private var entries: [Record] = []
    /// What cannot be done now, worked out once: every hint of every frame asks for it.
    private var refusals: [ActionID: Label] = [:]
    private var isRevealed = false
    private var view = DetailView()

    init(_ workspace: Workspace, _ record: Record) {
        self.workspace = workspace
        commands = FollowupCommands(workspace: workspace)
        row = Desk.FollowupRow(record: record, next: nil)
        _ = reload()
    }

    func reload() -> Bool {
        guard let record = try? workspace.desk.record(row.record.id) else { return false }
        refusals = commands.refusals(for: record.values)
        entries = (try? workspace.desk.entries(of: record.id)) ?? []
        row = Desk.FollowupRow(record: record, next: workspace.desk.nextCall(record, after: entries.first))
        return true
    }

    var contexts: [KeyContext] { [.detail, FollowupActions.opened] }
    var focusedRecord: RecordID? { row.record.id }
    var situation: Situation {
        var flags: Set<Situation.Flag> = [.selection, .canUndo, .canRedo]
        if !isRevealed, FollowupSheet.hasHidden(row.record.values) { flags.insert(.hiddenValue) }
        return Situation(flags, refusals: refusals)
    }
    /// There is nothing to open in it: Enter offers what can be done.
    func hintText(for action: ActionID) -> Label? { action == StandardActions.open ? PaneTexts.whatToDo : nil }
    var status: StyledLine? {
        // Each with its digit in the menu; what cannot be done now says why there.
        let steps = FollowupActions.all.filter(\.isInMenu).enumerated().filter { refusals[$0.element.id] == nil }
            .prefix(
                6
            ).map {
                "\($0.offset + 1) \(workspace.text($0.element.title))"
            }
        return StyledLine([
            Span("Ctrl-O ", .key), Span(workspace.text(FollowupTexts.steps) + steps.joined(separator: "  "), .dim),
        ])
    }

    func draw(into canvas: inout Canvas, area: Rect, look: Look) {
        let place = OpenedPage.draw(workspace, "followups", into: &canvas, area: area, look: look)
        let sheet = commands.sheet(look, showsMasked: isRevealed)
        canvas.write(sheet.heading(row.record.values), row: 0, column: 1, in: place, style: look[.heading])
        let body = Rect(
            row: place.origin.row + 2, column: place.origin.column, rows: place.size.rows - 2,
            columns: place.size.columns)
        view.blocks =
            sheet.blocks(row, entries: entries, depth: isRevealed ? .revealed : .opened)
            + ErasureFeature.retention(of: row.record, workspace)
        view.draw(into: &canvas, area: body, look: look)
    }

    func handle(_ input: Input) -> LayerResult {
        guard case .action(let action) = input else { return .ignored }
        if view.handle(input) { return .consumed }
        switch action {
        case StandardActions.back: return .close
        case StandardActions.open: return .perform(StandardActions.menu)
        case StandardActions.reveal:
            return workspace.reveal(row.record) { isRevealed = true }
        case StandardActions.new:
            // What is new here is an entry, once there is something to enter.
            if let reason = refusals[FollowupActions.entry] {
                return .notice(Notice(reason, .refusal))
            }
            return commands.take(FollowupActions.entry, on: row.record)
        default: return commands.take(action, on: row.record, isOpened: true)
        }
    }
}
