import Desk
import Interface
import Records

/// A building in one go: a digit records the row, saves it and moves on; typing starts the sentence.
final class BuildingSheet: Layer, Idling, Reloading, RecordHolder {
    private let workspace: Workspace
    private let entry: VisitEntry
    private let doors: DoorList
    private var quota: Desk.Quota?
    private let began: TimeOfDay
    /// A question about the sheet itself: its day, the page of the paper notebook.
    private var prompt: RowPrompt?

    init(
        _ workspace: Workspace, block: String, sitting: VisitEntry.Sitting, selecting household: RecordID? = nil,
        asksForDay: Bool = false
    ) {
        self.workspace = workspace
        entry = VisitEntry(workspace, sitting: sitting)
        doors = DoorList(workspace, entry: entry, style: .sheet)
        began = workspace.desk.now.time
        quota = try? workspace.desk.quota()
        doors.show(block: block, selecting: household)
        if asksForDay { prompt = RowPrompt(.lateDay) }
    }

    func reload() -> Bool {
        doors.reload()
        quota = try? workspace.desk.quota()
        return true
    }

    var focusedRecord: RecordID? { doors.selected?.id }
    var takesText: Bool { prompt != nil || doors.prompt != nil }
    var contexts: [KeyContext] {
        if prompt != nil { return [.field, DoorActions.doors] }
        return takesText ? [.field, DoorActions.doors, DoorActions.sheet] : [DoorActions.sheet, DoorActions.doors]
    }
    var situation: Situation {
        var flags: Set<Situation.Flag> = [.canUndo, .canRedo]
        if let door = doors.selected {
            flags.insert(.selection)
            if !door.open.isEmpty { flags.insert(.unfinished) }
        }
        return Situation(flags)
    }
    var status: StyledLine? {
        let saved = Texts.fill(VisitTexts.savedCount, ["n": "\(entry.count)"])
        return StyledLine(workspace.text(saved), .status)
    }
    var hints: [Hint] {
        if let asked = prompt ?? doors.prompt { return asked.hints }
        return [
            Hint("1", VisitTexts.hintNothingNew), Hint("2", VisitTexts.sentence),
            Hint("3", VisitTexts.full(.notMet)), Hint("4", VisitTexts.word(.anotherDay)),
            Hint("5", VisitTexts.word(.declined)), Hint("Ctrl-N", VisitTexts.hintRaise),
        ]
    }
    var keyHelp: [Hint] {
        prompt == nil && doors.prompt == nil ? VisitTexts.digits + [Hint("Ctrl-N", VisitTexts.raiseHelp)] : hints
    }

    func draw(into canvas: inout Canvas, area: Rect, look: Look) {
        drawHead(into: &canvas, area: area, look: look)
        let body = Rect(
            row: area.origin.row + 2, column: area.origin.column, rows: area.size.rows - 4, columns: area.size.columns)
        doors.draw(into: &canvas, area: body, look: look)
        let row = area.size.rows - 1
        if var question = prompt {
            let used = canvas.write(
                look.text(question.question) + " ", row: row, column: 1, in: area, style: look[.label],
                maxColumns: area.size.columns * 2 / 3)
            let field = Rect(
                row: area.origin.row + row, column: area.origin.column + 1 + used, rows: 1,
                columns: max(1, area.size.columns - used - 2))
            question.editor.draw(into: &canvas, area: field, look: look)
            prompt = question
        } else if let matter = doors.selected?.open.first {
            let text = look.text(VisitTexts.leftOpen) + (look.language == .zh ? "：" : ": ")
            let line = StyledLine([
                Span(text, .label), Span(look.text(OpenMatters.line(matter, workspace))), Span("   F6 ", .key),
                Span("\(look.text(VisitTexts.solved)) / \(look.text(VisitTexts.stillOpen))", .dim),
            ])
            canvas.write(line, row: row, column: 1, in: area, look: look, maxColumns: area.size.columns - 2)
        }
    }

    func handle(_ input: Input) -> LayerResult {
        if prompt != nil { return handlePrompt(input) }
        if let result = doors.handle(input) { return result }
        switch input {
        case .action(StandardActions.new): return doors.raise()
        case .action(StandardActions.open), .action(DoorActions.form):
            guard let door = doors.selected else { return .consumed }
            let visit = entry.visit(at: door.id)
            return .push(
                VisitForm.make(
                    workspace, household: door.id, base: visit, values: visit == nil ? entry.values(at: door.id) : nil))
        case .action(DoorActions.late):
            prompt = RowPrompt(.lateDay)
            return .consumed
        case .action(StandardActions.back): return .close
        default: return .ignored
        }
    }

    func idle() { doors.idle() }
    var holdsText: Bool { doors.holdsText }

    /// The day, who visits, the kind: they stay for all rows.
    private func drawHead(into canvas: inout Canvas, area: Rect, look: Look) {
        let desk = workspace.desk
        let new = desk.newValues(of: Visit.type)
        let words = desk.words(look.language)
        func word(_ field: FieldSpec) -> String { words.text(of: new[field.key], in: field) }
        let day = entry.day ?? desk.today
        var parts = [DayText.short(day, today: desk.today)]
        if entry.isLate {
            parts[0] += " " + look.text(VisitTexts.late)
            if let page = entry.page { parts.append(look.text(Texts.fill(VisitTexts.page, ["n": "\(page)"]))) }
        } else {
            parts[0] = look.text(Texts.fill(VisitTexts.since, ["d": parts[0], "t": "\(began)"]))
        }
        parts += [word(Visit.visitors.spec), word(Visit.kind.spec)].filter { !$0.isEmpty }
        let title = look.text(VisitTexts.title) + " · " + (doors.block ?? "")
        let used = canvas.write(title, row: 0, column: 1, in: area, style: look[.title])
        let right = quota.map { look.text($0.label) } ?? ""
        canvas.writeRight(StyledLine(right, .status), row: 0, in: area, look: look)
        let room = max(0, area.size.columns - used - look.columns(right) - 9)
        // A kind of visit cut in half says nothing: what does not fit as a whole is left out.
        while parts.count > 1, look.columns(parts.joined(separator: "   ")) > room { parts.removeLast() }
        canvas.write(
            parts.joined(separator: "   "), row: 0, column: used + 5, in: area,
            style: look[entry.isLate ? .warning : .dim], maxColumns: room)
    }

    private func handlePrompt(_ input: Input) -> LayerResult {
        guard var question = prompt else { return .consumed }
        switch input {
        case .action(StandardActions.back):
            prompt = nil
            return .consumed
        case .action(StandardActions.open): return accept(question)
        default:
            prompt = nil
            let outcome = question.editor.handle(input)
            prompt = question
            if case .refused(let reason) = outcome { return .notice(Notice(reason, .refusal)) }
            if case .ignored = outcome { return RowPrompt.leftOver(input) }
            return .consumed
        }
    }

    private func accept(_ question: RowPrompt) -> LayerResult {
        do throws(EntryError) {
            switch question.purpose {
            case .lateDay:
                let day = try question.day(today: workspace.desk.today)
                entry.day = day == workspace.desk.today ? nil : day
                prompt = RowPrompt(.latePage, entry.page.map { "\($0)" } ?? "")
            default:
                let text = TextMatcher.fold(question.editor.text)
                guard text.isEmpty || Int(text).map({ $0 > 0 }) ?? false else {
                    throw EntryError(VisitTexts.pageForm)
                }
                entry.page = Int(text)
                prompt = nil
            }
            doors.reload()
            return .consumed
        } catch {
            return .notice(Notice(error.message, .refusal))
        }
    }
}
