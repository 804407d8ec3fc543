import Desk
import Interface
import Records

/// The bottom of the stack: title line, line of panes, and the open pane.
final class Shell: Layer, RecordHolder {
    let panes: [any Pane]
    private(set) var open = 0
    private let workspace: Workspace
    private var counts: [Int]
    private var stale: Set<Int>

    init(_ workspace: Workspace, panes: [any Pane]) {
        self.workspace = workspace
        self.panes = panes
        counts = panes.map { _ in 0 }
        stale = Set(panes.indices)
    }

    /// The open pane; `nil` in a notebook without panes.
    var pane: (any Pane)? { panes.indices.contains(open) ? panes[open] : nil }

    /// Opens a pane.
    func show(_ index: Int) {
        guard panes.indices.contains(index) else { return }
        open = index
        if stale.remove(index) != nil { panes[index].reload() }
    }

    /// Asks again for what is shown.
    func refresh() {
        guard workspace.desk.person != nil else { return }
        stale = Set(panes.indices)
        show(open)
        counts = panes.map { $0.countOpen() }
    }

    var focusedRecord: RecordID? { (pane as? any RecordHolder)?.focusedRecord }
    var contexts: [KeyContext] { pane?.contexts ?? [] }
    var takesText: Bool { pane?.takesText ?? false }
    var status: StyledLine? { pane?.status }
    var hints: [Hint] { pane?.hints ?? [] }
    var situation: Situation {
        var situation = pane?.situation ?? Situation()
        // Whether something is left to undo is asked when the key comes: the log knows.
        situation.flags.formUnion([.canUndo, .canRedo])
        return situation
    }

    func draw(into canvas: inout Canvas, area: Rect, look: Look) {
        titleBar(look).draw(into: &canvas, area: area, look: look)
        let place = Rect(
            row: area.origin.row + TitleBar.rows, column: area.origin.column, rows: area.size.rows - TitleBar.rows,
            columns: area.size.columns)
        pane?.draw(into: &canvas, area: place, look: look)
    }

    func handle(_ input: Input) -> LayerResult { pane?.handle(input) ?? .ignored }

    /// The title line and the line of panes.
    ///
    /// - Parameters:
    ///   - look: the language.
    ///   - name: the pane that is shown as the open one, when it is not the one that is.
    func titleBar(_ look: Look, showing name: String? = nil) -> TitleBar {
        let desk = workspace.desk
        let room = desk.room?.values[Room.name] ?? ""
        var particulars = [Span(look.text(DayText.title(desk.today)))]
        let conflicts = desk.person == nil ? 0 : desk.conflictCount
        if conflicts > 0 {
            particulars.append(Span("   "))
            particulars.append(
                Span(look.text(Texts.fill(PaneTexts.conflicts, ["n": "\(conflicts)"])), .conflict))
        }
        return TitleBar(
            title: [room, desk.person?.name ?? ""].filter { !$0.isEmpty }.joined(separator: " · "),
            particulars: StyledLine(particulars),
            tabs: panes.indices.map { TitleBar.Tab(look.text(panes[$0].title), count: counts[$0]) },
            open: panes.firstIndex { $0.name == name } ?? open)
    }
}
