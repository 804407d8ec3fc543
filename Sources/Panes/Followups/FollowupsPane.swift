import Casework
import Desk
import Interface
import Records

/// 法定协助: the duties that a paper asks for, by their next call.
///
/// The list and what stands beside it never name whom a duty is about; opening it does.
final class FollowupsPane: Pane, RecordHolder {
    private let workspace: Workspace
    private let commands: FollowupCommands
    private var scope = Desk.FollowupScope.open
    private var rows: [Desk.FollowupRow] = []
    private var failure: Label?
    private var refused: (id: RecordID?, refusals: [ActionID: Label])?
    private var list = ListView(columns: [], showsTitles: true)
    private var detail = DetailView()
    /// The room for the paper, as last drawn; `nil` when it is not in the list.
    private var paperColumns: Int?
    private var kinds: (language: Language, columns: Int)?
    private var entries: (id: RecordID, records: [Record])?

    init(_ workspace: Workspace) {
        self.workspace = workspace
        commands = FollowupCommands(workspace: workspace)
    }

    let name = "followups"
    let title = FollowupTexts.title

    func reload() {
        refused = nil
        let selected = self.selected?.record.id
        entries = nil
        kinds = nil
        do throws(DeskError) {
            rows = try workspace.desk.followups(scope)
            failure = nil
        } catch {
            rows = []
            failure = error.label
        }
        // Nothing jumps: the same duty stays selected when its row moved, unless one was made.
        let places = [workspace.justMade, selected].compactMap(\.self).compactMap { id in
            rows.firstIndex { $0.record.id == id }
        }
        if let place = places.first { list.selected = place }
        list.settle(in: source(workspace.look, isNarrow: false))
    }

    var contexts: [KeyContext] { [.list, FollowupActions.list] }
    var focusedRecord: RecordID? { selected?.record.id }
    var situation: Situation {
        Situation(selected == nil ? [] : [.selection], refusals: refusals(for: selected?.record))
    }
    var status: StyledLine? {
        if let failure { return StyledLine(workspace.text(failure), .error) }
        guard let selected else { return nil }
        // What is cut above stands here.
        let paper = commands.rows(workspace.look).whom(selected.record.values)
        if let paperColumns, workspace.look.columns(paper) > paperColumns { return StyledLine(paper, .dim) }
        return StyledLine(workspace.text(FollowupTexts.enterShows), .dim)
    }

    func draw(into canvas: inout Canvas, area: Rect, look: Look) {
        guard commands.storeRefusal == nil || !rows.isEmpty else { return drawClearStore(&canvas, area, look) }
        drawScopes(&canvas, area, look)
        let below = area.belowTitle
        let places = ScreenFrame.sideBySide(below)
        let isWide = places.detail.size.columns > 0
        let isNarrow = places.list.size.columns < FollowupRows.roomy
        list.columns =
            isNarrow
            ? FollowupRows.narrowColumns(look.language)
            : FollowupRows.columns(look.language, kind: widestKind(look))
        list.emptyText = FollowupTexts.empty[scope] ?? list.emptyText
        paperColumns = isNarrow ? nil : list.width(of: 1, in: places.list.size.columns)
        if isWide { drawBeside(&canvas, places, look) }
        list.draw(into: &canvas, area: places.list, look: look, source: source(look, isNarrow: isNarrow))
    }

    func handle(_ input: Input) -> LayerResult {
        guard case .action(let action) = input else { return .ignored }
        if list.handle(input, in: source(workspace.look, isNarrow: false)) { return .consumed }
        switch action {
        case StandardActions.open:
            guard let selected else { return .consumed }
            return workspace.open(selected.record.id)
        case FollowupActions.filter:
            let all = Desk.FollowupScope.allCases
            scope = all[((all.firstIndex(of: scope) ?? 0) + 1) % all.count]
            list.selected = 0
            reload()
            return .consumed
        default: return commands.take(action, on: selected?.record)
        }
    }

    /// More rows than a screen has: those below do not decide.
    private static let measured = 200

    /// The columns of the widest kind, worked out once: nothing moves when the cursor does.
    private func widestKind(_ look: Look) -> Int {
        if let kinds, kinds.language == look.language { return kinds.columns }
        let presenter = commands.rows(look)
        let widest = rows.prefix(Self.measured).map { look.columns(presenter.kind($0.record.values)) }.max() ?? 0
        kinds = (look.language, widest)
        return widest
    }

    private var selected: Desk.FollowupRow? { rows.indices.contains(list.selected) ? rows[list.selected] : nil }

    /// What cannot be done with a record now, worked out once: every hint of every frame asks for it.
    private func refusals(for record: Record?) -> [ActionID: Label] {
        if let refused, refused.id == record?.id { return refused.refusals }
        let refusals = commands.refusals(for: record?.values)
        refused = (record?.id, refusals)
        return refusals
    }

    private func source(_ look: Look, isNarrow: Bool) -> RowSource {
        let presenter = commands.rows(look)
        return RowSource(count: rows.count) { [rows] range in
            rows[range].map { isNarrow ? presenter.narrowRow($0) : presenter.row($0) }
        }
    }

    private func drawScopes(_ canvas: inout Canvas, _ area: Rect, _ look: Look) {
        var column = 1
        for scope in Desk.FollowupScope.allCases {
            let name = look.text(FollowupTexts.scopes[scope] ?? Label("", ""))
            let isOpen = scope == self.scope
            let text = isOpen ? "[\(name) \(rows.count)]" : " \(name) "
            column +=
                canvas.write(text, row: 0, column: column, in: area, style: look[isOpen ? .tabActive : .tab]) + 1
        }
    }

    private func drawBeside(_ canvas: inout Canvas, _ places: (list: Rect, rule: Rect, detail: Rect), _ look: Look) {
        for row in places.rule.rowRange {
            canvas.write("│", at: Point(row: row, column: places.rule.origin.column), style: look[.rule])
        }
        guard let selected else { return }
        if entries?.id != selected.record.id {
            entries = (selected.record.id, (try? workspace.desk.entries(of: selected.record.id)) ?? [])
            detail.rewind()
        }
        let sheet = commands.sheet(look, showsMasked: false)
        detail.blocks =
            [.heading(StyledLine(sheet.heading(selected.record.values))), .space]
            + sheet.blocks(selected, entries: entries?.records ?? [], depth: .beside)
        detail.draw(into: &canvas, area: places.detail, look: look, isFocused: false)
    }

    private func drawClearStore(_ canvas: inout Canvas, _ area: Rect, _ look: Look) {
        var view = DetailView(
            FollowupTexts.clearStore.enumerated().flatMap { number, text -> [DetailBlock] in
                [.paragraph(look.text(text), role: number == 0 ? .heading : .text), .space]
            })
        view.draw(into: &canvas, area: area, look: look)
    }
}
