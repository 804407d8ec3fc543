import Desk
import Interface
import Records

/// One row of the day.
enum TodayRow {
    /// The heading of a group, with what belongs behind it.
    case heading(Label)
    /// A free row.
    case space
    /// What somebody handed over and nobody took over yet.
    case handover([HandoverNote])
    /// Something that is due.
    case task(DueItem)
    /// How many duties of follow-up are due: a number and no name.
    case followups(Label)
    /// Households of the plan that nobody was met at yet, and how far the plan is.
    case unvisited(Label, plan: Label)

    /// What is due, when the row is about one matter.
    var item: DueItem? {
        if case .task(let item) = self { item } else { nil }
    }

    /// The rows of a day.
    static func rows(of board: Desk.TodayBoard, today: CalendarDay) -> [TodayRow] {
        let tasks = board.tasks
        var groups: [[TodayRow]] = board.handovers.isEmpty ? [] : [[.handover(board.handovers)]]
        if !tasks.waiting.isEmpty {
            let heading = Texts.fill(TodayTexts.waiting, ["n": "\(tasks.waiting.count)"])
            groups.append([.heading(heading)] + tasks.waiting.map { .task($0) })
        }
        var duties: [TodayRow] = tasks.followupLine.map { [.followups($0)] } ?? []
        duties += tasks.today.map { .task($0) }
        if let line = TaskList.unvisitedLine(board.unvisited) {
            duties.append(.unvisited(line, plan: board.quota.label))
        }
        if !duties.isEmpty || board.done > 0 {
            let count = tasks.today.count + tasks.followups.count
            var heading = Texts.fill(TodayTexts.today, ["n": "\(count)"])
            if board.done > 0 {
                let done = Texts.fill(TodayTexts.done, ["n": "\(board.done)"])
                heading = Label("\(heading.zh)   \(done.zh)", "\(heading.en)   \(done.en)")
            }
            groups.append([.heading(heading)] + duties)
        }
        if !tasks.goals.isEmpty { groups.append([.heading(TodayTexts.goals)] + tasks.goals.map { .task($0) }) }
        return Array(groups.joined(separator: [.space]))
    }

    /// The row as the list shows it.
    ///
    /// - Parameters:
    ///   - workspace: the language and today.
    ///   - door: the short address of a household.
    /// - Returns: kind, matter, rule and state.
    func listRow(in workspace: Workspace, door: (RecordID) -> String) -> ListRow {
        let today = workspace.desk.today
        switch self {
        case .heading(let label): return .heading(workspace.text(label))
        case .space: return .space
        case .task(let item):
            let place = item.household.map(door) ?? ""
            let what = workspace.text(item.what)
            return ListRow([
                StyledLine(workspace.text(item.kind), .label),
                StyledLine(place.isEmpty ? what : "\(what) · \(place)"), StyledLine(workspace.text(item.basis), .dim),
                StyledLine(workspace.text(item.state(on: today)), Self.role(of: item, today: today)),
            ])
        case .handover(let notes):
            let names = notes.map(\.name).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
            let count = notes.map(\.items.count).reduce(0, +)
            let text = Texts.fill(
                count == 0 ? HandoverTexts.waitingNote : HandoverTexts.waiting,
                ["o": names.joined(separator: "、"), "n": "\(count)"])
            return ListRow([
                StyledLine(workspace.text(HandoverTexts.kind), .label), StyledLine(workspace.text(text), .due),
                StyledLine(workspace.text(HandoverTexts.waitingBasis), .dim),
                StyledLine(notes.first.map { DayText.short($0.moment, today: today) } ?? "", .dim),
            ])
        case .followups(let line):
            return ListRow([
                StyledLine(workspace.text(TodayTexts.statutory), .label),
                StyledLine(workspace.text(line)),
                StyledLine(workspace.text(TodayTexts.shownWhenOpened), .dim), "",
            ])
        case .unvisited(let line, let plan):
            return ListRow([
                StyledLine(workspace.text(VisitTexts.title), .label),
                StyledLine(workspace.text(line)),
                StyledLine(workspace.text(plan), .dim), "",
            ])
        }
    }

    /// An internal goal never looks like a deadline.
    private static func role(of item: DueItem, today: CalendarDay) -> Role {
        if item.group == .goal { return .goal }
        if item.isOverdue(on: today) { return .overdue }
        return today.days(until: item.due) <= 3 ? .due : .text
    }
}
