import Desk
import Interface
import Records

/// The doors of a building, or those that a search found: a digit records a visit and moves on to the next that is due.
///
/// The pane and the building sheet both show it; only the sheet takes sentences on the row.
final class DoorList {
    /// Where it stands.
    enum Style {
        /// In the pane, narrow beside the dossier on a wide screen.
        case pane
        /// On the building sheet.
        case sheet
    }

    let workspace: Workspace
    let entry: VisitEntry
    let style: Style
    private(set) var doors: [Door] = []
    private(set) var block: String?
    var prompt: RowPrompt?
    private var found: [RecordID] = []
    private var marks: [RecordID: String] = [:]
    /// Whether the building has several entrances, so that a room alone does not say which door.
    private var hasUnits = false
    private var layout = DoorLayout.full
    private var list = ListView(columns: [], emptyText: VisitTexts.noHouseholds)

    init(_ workspace: Workspace, entry: VisitEntry, style: Style) {
        self.workspace = workspace
        self.entry = entry
        self.style = style
    }

    // MARK: What it shows

    /// Shows a building.
    func show(block: String, selecting household: RecordID? = nil) {
        self.block = block
        found = []
        list.emptyText = VisitTexts.noHouseholds
        list.selected = 0
        reload()
        if let household, let place = doors.firstIndex(where: { $0.id == household }) {
            list.selected = place
        } else if let due = doors.firstIndex(where: { $0.isDue(workspace.desk.today) }) {
            list.selected = due
        }
    }

    /// Shows what a search found.
    func show(found records: [Record]) {
        block = nil
        found = records.map(\.id)
        list.emptyText = VisitTexts.noMatch
        list.selected = 0
        reload()
    }

    /// Asks the desk again.
    func reload() {
        let desk = workspace.desk
        if let block {
            doors = ((try? desk.sheet(of: block)) ?? []).map { Door($0) }
        } else {
            let last = (try? desk.latest(Visit.type.id, via: Visit.household.key, for: found)) ?? [:]
            doors = found.compactMap { id in
                (try? desk.record(id)).map { Door($0, lastVisit: last[id], today: desk.today) }
            }
        }
        hasUnits = Set(doors.map { $0.values[Household.unit] ?? "" }).count > 1
        marks = [:]
        for door in doors { marks[door.id] = mark(door) }
        list.settle(in: source)
    }

    /// The household under the cursor.
    var selected: Door? { doors.indices.contains(list.selected) ? doors[list.selected] : nil }

    /// Its place in words: 第 1/6 户 · 本楼未走访 1 户.
    var place: Label {
        let left = doors.count { $0.isDue(workspace.desk.today) }
        let place = Texts.fill(VisitTexts.place, ["i": "\(list.selected + 1)", "n": "\(doors.count)"])
        guard block != nil else { return place }
        let rest = left == 0 ? VisitTexts.allVisited : Texts.fill(VisitTexts.unvisitedHere, ["n": "\(left)"])
        return Label("\(place.zh) · \(rest.zh)", "\(place.en) · \(rest.en)")
    }

    // MARK: Input

    /// Takes an input.
    ///
    /// - Parameter input: what came.
    /// - Returns: what it wants; `nil` when the input is not for a list of doors.
    func handle(_ input: Input) -> LayerResult? {
        if prompt != nil { return handlePrompt(input) }
        switch input {
        case .action(DoorActions.up): list.move(by: -1, in: source)
        case .action(DoorActions.down): list.move(by: 1, in: source)
        case .action(DoorActions.start): list.selected = 0
        case .action(DoorActions.end): list.selected = max(0, doors.count - 1)
        case .action(StandardActions.unfinished): return OpenMatters.offer(at: selected?.id, workspace)
        case .key(let key):
            guard let digit = key.digit, (1...5).contains(digit) else {
                guard style == .sheet, let text = key.text, selected != nil else { return nil }
                begin(.sentence)
                return handlePrompt(.text(String(text)))
            }
            guard let outcome = VisitOutcome(rawValue: "\(digit)") else { return nil }
            return take(outcome)
        default: return nil
        }
        return .consumed
    }

