import Casework
import Desk
import Interface
import Records

/// One mediation, opened: where it stands, what is due and why, what is missing.
final class MediationView: Layer, Reloading, RecordHolder {
    private let workspace: Workspace
    private let commands: MediationCommands
    private var record: Record
    /// What cannot be done now, worked out once: every hint of every frame asks for it.
    private var refusals: [ActionID: Label] = [:]
    /// Whether its official number waits for the laptop that gives them.
    private var isProvisional = false
    private var isRevealed = false
    private var view = DetailView()

    init(_ workspace: Workspace, _ record: Record) {
        self.workspace = workspace
        self.record = record
        commands = MediationCommands(workspace: workspace)
        refusals = commands.refusals(for: record.values)
        isProvisional = workspace.desk.isProvisional(record)
    }

    func reload() -> Bool {
        guard let record = try? workspace.desk.record(record.id) else { return false }
        self.record = record
        refusals = commands.refusals(for: record.values)
        isProvisional = workspace.desk.isProvisional(record)
        return true
    }

    var contexts: [KeyContext] { [.detail, MediationActions.opened] }
    var focusedRecord: RecordID? { record.id }
    var situation: Situation {
        var flags: Set<Situation.Flag> = [.selection, .canUndo, .canRedo]
        if !isRevealed, MediationSheet.hasHidden(record.values) { flags.insert(.hiddenValue) }
        return Situation(flags, refusals: refusals)
    }
    /// There is nothing to open in it: Enter offers what can be done.
    func hintText(for action: ActionID) -> Label? { action == StandardActions.open ? PaneTexts.whatToDo : nil }
    var status: StyledLine? {
        // Each with its digit in the menu; what cannot be done now says why there.
        let steps = MediationActions.all.prefix(9).enumerated().filter { refusals[$0.element.id] == nil }.prefix(6).map
        {
            "\($0.offset + 1) \(workspace.text($0.element.title))"
        }
        return StyledLine([
            Span("Ctrl-O ", .key), Span(workspace.text(Label("办理：", "to do: ")) + steps.joined(separator: "  "), .dim),
        ])
    }

    func draw(into canvas: inout Canvas, area: Rect, look: Look) {
        let place = OpenedPage.draw(workspace, "mediations", into: &canvas, area: area, look: look)
        let values = record.values
        let sheet = MediationSheet(
            today: workspace.desk.today, look: look,
            words: workspace.desk.words(look.language, showsMasked: isRevealed), columns: place.size.columns,
            showsHidden: isRevealed)
        let heading = sheet.heading(values, isProvisional: isProvisional)
        let right = look.columns(heading.right.text)
        let used = canvas.write(
            heading.left, row: 0, column: 1, in: place, look: look, maxColumns: place.size.columns - right - 4)
        canvas.writeRight(heading.right, row: 0, in: place, look: look, minColumn: used + 2)
        canvas.write(
            sheet.stages(values, columns: place.size.columns - 2, measure: look.columns), row: 1, column: 1, in: place,
            look: look)
        let body = Rect(
            row: place.origin.row + 3, column: place.origin.column, rows: place.size.rows - 3,
            columns: place.size.columns)
        view.blocks =
            sheet.blocks(values, deadlines: workspace.desk.deadlines(of: values))
            + ErasureFeature.retention(of: record, workspace)
        view.draw(into: &canvas, area: body, look: look)
    }

    func handle(_ input: Input) -> LayerResult {
        guard case .action(let action) = input else { return .ignored }
        if view.handle(input) { return .consumed }
        switch action {
        case StandardActions.back: return .close
        case StandardActions.open: return .perform(StandardActions.menu)
        case StandardActions.reveal:
            return workspace.reveal(record) { isRevealed = true }
        default: return commands.take(action, on: record)
        }
    }
}
