import Desk
import Interface
import Records

/// What the day asks for: people who wait first, then today's duties, then the internal goals.
///
/// It opens by itself, so it tells nobody who is being followed up: those duties are one number.
final class TodayPane: Pane, RecordHolder {
    static let feature = Feature(pane: { TodayPane($0) })

    let name = "today"
    let title = TodayTexts.title
    private let workspace: Workspace
    private var board: Desk.TodayBoard?
    private var failure: Label?
    private var rows: [TodayRow] = []
    private var list = ListView(columns: [], emptyText: TodayTexts.nothing, gap: 1)
    private var measures: (language: Language, measures: Measures)?
    /// What there is room for, as last drawn.
    private var room = Measures()
    /// Where the open matters are, asked for once for the rows that are seen.
    private var places: [RecordID: String] = [:]

    init(_ workspace: Workspace) { self.workspace = workspace }

    func reload() {
        places = [:]
        do throws(DeskError) {
            let board = try workspace.desk.todayBoard()
            self.board = board
            failure = nil
            rows = TodayRow.rows(of: board, today: workspace.desk.today)
            let isEmpty = rows.isEmpty ? try workspace.desk.blocks().isEmpty : false
            let registers = workspace.desk.access(to: Household.type, FieldValues()) == .write
            list.emptyText = isEmpty && registers ? TodayTexts.empty : TodayTexts.nothing
            measures = nil
        } catch {
            failure = error.label
        }
        list.settle(in: source)
    }

    func countOpen() -> Int { (try? workspace.desk.tasks(on: workspace.desk.today))?.count ?? 0 }

    var focusedRecord: RecordID? { item?.record }
    var contexts: [KeyContext] { ["today", .list] }

    var situation: Situation {
        var flags: Set<Situation.Flag> = rows.isEmpty ? [] : [.selection]
        // It is offered for the day, not for the row: the line of keys stays as it is when the cursor moves.
        if rows.contains(where: { $0.item?.household != nil }) { flags.insert(.unfinished) }
        return Situation(flags)
    }

    /// The rule where it is cut above, else from which day to which; nothing that the row or the foot says.
    ///
    /// It changes with the cursor, so it is short.
    var status: StyledLine? {
        if let failure { return StyledLine(workspace.text(failure), .error) }
        guard let item else { return nil }
        let today = workspace.desk.today
        let rule = workspace.text(item.basis)
        let isCut = workspace.look.columns(rule) > room.rule
        let days = Texts.fill(
            isCut ? TodayTexts.dueOn : TodayTexts.fromTo,
            ["a": DayText.short(item.anchor, today: today), "d": DayText.short(item.due, today: today)])
        var parts = (isCut ? [rule] : []) + [workspace.text(days)]
        if let note = item.note, board?.notes.contains(note) != true {
            parts.append(workspace.text(TodayTexts.note) + workspace.text(note))
        }
        return StyledLine(parts.joined(separator: " · "), .dim)
    }

    func draw(into canvas: inout Canvas, area: Rect, look: Look) {
        // They stand there whatever is selected: nothing moves when the cursor does.
        let notes = board?.notes ?? []
        let foot = 2 + notes.count
        // On a very wide screen the days do not go so far off that the eye loses the row.
        let body = Rect(
            row: area.origin.row, column: area.origin.column, rows: max(1, area.size.rows - foot - 1),
            columns: min(area.size.columns, Self.widest))
        list.columns = columns(body.size.columns, look)
        list.draw(into: &canvas, area: body, look: look, source: source)
        let bars = Rect(
            row: area.rowRange.upperBound - foot, column: area.origin.column, rows: foot, columns: area.size.columns)
        drawFoot(into: &canvas, area: bars, look: look, notes: notes)
    }

    func handle(_ input: Input) -> LayerResult {
        if list.handle(input, in: source) { return .consumed }
        switch input {
        case .action(StandardActions.open): return open()
        case .action(StandardActions.unfinished): return OpenMatters.offer(at: item?.household, workspace)
        case .action(StandardActions.new):
            let creators = workspace.creators
            return .push(
                ChoiceDialog(title: TodayTexts.new, text: Label("", ""), choices: creators.map(\.title)) {
                    .perform(creators[$0].id)
                })
        default: return .ignored
        }
    }

    /// Kinds and days get what they need; a rule gets the room that the matters leave, and the other way round.
    private func columns(_ columns: Int, _ look: Look) -> [ListColumn] {
        let widest = measure(look)
        let left = columns - widest.kind - widest.state - Self.aside
        let leastRule = look.language == .zh ? 20 : 16
        room = Measures(
            kind: widest.kind, matter: max(Self.leastMatter, min(widest.matter, left - leastRule)), state: widest.state)
        room.rule = left - room.matter
        return [
            ListColumn(width: .fixed(room.kind)), ListColumn(width: .fixed(room.matter)),
            ListColumn(width: .flexible(min: leastRule, share: 1), isAside: true),
            ListColumn(width: .fixed(room.state), alignment: .right, isAside: true),
        ]
    }

    /// The columns of a row's parts.
    private struct Measures {
        var kind = 0
        var matter = 0
        var rule = 0
        var state = 0
    }

    /// Margins and gaps.
    private static let aside = 7
    private static let leastMatter = 24
    /// The most columns of the list.
    private static let widest = 120
    /// More rows than a screen has: those below do not decide.
    private static let measured = 60

    /// The widest parts of the day, worked out once: nothing moves when the cursor does.
    private func measure(_ look: Look) -> Measures {
        if let measures, measures.language == look.language { return measures.measures }
        let cells = rows.prefix(Self.measured).map { $0.listRow(in: workspace, door: door).cells }
            .filter { $0.count == 4 }
        func widest(_ place: Int) -> Int { cells.map { look.columns($0[place].text) }.max() ?? 0 }
        let found = Measures(kind: max(6, widest(0)), matter: widest(1), state: max(10, widest(3)))
        measures = (look.language, found)
        return found
    }

    private var row: TodayRow? { rows.indices.contains(list.selected) ? rows[list.selected] : nil }

    private var item: DueItem? { row?.item }

    private func open() -> LayerResult {
        switch row {
        case .task(let item): workspace.open(item.household ?? item.record)
        case .handover(let notes):
            HandoverDialog.offer(notes, workspace).map { .push($0) } ?? .consumed
        case .followups: workspace.show(pane: "followups")
        case .unvisited: workspace.show(pane: "visits")
        default: .consumed
        }
    }

    private func drawFoot(into canvas: inout Canvas, area: Rect, look: Look, notes: [Label]) {
        for (row, note) in notes.enumerated() {
            canvas.write(look.text(note), row: row, column: 1, in: area, style: look[.dim])
        }
        guard let quota = board?.quota, workspace.desk.access(to: Visit.type, FieldValues()) >= .read else { return }
        let label = StyledLine(look.text(VisitTexts.title) + " ", .label)
        canvas.write(
            label + Bar(quota.met, of: quota.goal, columns: 25).line, row: notes.count, column: 1, in: area, look: look)
    }

    private var source: RowSource {
        RowSource(count: rows.count) { [weak self] range in
            guard let self else { return [] }
            return range.map { self.rows[$0].listRow(in: self.workspace, door: self.door) }
        }
    }

    private func door(_ household: RecordID) -> String {
        if let known = places[household] { return known }
        let door = (try? workspace.desk.record(household)).map { DoorText.short($0.values) } ?? ""
        places[household] = door
        return door
    }
}
