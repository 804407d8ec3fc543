import Casework
import Desk
import Interface
import Records

/// 调解: the disputes, with where each stands and what is due; beside the list, on a wide screen, the selected one.
final class MediationsPane: Pane, RecordHolder {
    private let workspace: Workspace
    private let commands: MediationCommands
    /// So many open disputes are put in the order of their deadlines; far more than a beat ever has.
    private static let sortable = 2000

    private var filter = MediationFilter.inProgress
    private var page: ListPage?
    /// The columns of the widest number, worked out once for a list: it may be long, and nothing moves within it.
    private var knownNumberColumns: Int?
    private var count = 0
    private var counts: [MediationFilter: Int] = [:]
    private var failure: Label?
    private var refused: (id: RecordID?, refusals: [ActionID: Label])?
    private var list = ListView(columns: [], showsTitles: true)
    private var detail = DetailView()
    private var shown: RecordID?

    init(_ workspace: Workspace) {
        self.workspace = workspace
        commands = MediationCommands(workspace: workspace)
    }

    let name = "mediations"
    let title = MediationTexts.title

    func countOpen() -> Int { (try? workspace.desk.count(MediationFilter.inProgress.query)) ?? 0 }

    func reload() {
        refused = nil
        let selected = self.selected?.id
        page = nil
        knownNumberColumns = nil
        do throws(DeskError) {
            count = try workspace.desk.count(filter.query)
            failure = nil
            if filter.isByUrgency, count <= Self.sortable {
                // Deadlines follow from several fields and are no key of any list: open disputes are few, and all are read.
                let page = try workspace.desk.list(filter.query, limit: Self.sortable)
                let records = commands.rows(workspace.look).byUrgency(page.records)
                self.page = ListPage(records: records, offset: 0, count: records.count)
                count = records.count
            }
            for id in [workspace.justMade, selected].compactMap(\.self) {
                guard let place = try place(of: id) else { continue }
                list.selected = place
                break
            }
        } catch {
            count = 0
            failure = error.label
        }
        list.selected = max(0, min(list.selected, count - 1))
    }

    var contexts: [KeyContext] { [.list, MediationActions.list] }
    var focusedRecord: RecordID? { selected?.id }
    var situation: Situation {
        let selected = self.selected
        return Situation(selected == nil ? [] : [.selection], refusals: refusals(for: selected))
    }
    var status: StyledLine? {
        if let failure { return StyledLine(workspace.text(failure), .error) }
        guard count > 0 else { return nil }
        return StyledLine(
            workspace.text(
                Texts.fill(
                    Label("第 %i/%n 件", "%i of %n"), ["i": "\(list.selected + 1)", "n": "\(count)"])), .dim)
    }

    func draw(into canvas: inout Canvas, area: Rect, look: Look) {
        drawFilters(&canvas, area, look)
        let below = area.belowTitle
        let places = ScreenFrame.sideBySide(below)
        let isWide = places.detail.size.columns > 0
        let isNarrow = places.list.size.columns < MediationRows.roomy
        list.gap = isNarrow ? 2 : MediationRows.gap(look.language)
        list.columns =
            isNarrow
            ? MediationRows.narrowColumns(look.language, number: numberColumns)
            : MediationRows.columns(look.language, number: numberColumns)
        list.emptyText = filter.empty
        if isWide { drawBeside(&canvas, places, look) }
        list.draw(into: &canvas, area: places.list, look: look, source: source(look, isNarrow: isNarrow))
    }

    func handle(_ input: Input) -> LayerResult {
        guard case .action(let action) = input else { return .ignored }
        if list.handle(input, in: source(workspace.look, isNarrow: false)) { return .consumed }
        switch action {
        case StandardActions.open:
            guard let selected else { return .consumed }
            return workspace.open(selected.id)
        case MediationActions.filter:
            filter = filter.next
            list.selected = 0
            reload()
            return .consumed
        default:
            guard let selected, workspace.desk.isRestricted(selected),
                MediationActions.all.contains(where: { $0.id == action })
            else { return commands.take(action, on: selected) }
            return workspace.opening(selected.id) { [commands] in commands.take(action, on: $0) }
        }
    }

    private func place(of id: RecordID) throws(DeskError) -> Int? {
        if let all { return all.firstIndex { $0.id == id } }
        return try workspace.desk.position(of: id, in: filter.query)
    }

    private var selected: Record? { count > 0 ? records(list.selected..<list.selected + 1).first : nil }

    private var numberColumns: Int {
        if let knownNumberColumns { return knownNumberColumns }
        if page == nil, count > 0 { _ = records(0..<1) }
        let columns = MediationRows.numberColumns(all)
        knownNumberColumns = columns
        return columns
    }

    /// All records of the list, when all are at hand.
    private var all: [Record]? { page.flatMap { $0.records.count == count ? $0.records : nil } }

    /// The records of a range; a window is kept, so that moving within it asks nothing.
    private func records(_ range: Range<Int>) -> [Record] {
        if let page, page.offset <= range.lowerBound, range.upperBound <= page.offset + page.records.count {
            return Array(page.records[range.lowerBound - page.offset..<range.upperBound - page.offset])
        }
        let start = max(0, range.lowerBound - 20)
        page = try? workspace.desk.list(filter.query, offset: start, limit: range.count + 40)
        guard let page else { return [] }
        let first = range.lowerBound - page.offset
        guard first >= 0, first < page.records.count else { return [] }
        return Array(page.records[first..<min(page.records.count, first + range.count)])
    }

    /// What cannot be done with a record now, worked out once: every hint of every frame asks for it.
    private func refusals(for record: Record?) -> [ActionID: Label] {
        if let refused, refused.id == record?.id { return refused.refusals }
        let refusals = commands.refusals(for: record?.values)
        refused = (record?.id, refusals)
        return refusals
    }

    private func source(_ look: Look, isNarrow: Bool) -> RowSource {
        let presenter = commands.rows(look)
        return RowSource(count: count) { [weak self] range in
            self?.records(range).map { isNarrow ? presenter.narrowRow($0) : presenter.row($0) } ?? []
        }
    }

    private func drawFilters(_ canvas: inout Canvas, _ area: Rect, _ look: Look) {
        var column = 1
        for filter in MediationFilter.allCases {
            let isOpen = filter == self.filter
            let name = look.text(filter.label)
            column +=
                canvas.write(
                    isOpen ? "[\(name) \(count)]" : " \(name) ", row: 0, column: column, in: area,
                    style: look[isOpen ? .tabActive : .tab]) + 1
        }
    }

    private func drawBeside(_ canvas: inout Canvas, _ places: (list: Rect, rule: Rect, detail: Rect), _ look: Look) {
        for row in places.rule.rowRange {
            canvas.write("│", at: Point(row: row, column: places.rule.origin.column), style: look[.rule])
        }
        guard let selected else { return }
        if shown != selected.id {
            shown = selected.id
            detail.rewind()
        }
        let values = selected.values
        let sheet = MediationSheet(
            today: workspace.desk.today, look: look, words: workspace.desk.words(look.language),
            columns: places.detail.size.columns, showsHidden: false)
        let heading = sheet.heading(values)
        detail.blocks =
            [
                .line(heading.left), .line(heading.right),
                .line(sheet.stages(values, columns: places.detail.size.columns - 2, measure: look.columns)), .space,
            ]
            + sheet.blocks(values, deadlines: workspace.desk.deadlines(of: values))
        detail.draw(into: &canvas, area: places.detail, look: look, isFocused: false)
    }
}
