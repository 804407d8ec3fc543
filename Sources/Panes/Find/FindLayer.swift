import Casework
import Desk
import Interface
import Records

/// 查找, from anywhere: results while typing, grouped by kind, within what RIGHTS.md rule 7 allows.
final class FindLayer: Layer, Reloading {
    /// Where its own keys are looked up.
    static let context: KeyContext = "find"
    /// Completes the word at the end.
    static let complete: ActionID = "find.complete"
    /// How many hits of each kind are shown; further ones are only counted.
    private static let shown = 20

    private let workspace: Workspace
    private var query = LineEditor(limit: 200)
    private var parsed: FindQuery
    private var groups: [SearchGroup] = []
    private var rows: [FindRows.Row] = []
    private var failure: Label?
    private var list = ListView(columns: FindRows.columns)
    private var estates: [String]?
    /// What Tab goes through, and the text as it was before.
    private var completing: (stem: String, candidates: [String], place: Int)?

    init(_ workspace: Workspace, text: String = "") {
        self.workspace = workspace
        workspace.desk.finishSearch()
        parsed = FindQuery("", today: workspace.desk.today)
        query.replaceAll(with: text)
        search()
    }

    func reload() -> Bool {
        let selected = self.selected
        search()
        if let place = rows.firstIndex(where: { $0.record == selected && selected != nil }) { list.selected = place }
        return true
    }

    var contexts: [KeyContext] { [Self.context, .field, .list] }
    var takesText: Bool { true }
    var situation: Situation { Situation(selected == nil ? [] : [.selection]) }
    var status: StyledLine? {
        if let problem = failure ?? parsed.problem { return StyledLine(workspace.text(problem), .warning) }
        return StyledLine(workspace.text(FindTexts.narrow) + candidates.joined(separator: "   "), .dim)
    }

    func draw(into canvas: inout Canvas, area: Rect, look: Look) {
        list.emptyText = parsed.request == Desk.FindRequest("") ? FindTexts.start : FindTexts.nothing
        let title = look.text(FindTexts.title)
        canvas.write(title, row: 0, column: 1, in: area, style: look[.title])
        var count = ""
        if !groups.isEmpty {
            let total = groups.map(\.count).reduce(0, +)
            let more = groups.contains(where: \.hasMore) ? "+" : ""
            count = look.text(Texts.fill(FindTexts.count, ["t": "\(groups.count)", "n": "\(total)\(more)"]))
        }
        canvas.writeRight(StyledLine(count, .dim), row: 0, in: area, look: look)
        let place = area.belowTitle
        rows = presented(look)
        list.draw(into: &canvas, area: place, look: look, source: source)
        let left = 1 + look.columns(title) + 2
        let field = Rect(
            row: area.origin.row, column: area.origin.column + left, rows: 1,
            columns: max(1, area.size.columns - left - look.columns(count) - 3))
        query.draw(into: &canvas, area: field, look: look)
    }

    func handle(_ input: Input) -> LayerResult {
        switch input {
        case .action(StandardActions.back): return .close
        case .action(StandardActions.open):
            guard let selected else { return .consumed }
            return workspace.open(selected)
        case .action(StandardActions.find): return .consumed
        case .action(Self.complete):
            completeWord()
            return .consumed
        default: break
        }
        if list.handle(input, in: source) { return .consumed }
        let before = query.text
        let outcome = query.handle(input)
        if query.text != before {
            completing = nil
            list.selected = 0
            search()
        }
        if case .refused(let reason) = outcome { return .notice(Notice(reason, .refusal)) }
        if outcome == .ignored, case .action = input { return .ignored }
        return .consumed
    }

    /// The record of the selected row.
    private var selected: RecordID? { rows.indices.contains(list.selected) ? rows[list.selected].record : nil }

    private var source: RowSource {
        RowSource(count: rows.count) { [rows] range in rows[range].map(\.row) }
    }

    private var candidates: [String] {
        Array((completing?.candidates ?? completion.candidates(query.text)).prefix(6))
    }

    private var completion: FindCompletion {
        FindCompletion(today: workspace.desk.today, language: workspace.look.language) { [weak self] in
            guard let self else { return [] }
            if let estates { return estates }
            let found = (try? workspace.desk.estates()) ?? []
            estates = found
            return found
        }
    }

    private func completeWord() {
        if completing == nil {
            let completion = completion
            completing = (completion.stem(query.text), completion.candidates(query.text), -1)
        }
        guard var now = completing, !now.candidates.isEmpty else { return }
        now.place = (now.place + 1) % now.candidates.count
        query.replaceAll(with: now.stem + now.candidates[now.place])
        // The only candidate is done with: Tab then goes on to what may follow it.
        completing = now.candidates.count == 1 ? nil : now
        list.selected = 0
        search()
    }

    private func search() {
        parsed = FindQuery(query.text, today: workspace.desk.today)
        do throws(DeskError) {
            groups = try workspace.desk.find(parsed.request, limit: Self.shown)
            failure = nil
        } catch {
            groups = []
            failure = error.label
        }
        rows = presented(workspace.look)
        list.settle(in: source)
    }

    private func presented(_ look: Look) -> [FindRows.Row] {
        let desk = workspace.desk
        return FindRows(today: desk.today, look: look) { id in
            (try? desk.record(id, includingDeleted: true)).map { DoorText.short($0.values) } ?? ""
        }.rows(groups)
    }
}