    /// Takes an outcome for the household under the cursor.
    private func take(_ outcome: VisitOutcome) -> LayerResult {
        guard let door = selected else { return .consumed }
        switch outcome {
        case .metWithNotes:
            begin(.sentence)
            return .consumed
        case .anotherDay:
            prompt = RowPrompt(.agreedDay)
            return .consumed
        case .metNothingNew, .notMet, .declined:
            return record(at: door) { [entry] () throws(DeskError) in try entry.record(outcome, at: door.id) }
        }
    }

    /// Begins to type on the row, with the sentence that stands there already.
    private func begin(_ purpose: RowPrompt.Purpose) {
        guard let door = selected else { return }
        let text = entry.sentence(at: door.id) ?? entry.visit(at: door.id)?.values[Visit.notes] ?? ""
        prompt = RowPrompt(purpose, text)
    }

    /// Asks what the household raised.
    func raise() -> LayerResult {
        guard selected != nil else { return .consumed }
        let kinds = RaisedKind.allCases
        return .push(
            ChoiceDialog(
                title: VisitTexts.whatKind, text: Label("", ""),
                choices: kinds.map { CodeTable.raisedKind.label(of: $0.rawValue) ?? Label("", "") }
            ) { [weak self] choice in
                self?.prompt = RowPrompt(.raised(kinds[choice]))
                return .consumed
            })
    }

    private func record(at door: Door, _ body: () throws(DeskError) -> Void) -> LayerResult {
        workspace.attempt { () throws(DeskError) in
            try body()
            prompt = nil
            advance(from: door)
            return .consumed
        }
    }

    /// Moves on to the next household that is due; when there is none, the cursor stays where it is.
    private func advance(from door: Door) {
        let today = workspace.desk.today
        guard let place = doors.firstIndex(where: { $0.id == door.id }) else { return }
        let next = doors.indices.dropFirst(place + 1).first {
            doors[$0].isDue(today) && entry.visit(at: doors[$0].id) == nil
        }
        if let next { list.selected = next }
    }

    // MARK: Typing

    private func handlePrompt(_ input: Input) -> LayerResult {
        guard var prompt else { return .consumed }
        switch input {
        case .action(StandardActions.open): return accept(prompt)
        case .action(StandardActions.back): return leave(prompt)
        case .action(StandardActions.unfinished): return OpenMatters.offer(at: selected?.id, workspace)
        case .action(StandardActions.new) where prompt.purpose == .sentence && !prompt.editor.text.isEmpty:
            // What is raised belongs to the door where the sentence was written, not to the one that is due next.
            let place = list.selected
            let result = accept(prompt)
            guard self.prompt == nil else { return result }
            list.selected = place
            return .all([result, raise()])
        case .action(DoorActions.up), .action(DoorActions.down):
            guard prompt.purpose == .sentence else { return .consumed }
            let result = prompt.editor.text.isEmpty ? leave(prompt) : accept(prompt)
            guard self.prompt == nil, case .consumed = result else { return result }
            return .consumed
        default:
            self.prompt = nil
            let outcome = prompt.editor.handle(input)
            self.prompt = prompt
            if case .refused(let reason) = outcome { return .notice(Notice(reason, .refusal)) }
            guard case .ignored = outcome else { return .consumed }
            let result = RowPrompt.leftOver(input)
            if case .ignored = result { idle() }
            return result
        }
    }

