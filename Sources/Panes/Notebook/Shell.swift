import Desk
import Interface
import Records

/// The bottom of the stack: title line, line of panes, and the open pane.
final class Shell: Layer, RecordHolder {
    private(set) var panes: [any Pane]
    private(set) var open = 0
    private let workspace: Workspace
    private var counts: [Int]
    private var stale: Set<Int>
    private var uncounted: Set<Int>
    private var room = ""
    private var conflicts = 0
    /// How many days ago this laptop met a place last; `nil` when it never did.
    private var daysSinceSync: Int?

    private let makePanes: () -> [any Pane]

    init(_ workspace: Workspace, panes makePanes: @escaping () -> [any Pane]) {
        self.workspace = workspace
        self.makePanes = makePanes
        panes = makePanes()
        counts = panes.map { _ in 0 }
        stale = Set(panes.indices)
        uncounted = stale
    }

    /// Drops everything that the panes have read, and how far one had gone in them.
    func forget() {
        panes = makePanes()
        counts = panes.map { _ in 0 }
        stale = Set(panes.indices)
        uncounted = stale
        open = 0
        room = ""
        conflicts = 0
        daysSinceSync = nil
    }

    /// The open pane; `nil` in a notebook without panes.
    var pane: (any Pane)? { panes.indices.contains(open) ? panes[open] : nil }

    /// Opens a pane.
    func show(_ index: Int) {
        guard panes.indices.contains(index) else { return }
        open = index
        if stale.remove(index) != nil { panes[index].reload() }
        if uncounted.remove(index) != nil { counts[index] = panes[index].countOpen() }
    }

    /// Asks again for what is shown; the numbers of the other panes wait for ``recount()``, so that no key does.
    func refresh() {
        room = workspace.desk.room?.values[Room.name] ?? ""
        guard workspace.desk.person != nil else { return }
        stale = Set(panes.indices)
        uncounted = stale
        conflicts = workspace.desk.inboxCount
        daysSinceSync = workspace.desk.syncPlaces().first.map { $0.met.day.days(until: workspace.desk.today) }
        show(open)
    }

    /// The pane that works while keys are answered.
    var working: (any Working)? { panes.lazy.compactMap { $0 as? any Working }.first { $0.isWorking } }

    /// Whether numbers on the line of panes may be out of date.
    var needsRecount: Bool { workspace.desk.person != nil && !uncounted.isEmpty }

    /// Counts what is open in the panes that are not shown.
    func recount() {
        guard workspace.desk.person != nil else { return }
        for index in uncounted { counts[index] = panes[index].countOpen() }
        workspace.desk.lookForQuestions()
        conflicts = workspace.desk.inboxCount
        uncounted = []
    }

    var focusedRecord: RecordID? { (pane as? any RecordHolder)?.focusedRecord }
    var contexts: [KeyContext] { pane?.contexts ?? [] }
    var takesText: Bool { pane?.takesText ?? false }
    var status: StyledLine? { pane?.status }
    var hints: [Hint] { pane?.hints ?? [] }
    var keyHelp: [Hint] { pane?.keyHelp ?? [] }
    func hintText(for action: ActionID) -> Label? { pane?.hintText(for: action) }
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
    /// - Returns: the two lines.
    func titleBar(_ look: Look, showing name: String? = nil) -> TitleBar {
        let desk = workspace.desk
        var particulars = [Span(look.text(DayText.title(desk.today)))]
        if working != nil {
            particulars.append(Span("   " + look.text(PaneTexts.syncing), .status))
        } else if let daysSinceSync {
            let when =
                daysSinceSync > 0
                ? Texts.fill(PaneTexts.syncedDays, ["n": "\(daysSinceSync)"]) : PaneTexts.syncedToday
            particulars.append(Span("   " + look.text(when)))
        }
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
