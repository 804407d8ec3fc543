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
    private var matters: (language: Language, columns: Int)?
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
            matters = nil
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
        if item?.household != nil { flags.insert(.unfinished) }
        return Situation(flags)
    }

    /// The rule behind the selected row, whole: what is cut above stands here.
    var status: StyledLine? {
        if let failure { return StyledLine(workspace.text(failure), .error) }
        guard let item else { return nil }
        let today = workspace.desk.today
        var parts = [
            workspace.text(item.basis),
            workspace.text(
                Texts.fill(
                    TodayTexts.fromTo,
                    ["a": DayText.short(item.anchor, today: today), "d": DayText.short(item.due, today: today)])),
        ]
        if let note = item.note { parts.append(workspace.text(TodayTexts.note) + workspace.text(note)) }
        return StyledLine(parts.joined(separator: " · "), .dim)
    }

    func draw(into canvas: inout Canvas, area: Rect, look: Look) {
        // They stand there whatever is selected: nothing moves when the cursor does.
        let notes = board?.notes ?? []
        let foot = 2 + notes.count
        let body = Rect(
            row: area.origin.row, column: area.origin.column, rows: max(1, area.size.rows - foot - 1),
            columns: area.size.columns)
        list.columns = columns(area.size.columns, look)
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

    /// English words need more room for the kind and the days; a rule gets the room that the matters leave.
    private func columns(_ room: Int, _ look: Look) -> [ListColumn] {
        let (kind, state) = look.language == .zh ? (6, 10) : (12, 13)
        let left = room - kind - state - Self.aside
        let matter = min(widest(look), left - Self.leastRule)
        return [
            ListColumn(width: .fixed(kind)), ListColumn(width: .fixed(max(Self.leastMatter, matter))),
            ListColumn(width: .flexible(min: Self.leastRule, share: 1)),
            ListColumn(width: .fixed(state), alignment: .right),
        ]
    }

    /// Margins and gaps.
    private static let aside = 7
    private static let leastMatter = 24
    private static let leastRule = 14
    /// More rows than a screen has: those below do not decide.
    private static let measured = 60

    /// The widest matter of the day, worked out once: nothing moves when the cursor does.
    private func widest(_ look: Look) -> Int {
        if let matters, matters.language == look.language { return matters.columns }
        let cells = rows.prefix(Self.measured).map { $0.listRow(in: workspace, door: door).cells }
        let widest = cells.filter { $0.count > 1 }.map { look.columns($0[1].text) }.max() ?? 0
        matters = (look.language, widest)
        return widest
    }

    private var row: TodayRow? { rows.indices.contains(list.selected) ? rows[list.selected] : nil }

    private var item: DueItem? {
        if case .task(let item) = row { item } else { nil }
    }

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