    /// Enter: what was typed is saved, and the cursor moves on.
    private func accept(_ prompt: RowPrompt) -> LayerResult {
        let text = prompt.editor.text
        switch prompt.purpose {
        case .lateDay, .latePage: return .consumed
        case .sentence:
            guard let door = selected else { return .consumed }
            guard !text.allSatisfy(\.isWhitespace) else {
                return .notice(Notice(VisitTexts.needsSentence, .refusal))
            }
            return saveSentence(text, at: door)
        case .agreedDay:
            guard let door = selected else { return .consumed }
            return reading(prompt) { [self] day in
                guard let day else { return .notice(Notice(VisitTexts.needsDay, .refusal)) }
                return record(at: door) { [entry] () throws(DeskError) in
                    try entry.record(.anotherDay, at: door.id, nextDate: day)
                }
            }
        case .raised(let kind):
            guard !text.allSatisfy(\.isWhitespace) else { return .consumed }
            self.prompt = RowPrompt(.promised(kind, text))
            return .consumed
        case .promised(let kind, let what):
            guard let door = selected else { return .consumed }
            return reading(prompt) { [self] day in
                workspace.attempt { [entry] () throws(DeskError) in
                    try entry.raise(kind, what, promised: day, at: door.id)
                    self.prompt = nil
                    return .notice(
                        Notice(
                            Texts.fill(
                                Texts.fillEach(
                                    VisitTexts.raisedKept, "k", CodeTable.raisedKind.label(of: kind.rawValue)),
                                ["t": what]), .done))
                }
            }
        }
    }

    private func saveSentence(_ text: String, at door: Door) -> LayerResult {
        let save = { [weak self] () -> LayerResult in
            guard let self else { return .consumed }
            return record(at: door) { [entry] () throws(DeskError) in
                try entry.record(.metWithNotes, at: door.id, notes: text)
            }
        }
        let warnings = entry.warnings(of: text, at: door.id)
        guard !warnings.isEmpty else { return save() }
        return .push(
            ChoiceDialog(
                title: PaneTexts.beforeSaving,
                text: Label(
                    warnings.map(\.message.zh).joined(separator: "\n"),
                    warnings.map(\.message.en).joined(separator: "\n")),
                choices: [PaneTexts.goBackAndChange, PaneTexts.saveAsIs]
            ) { $0 == 1 ? save() : .consumed })
    }

    private func reading(_ prompt: RowPrompt, _ body: (CalendarDay?) -> LayerResult) -> LayerResult {
        do throws(EntryError) {
            return body(try prompt.day(today: workspace.desk.today))
        } catch {
            return .notice(Notice(error.message, .refusal))
        }
    }

    /// Esc: a sentence is kept as a draft, and is there again when the row is taken up.
    private func leave(_ prompt: RowPrompt) -> LayerResult {
        guard prompt.purpose == .sentence, let door = selected else {
            self.prompt = nil
            return .consumed
        }
        return workspace.attempt { () throws(DeskError) in
            let moment = try entry.keep(prompt.editor.text, at: door.id)
            self.prompt = nil
            guard let moment else { return .consumed }
            return .notice(Notice(Texts.fill(PaneTexts.draftKept, ["t": "\(moment.time)"])))
        }
    }

    /// Puts the sentence that is being typed on the disk.
    func idle() {
        guard let prompt, prompt.purpose == .sentence, let door = selected else { return }
        _ = try? entry.keep(prompt.editor.text, at: door.id)
    }

    /// Whether a sentence is being typed.
    var holdsText: Bool { prompt.map { $0.purpose == .sentence && !$0.editor.text.isEmpty } ?? false }

    // MARK: Drawing

    /// Draws the doors; a question stands below them, a sentence on its row.
    func draw(into canvas: inout Canvas, area: Rect, look: Look) {
        let isBelow = prompt.map { style == .pane || !$0.isOnRow } ?? false
        let body = Rect(
            row: area.origin.row, column: area.origin.column, rows: area.size.rows - (isBelow ? 2 : 0),
            columns: area.size.columns)
        layout = DoorLayout(columns: area.size.columns, style: style, isFound: block == nil)
        list.columns = layout.columns(look, hasUnits: hasUnits)
        list.showsTitles = style == .sheet
        list.draw(into: &canvas, area: body, look: look, source: source)
        guard var prompt else { return }
        if isBelow {
            let row = area.size.rows - 1
            let used = canvas.write(
                look.text(prompt.question) + " ", row: row, column: 1, in: area, style: look[.label],
                maxColumns: area.size.columns * 2 / 3)
            let field = Rect(
                row: area.origin.row + row, column: area.origin.column + 1 + used, rows: 1,
                columns: max(1, area.size.columns - used - 2))
            prompt.editor.draw(into: &canvas, area: field, look: look)
        } else {
            let row = area.origin.row + 1 + list.selected - list.top
            let field = Rect(
                row: row, column: area.origin.column + Self.markColumn, rows: 1,
                columns: area.size.columns - Self.markColumn - 1)
            canvas.fill(field, style: look[.field])
            prompt.editor.draw(
                into: &canvas, area: field, look: look, placeholder: look.text(VisitTexts.sentence))
        }
        self.prompt = prompt
    }

