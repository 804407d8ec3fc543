import Desk
import Interface
import Records

/// A household on the whole screen: what is known above, its visits below.
///
/// A digit records a visit here too.
final class HouseholdScreen: Layer, Reloading, RecordHolder {
    private let workspace: Workspace
    private let id: RecordID
    private let entry: VisitEntry
    private var dossier: Dossier?
    private var showsHidden = false
    private var head = DetailView()
    private var list = ListView(
        columns: [
            ListColumn(width: .fixed(10)), ListColumn(width: .fixed(16)),
            ListColumn(width: .flexible(min: 10, share: 1)),
        ], emptyText: VisitTexts.noVisits)

    init(_ workspace: Workspace, household: RecordID, entry: VisitEntry? = nil) {
        self.workspace = workspace
        id = household
        self.entry = entry ?? VisitEntry(workspace)
        _ = reload()
    }

    func reload() -> Bool {
        guard let dossier = try? Dossier(id, workspace) else { return false }
        self.dossier = dossier
        head.blocks =
            dossier.blocks(showsHidden: showsHidden, isWhole: true)
            + ErasureFeature.retention(of: dossier.household, workspace)
        list.settle(in: source)
        return true
    }

    var focusedRecord: RecordID? { visit?.id ?? id }
    var contexts: [KeyContext] { [DoorActions.household, .list] }
    var situation: Situation {
        var flags: Set<Situation.Flag> = [.canUndo, .canRedo, .selection]
        if dossier?.hasHidden == true, !showsHidden { flags.insert(.hiddenValue) }
        if dossier?.open.isEmpty == false { flags.insert(.unfinished) }
        return Situation(flags)
    }
    var keyHelp: [Hint] { VisitTexts.digits }
    var hints: [Hint] { [Hint("1–5", VisitTexts.recordHint), Hint("F4 Ctrl-X", VisitTexts.edit)] }

    func draw(into canvas: inout Canvas, area: Rect, look: Look) {
        let wanted = head.blocks.count + 1
        let rows = min(wanted, area.size.rows * 3 / 5)
        let top = Rect(row: area.origin.row, column: area.origin.column, rows: rows, columns: area.size.columns)
        head.draw(into: &canvas, area: top, look: look, isFocused: false)
        canvas.write(
            look.text(VisitTexts.history) + " \(dossier?.visits.count ?? 0)", row: rows, column: 1, in: area,
            style: look[.heading])
        let below = Rect(
            row: area.origin.row + rows + 1, column: area.origin.column, rows: area.size.rows - rows - 1,
            columns: area.size.columns)
        list.draw(into: &canvas, area: below, look: look, source: source)
    }

    func handle(_ input: Input) -> LayerResult {
        if list.handle(input, in: source) { return .consumed }
        switch input {
        case .action(StandardActions.open): return open()
        case .action(StandardActions.reveal):
            return workspace.reveal(try? workspace.desk.record(id)) {
                showsHidden = true
                _ = reload()
            }
        case .action(StandardActions.unfinished): return OpenMatters.offer(at: id, workspace)
        case .action(DoorActions.form), .action(StandardActions.new):
            return .push(VisitForm.make(workspace, household: id))
        case .action(DoorActions.edit): return VisitCommands.edit(id, workspace)
        case .action(DoorActions.delete): return VisitCommands.delete(visit?.id ?? id, workspace)
        case .action(StandardActions.back): return .close
        case .key(let key):
            guard let digit = key.folded.text.flatMap({ VisitOutcome(rawValue: "\($0)") }) else { return .ignored }
            return record(digit)
        default: return .ignored
        }
    }

    private var visit: Record? {
        guard let visits = dossier?.visits, visits.indices.contains(list.selected) else { return nil }
        return visits[list.selected]
    }

    private func open() -> LayerResult {
        guard let visit else { return .consumed }
        return .push(VisitForm.make(workspace, household: id, base: visit))
    }

    private func record(_ outcome: VisitOutcome) -> LayerResult {
        if outcome == .metWithNotes || outcome == .anotherDay {
            var values = entry.values(at: id)
            values[Visit.outcome] = outcome
            return .push(VisitForm.make(workspace, household: id, values: values))
        }
        return workspace.attempt { () throws(DeskError) in
            try entry.record(outcome, at: id)
            return .notice(
                Notice(
                    Texts.fill(Texts.fillEach(VisitTexts.recorded, "o", VisitTexts.full(outcome)), ["r": name]), .done))
        }
    }

    private var name: String { dossier.map { DoorText.short($0.values) } ?? "" }

    private var source: RowSource {
        let visits = dossier?.visits ?? []
        return RowSource(count: visits.count) { [workspace] range in
            visits[range].map { visit in
                let values = visit.values
                let day = values[Visit.date].map { DayText.short($0, today: workspace.desk.today) } ?? ""
                let outcome = values[Visit.outcome].map { workspace.text(VisitTexts.full($0)) } ?? ""
                let notes = values[Visit.notes].map { String($0.map { $0.isNewline ? " " : $0 }) } ?? ""
                return ListRow([StyledLine(day), StyledLine(outcome, .dim), StyledLine(notes)])
            }
        }
    }
}
