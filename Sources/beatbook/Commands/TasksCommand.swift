import ArgumentParser
import Desk
import Printing

/// `beatbook tasks [--on DAY]`.
struct TasksCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "tasks", abstract: Label("什么该办了，依据哪条规则。", "What is due, and by which rule.").spoken)
    }

    @OptionGroup var store: StoreOptions
    @OptionGroup var officer: OfficerOption
    @OptionGroup var json: JSONOption

    @Option(
        name: .customLong("on"), parsing: .unconditional,
        help: ArgumentHelp(Label("哪一天：明天、+7、0903……", "Which day: tomorrow, +7, 0903 …").spoken, valueName: "day"))
    var day: String?

    @Flag(
        help: ArgumentHelp(
            Label("逐条列出法定协助，不只给条数。", "List follow-ups one by one, not only their number.").spoken))
    var followups = false

    func run() throws {
        let session = try Session(store, officer: officer)
        defer { session.finish() }
        let day = try wantedDay(session.desk)
        let list = try asking { () throws(DeskError) in try session.desk.tasks(on: day) }
        if let note = session.desk.missingHolidays { Console.note(note) }
        let groups: [(Label, String, [DueItem])] = [
            (Label("等答复", "Waiting for an answer"), "waiting", list.waiting),
            (Label("今天", "Today"), "today", list.today),
            (Label("目标（内部）", "Goals (internal)"), "goal", list.goals),
            (Label("法定协助", "Follow-ups"), "followup", followups ? list.followups : []),
        ]
        try session.takeOut(groups.flatMap(\.2).map(\.record), isJSON: json.isOn)
        for (label, name, items) in groups where !items.isEmpty {
            if json.isOn {
                for item in items { Console.json(object(item, name, day, session)) }
                continue
            }
            if Surroundings.isOutputTerminal { Console.out("\(label.spoken) \(items.count)") }
            var table = TextTable([], whole: [4, 5, 6])
            for item in items { table.add(cells(item, day, session)) }
            Layout.print(table)
        }
        defer { showUnvisited(day, session) }
        // A list that lies open shows nobody who is being followed up: their number only, until it is asked for.
        guard let line = list.followupLine, !followups else {
            if list.count == 0, list.goals.isEmpty { Console.note(Label("没有到期的事。", "Nothing is due.")) }
            return
        }
        if json.isOn {
            Console.json(
                .object([.init("group", .text("followups")), .init("count", .number(list.followups.count))]))
        } else {
            Console.out(line.spoken)
        }
    }

    /// The households of the plan, as Today has them; only of today, since the plan looks back.
    private func showUnvisited(_ day: CalendarDay, _ session: Session) {
        guard day == session.desk.today, let board = try? session.desk.todayBoard(),
            let line = TaskList.unvisitedLine(board.unvisited)
        else { return }
        guard json.isOn else { return Console.out("\(line.spoken)  \(board.quota.label.spoken)") }
        Console.json(.object([.init("group", .text("unvisited")), .init("count", .number(board.unvisited))]))
    }

    private func wantedDay(_ desk: Desk) throws(CommandFailure) -> CalendarDay {
        guard let day else { return desk.today }
        do throws(EntryError) {
            return try TypedValue.day(of: day, today: desk.today)
        } catch {
            throw CommandFailure(.usage, error.message)
        }
    }

    /// On a narrower terminal the words are worth more than the identity, which search and `--json` give as well.
    private static let roomForIdentity = 110

    private func cells(_ item: DueItem, _ day: CalendarDay, _ session: Session) -> [String] {
        let isNarrow = Surroundings.isOutputTerminal && Layout.columns < Self.roomForIdentity
        return [
            item.kind.spoken, item.what.spoken, place(item, session) ?? "",
            [item.basis.spoken, item.note?.spoken].compactMap(\.self).joined(separator: " · "), item.due.description,
            item.state(on: day).spoken, isNarrow ? "" : name(item, session),
        ]
    }

    private func place(_ item: DueItem, _ session: Session) -> String? {
        if let place = item.place { return place }
        guard let id = item.household, let household = try? session.desk.record(id) else { return nil }
        return household.values[Household.address]
    }

    private func name(_ item: DueItem, _ session: Session) -> String {
        (try? session.desk.record(item.record)).map(session.name) ?? item.record.rawValue
    }

    private func object(_ item: DueItem, _ group: String, _ day: CalendarDay, _ session: Session) -> Value {
        var members: [Value.Member] = [
            .init("group", .text(group)), .init("record", item.record.stored),
            .init("type", .text(item.type.rawValue)), .init("rule", .text(item.rule)),
            .init("kind", .text(item.kind.spoken)), .init("what", .text(item.what.spoken)),
            .init("basis", .text(item.basis.spoken)), .init("anchor", item.anchor.stored),
            .init("due", item.due.stored),
            .init("days_left", .number(day.days(until: item.due))), .init("overdue", .bool(item.isOverdue(on: day))),
        ]
        if let place = place(item, session) { members.append(.init("place", .text(place))) }
        if let note = item.note { members.append(.init("note", .text(note.spoken))) }
        return .object(members)
    }
}