    /// Where the marks of the sheet begin: the room for a sentence is to the right.
    private static let markColumn = 46

    private var source: RowSource {
        // The list is being changed while it asks for rows, so nothing here may look at it.
        RowSource(count: doors.count) { [weak self] range in
            guard let self else { return [] }
            return range.map { self.row(self.doors[$0]) }
        }
    }

    private func row(_ door: Door) -> ListRow {
        let vacant = layout == .short ? VisitTexts.vacant : VisitTexts.empty
        let head = door.isEmpty ? workspace.text(vacant) : door.values[Household.head] ?? ""
        let people = door.values[Household.people].map {
            workspace.text(Texts.fill(VisitTexts.people, ["n": "\($0)"]))
        }
        let mark = marks[door.id] ?? ""
        let done = mark.isEmpty ? "" : "✓ " + mark
        let name = block == nil ? DoorText.short(door.values) : DoorText.room(door.values, withUnit: hasUnits)
        let isClose = layout == .close || layout == .short
        let last = StyledLine(door.isEmpty ? "" : door.last(workspace, columns: isClose ? 10 : nil), .dim)
        var cells = [StyledLine(name), StyledLine(head, door.isEmpty ? .dim : .text)]
        if block != nil { cells.append(StyledLine(door.isEmpty ? "" : people ?? "", .dim)) }
        switch layout {
        case .found: return ListRow(cells + [done.isEmpty ? last : StyledLine(done, .success)])
        case .full, .close: return ListRow(cells + [last, done.isEmpty ? state(door) : StyledLine(done, .success)])
        case .short: return ListRow(cells + [last, done.isEmpty ? state(door) : StyledLine("✓", .success)])
        }
    }

    /// Whether a call is still due at a door, and why not; a word or a sign where there is no room for more.
    private func state(_ door: Door) -> StyledLine {
        let today = workspace.desk.today
        let isShort = layout == .short
        if let until = door.pausedUntil(today) {
            let day = DayText.short(until, today: today)
            let text = isShort ? VisitTexts.pausedShort : Texts.fill(VisitTexts.paused, ["d": day])
            return StyledLine(workspace.text(text), .dim)
        }
        if door.isVisited { return StyledLine(isShort ? "✓" : workspace.text(VisitTexts.visitedThisMonth), .dim) }
        guard !door.open.isEmpty else { return "" }
        let text = isShort ? VisitTexts.openShort : VisitTexts.openCount
        return StyledLine(workspace.text(Texts.fill(text, ["n": "\(door.open.count)"])), .due)
    }

    /// What was recorded at a door in this sitting: the sentence, or the outcome.
    private func mark(_ door: Door) -> String? {
        guard let visit = entry.visit(at: door.id)?.values, let outcome = visit[Visit.outcome] else { return nil }
        let line = visit[Visit.notes].map { String($0.prefix { !$0.isNewline }.prefix(60)) } ?? ""
        if outcome == .metWithNotes, !line.isEmpty { return line }
        if outcome == .anotherDay, let day = visit[Visit.nextDate] {
            return workspace.text(VisitTexts.word(outcome)) + " " + DayText.short(day, today: workspace.desk.today)
        }
        return workspace.text(VisitTexts.full(outcome)) + (line.isEmpty ? "" : " · " + line)
    }
}
