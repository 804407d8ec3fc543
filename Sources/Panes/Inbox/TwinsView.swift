import Desk
import Interface
import Records

/// Two that look like one, beside each other: what each has, and which value stands where both have one.
final class TwinsView: Layer, Reloading, RecordHolder {
    private let workspace: Workspace
    private let twins: Twins
    private var choices: [FieldPath: Twins.Choice]
    private let differences: [FieldPath: Twins.Difference]
    private let fields: [FieldSpec]
    private var isRevealed = false
    private var list = ListView(columns: [], showsTitles: true)

    init(_ workspace: Workspace, _ twins: Twins) {
        self.workspace = workspace
        self.twins = twins
        choices = twins.proposal
        differences = Dictionary(twins.differences.map { ($0.path, $0) }) { first, _ in first }
        fields = twins.fields.filter {
            !twins.value(of: $0, inSecond: false).isEmpty || !twins.value(of: $0, inSecond: true).isEmpty
        }
        if let first = fields.firstIndex(where: { difference($0) != nil }) { list.selected = first }
    }

    /// Closes when somebody settled it elsewhere, or one of the two changed.
    func reload() -> Bool { ((try? workspace.desk.twins()) ?? []).contains(twins) }

    var contexts: [KeyContext] { [InboxFeature.twins, .list] }
    var focusedRecord: RecordID? { twins.first.id }
    var situation: Situation {
        var flags: Set<Situation.Flag> = [.selection, .canUndo, .canRedo]
        if !isRevealed, fields.contains(where: { $0.sensitivity != .plain }) { flags.insert(.hiddenValue) }
        return Situation(flags)
    }
    var hints: [Hint] {
        guard let selected, let difference = difference(selected) else { return [] }
        return [Hint("1", InboxTexts.useFirst), Hint("2", InboxTexts.useSecond)]
            + (difference.both == nil ? [] : [Hint("3", InboxTexts.useBoth)])
    }
    func hintText(for action: ActionID) -> Label? { action == StandardActions.back ? InboxTexts.later : nil }
    var status: StyledLine? { StyledLine(workspace.text(InboxTexts.twinsExplained), .dim) }

    func draw(into canvas: inout Canvas, area: Rect, look: Look) {
        let name = look.text(workspace.caption(of: twins.first.id))
        canvas.write(
            "\(look.text(InboxTexts.twins)) · \(name)", row: 0, column: 1, in: area, style: look[.title],
            maxColumns: area.size.columns - 2)
        let place = area.belowTitle
        list.columns = [
            ListColumn("", width: .fixed(look.language == .zh ? 14 : 20)),
            ListColumn(head(inSecond: false, look), width: .flexible(min: 20, share: 1)),
            ListColumn(head(inSecond: true, look), width: .flexible(min: 20, share: 1)),
        ]
        list.draw(into: &canvas, area: place, look: look, source: source)
    }

    /// 甲 苏行简 · 11-02 16:40: who entered it, and when.
    private func head(inSecond: Bool, _ look: Look) -> String {
        let side = look.text(ConflictNames.side(inSecond ? 1 : 0))
        let record = inSecond ? twins.second : twins.first
        let life = twins.rows.map { FieldPath($0.table, row: inSecond ? $0.second : $0.first) } ?? .life
        guard let version = record.registers[life]?.versions.first else { return side }
        let officer = workspace.desk.officerName(version.officer)
        let when = DayText.short(version.moment, today: workspace.desk.today)
        return "\(side) \(officer.isEmpty ? look.text(InboxTexts.unknown) : officer) · \(when)"
    }

    func handle(_ input: Input) -> LayerResult {
        if list.handle(input, in: source) { return .consumed }
        switch input {
        case .key(let key):
            guard let digit = key.digit, (1...3).contains(digit), let selected, let difference = difference(selected)
            else { return .ignored }
            guard digit < 3 || difference.both != nil else { return .notice(Notice(InboxTexts.notBoth, .refusal)) }
            choices[difference.path] = [Twins.Choice.first, .second, .both][digit - 1]
            list.move(by: 1, in: source)
            return .consumed
        case .action(let action): return take(action)
        default: return .ignored
        }
    }

    private func take(_ action: ActionID) -> LayerResult {
        switch action {
        case InboxFeature.merge:
            return workspace.attempt { () throws(DeskError) in
                let record = try workspace.desk.merge(twins, choices: choices)
                workspace.changed()
                let name = workspace.caption(of: record.id)
                return .all([.close, .notice(Notice(PaneTexts.fill(InboxTexts.merged, name), .done))])
            }
        case InboxFeature.apart:
            return workspace.attempt { () throws(DeskError) in
                try workspace.desk.keepApart(twins)
                workspace.changed()
                return .all([.close, .notice(Notice(InboxTexts.keptApart, .done))])
            }
        case StandardActions.open: return .perform(StandardActions.menu)
        case StandardActions.reveal: return workspace.reveal(twins.first) { isRevealed = true }
        case StandardActions.back: return .close
        default: return .ignored
        }
    }

    private var selected: FieldSpec? { fields.indices.contains(list.selected) ? fields[list.selected] : nil }

    private func difference(_ field: FieldSpec) -> Twins.Difference? {
        let path = twins.rows.map { FieldPath($0.table, row: $0.first, cell: field.key) } ?? field.path
        return differences[path]
    }

    private var source: RowSource {
        let words = workspace.desk.words(workspace.look.language, showsMasked: isRevealed)
        return RowSource(
            fields.map { field in
                let chosen = difference(field).flatMap { choices[$0.path] }
                func cell(inSecond: Bool) -> StyledLine {
                    let text = words.text(of: twins.value(of: field, inSecond: inSecond), in: field)
                        .split(whereSeparator: \.isNewline).joined(separator: " ")
                    guard let chosen else { return StyledLine(text) }
                    let isTaken = chosen == .both || (chosen == .second) == inSecond
                    return isTaken ? StyledLine("[\(text)]", .choice) : StyledLine(" \(text)", .dim)
                }
                return ListRow([
                    StyledLine([
                        Span(chosen == nil ? "  " : "≠ ", .conflict), Span(workspace.text(field.label), .label),
                    ]),
                    cell(inSecond: false), cell(inSecond: true),
                ])
            })
    }
}
