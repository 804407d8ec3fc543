import Desk
import Interface
import Records

/// A month of the audit log: what stands out first, then every line, the newest on top.
final class AuditLayer: Layer, Reloading {
    static let context: KeyContext = "audit"

    private let workspace: Workspace
    private var month: CalendarDay
    private var officer: (id: RecordID, name: String)?
    private var act: AuditAct?
    private var page: AuditPage
    private var rows: [AuditRows.Content] = []
    /// Everybody who has lines in the month.
    private var officers: [(id: RecordID, name: String)] = []
    private var list = ListView(columns: [], emptyText: AuditTexts.empty, showsTitles: true)

    init(_ workspace: Workspace) throws(DeskError) {
        self.workspace = workspace
        month = workspace.desk.today.startOfMonth
        page = try workspace.desk.auditPage(.init(month...month.endOfMonth))
        gather()
    }

    func reload() -> Bool { read() == nil }

    var contexts: [KeyContext] { [Self.context, .list] }
    var situation: Situation { Situation(selected == nil ? [.canUndo, .canRedo] : [.selection, .canUndo, .canRedo]) }
    var status: StyledLine? {
        var parts: [Label] = workspace.desk.isSealed ? [] : [AuditTexts.clear]
        if page.own > 0 { parts.append(Texts.fill(AuditTexts.own, ["n": "\(page.own)"])) }
        if let review = page.reviews.first {
            let day = DayText.short(review.moment, today: workspace.desk.today)
            parts.append(
                Texts.fill(
                    AuditTexts.lastReview, ["n": review.name, "m": review.month, "r": review.reviewer, "d": day]))
        }
        return parts.isEmpty ? nil : StyledLine(parts.map(workspace.text).joined(separator: "   "), .dim)
    }

    func draw(into canvas: inout Canvas, area: Rect, look: Look) {
        let filter = [officer?.name ?? "", act.map { look.text($0.label) } ?? ""].filter { !$0.isEmpty }
        let title = [look.text(AuditTexts.title), Desk.month(month)] + (filter.isEmpty ? [] : filter)
        canvas.write(title.joined(separator: " · "), row: 0, column: 1, in: area, style: look[.title])
        list.columns = AuditTexts.columns.enumerated().map { place, name in
            ListColumn(
                look.text(name),
                width: place == 3
                    ? .flexible(min: 20, share: 1) : .fixed([12, 8, look.language == .zh ? 13 : 20][place]))
        }
        list.draw(into: &canvas, area: area.belowTitle, look: look, source: source)
    }

    func handle(_ input: Input) -> LayerResult {
        if list.handle(input, in: source) { return .consumed }
        guard case .action(let action) = input else { return .ignored }
        switch action {
        case StandardActions.back: return .close
        case StandardActions.open: return open()
        case AuditFeature.act:
            let acts: [AuditAct?] = [nil] + AuditAct.allCases
            act = acts[((acts.firstIndex(of: act) ?? 0) + 1) % acts.count]
            return changed()
        case AuditFeature.officer:
            let next = officer.flatMap { now in officers.firstIndex { $0.id == now.id } }.map { $0 + 1 } ?? 0
            officer = officers.indices.contains(next) ? officers[next] : nil
            return changed()
        case AuditFeature.earlier:
            month = month.adding(days: -1).startOfMonth
            return changed()
        case AuditFeature.later:
            month = month.endOfMonth.adding(days: 1)
            return changed()
        case AuditFeature.review: return askReview()
        default: return .ignored
        }
    }

    private var selected: AuditRows.Content? { rows.indices.contains(list.selected) ? rows[list.selected] : nil }

    private func changed() -> LayerResult {
        list.selected = 0
        guard let problem = read() else { return .consumed }
        return .notice(Notice(problem, .refusal))
    }

    /// Asks the desk again.
    ///
    /// - Returns: why it would not say.
    private func read() -> Label? {
        do throws(DeskError) {
            page = try workspace.desk.auditPage(
                .init(month...month.endOfMonth, officer: officer?.id, act: act))
            gather()
            return nil
        } catch {
            return error.label
        }
    }

    private func gather() {
        rows = page.bulk.map { .bulk($0) } + page.entries.map { .entry($0) }
        if officer == nil, act == nil {
            var seen: Set<RecordID> = []
            officers = page.entries.map { ($0.officer, $0.name) }.filter { seen.insert($0.0).inserted }
                .sorted { $0.1 < $1.1 }
        }
        list.settle(in: source)
    }

    /// Goes to the record that a line is about, as from anywhere else: what may not be read is not there.
    private func open() -> LayerResult {
        guard case .entry(let entry) = selected, let record = entry.line.record else { return .consumed }
        return workspace.open(record)
    }

    private func askReview() -> LayerResult {
        guard let who = selected?.officer else { return .notice(Notice(AuditTexts.noLine, .refusal)) }
        let desk = workspace.desk
        let days = month...month.endOfMonth
        let count = (try? desk.auditPage(.init(days, officer: who.id)).entries.count) ?? 0
        let month = self.month
        let text = Texts.fill(
            AuditTexts.reviewAsk, ["n": who.name, "m": Desk.month(month), "c": "\(count)"])
        return .push(
            ChoiceDialog(title: AuditTexts.review, text: text, choices: [AuditTexts.no, AuditTexts.yes]) {
                [workspace] choice in
                guard choice == 1 else { return .consumed }
                return workspace.attempt { () throws(DeskError) in
                    try workspace.desk.review(who.id, month: month)
                    workspace.changed()
                    return .notice(
                        Notice(Texts.fill(AuditTexts.reviewed, ["n": who.name, "m": Desk.month(month)]), .done))
                }
            })
    }

    private var source: RowSource {
        RowSource(count: rows.count) { [rows, workspace] range in
            rows[range].map { AuditRows(workspace).row($0) }
        }
    }
}
