import Desk
import Interface
import Records

/// Who is at the keyboard: a blank screen with the names of those in office.
///
/// It hides everything below and lets only help, redraw and quit pass.
final class StartScreen: Layer {
    private let workspace: Workspace
    private let people: [Desk.Person]
    private let isLocked: Bool
    private let notices: [Label]
    private let onChoice: (RecordID) -> LayerResult
    private var list = ListView(
        columns: [
            ListColumn(width: .fixed(2)), ListColumn(width: .fixed(12)),
            ListColumn(width: .flexible(min: 10, share: 1)),
        ], emptyText: NotebookTexts.nobody)

    init(
        _ workspace: Workspace, notices: [Label] = [], isLocked: Bool = false,
        onChoice: @escaping (RecordID) -> LayerResult
    ) {
        self.workspace = workspace
        self.isLocked = isLocked
        self.notices = notices
        self.onChoice = onChoice
        people = workspace.desk.people()
        if let place = people.firstIndex(where: { $0.id == workspace.desk.person?.id }) { list.selected = place }
    }

    var contexts: [KeyContext] { [.list] }
    var isModal: Bool { true }
    var situation: Situation {
        Situation(
            [.selection],
            refusals: [
                StandardActions.back: NotebookTexts.chooseName, StandardActions.lock: NotebookTexts.chooseName,
            ])
    }
    var status: StyledLine? { notices.first.map { StyledLine(workspace.text($0), .warning) } }
    var hints: [Hint] { people.isEmpty ? [] : [Hint("1–\(min(9, people.count))", NotebookTexts.whoIsThere)] }

    func draw(into canvas: inout Canvas, area: Rect, look: Look) {
        let title = look.text(Label("片警本", "Beatbook"))
        let room = workspace.desk.room?.values[Room.name] ?? ""
        canvas.write(
            [title, room].filter { !$0.isEmpty }.joined(separator: " · "), row: 0, column: 1, in: area,
            style: look[.title])
        canvas.writeRight(
            StyledLine(look.text(DayText.title(workspace.desk.today))), row: 0, in: area, look: look)
        let heading = isLocked ? NotebookTexts.locked : NotebookTexts.whoIsThere
        canvas.write(look.text(heading), row: 3, column: 3, in: area, style: look[.heading])
        let place = Rect(
            row: area.origin.row + 5, column: area.origin.column + 1, rows: max(0, area.size.rows - 6),
            columns: min(area.size.columns - 2, 50))
        list.draw(into: &canvas, area: place, look: look, source: source)
    }

    func handle(_ input: Input) -> LayerResult {
        if list.handle(input, in: source) { return .consumed }
        switch input {
        case .action(StandardActions.open): return choose(list.selected)
        case .key(let key):
            if let digit = key.digit, digit > 0 { return choose(digit - 1) }
            return .consumed
        case .action(let action): return [StandardActions.back].contains(action) ? .consumed : .ignored
        default: return .consumed
        }
    }

    private func choose(_ index: Int) -> LayerResult {
        people.indices.contains(index) ? onChoice(people[index].id) : .consumed
    }

    private var source: RowSource {
        RowSource(
            people.enumerated().map { number, person in
                let role = CodeTable.officerRole.label(of: person.role.rawValue)
                return ListRow([
                    StyledLine(number < 9 ? "\(number + 1)" : "", .key), StyledLine(person.name),
                    StyledLine(role.map(workspace.text) ?? "", .dim),
                ])
            })
    }
}
