import Desk
import Interface
import Records

/// One conflict: the sides whole, what differs marked; a digit decides, or something else is written.
final class ConflictView: Layer, Reloading, RecordHolder, Idling {
    private let workspace: Workspace
    private var conflict: Conflict
    /// Its place among all that wait.
    private var place = (index: 0, count: 1)
    private var isRevealed = false
    private var top = 0
    private var page = 1
    private var layout: (columns: Int, language: Language, rows: [[StyledLine]])?
    /// Whether what both sides have is left out where it is long; `nil` does so when not everything fits on the screen.
    private var isFolded: Bool?
    /// Whether it is now; `nil` when there is nothing to leave out.
    private var folds: Bool?
    /// What is written in place of the sides; `nil` while nothing is.
    private var editor: TextEditor?
    private var draft: Draft?
    private var acceptedWarnings: [Problem] = []
    private var keepFailure: Label?

    init(_ workspace: Workspace, _ conflict: Conflict) {
        self.workspace = workspace
        self.conflict = conflict
        findPlace()
    }

    func reload() -> Bool {
        layout = nil
        // While something is written, the sides stay as they were when it was begun: that is what it replaces.
        guard editor == nil else { return true }
        guard let now = try? workspace.desk.conflict(conflict.id) else { return false }
        conflict = now
        findPlace()
        return true
    }

    private func findPlace() {
        let all = (try? workspace.desk.conflicts()) ?? []
        place = (all.firstIndex { $0.id == conflict.id } ?? 0, max(1, all.count))
    }

    var contexts: [KeyContext] { editor == nil ? [InboxFeature.opened, .detail] : [.editor, InboxFeature.writing] }
    var takesText: Bool { editor != nil }
    var focusedRecord: RecordID? { conflict.base.id }
    var situation: Situation {
        var flags: Set<Situation.Flag> = [.selection, .canUndo, .canRedo]
        if !isRevealed, hasHidden { flags.insert(.hiddenValue) }
        return Situation(flags)
    }
    var hints: [Hint] {
        guard editor == nil else { return [] }
        let fold = folds.map { [Hint("0", $0 ? InboxTexts.whole : InboxTexts.different)] } ?? []
        return options.enumerated().map { Hint("\($0.offset + 1)", $0.element.label) } + fold
    }
    func hintText(for action: ActionID) -> Label? {
        switch action {
        case StandardActions.back: InboxTexts.later
        case StandardActions.open: InboxTexts.write
        default: nil
        }
    }
    var status: StyledLine? {
        if let keepFailure { return StyledLine(workspace.text(keepFailure), .error) }
        let hasMore = (layout?.rows.map(\.count).max() ?? 0) > page
        let text = workspace.text(InboxTexts.bothKept)
        return StyledLine(hasMore && editor == nil ? "\(text) \(workspace.text(InboxTexts.more))" : text, .dim)
    }

    // MARK: Drawing

    func draw(into canvas: inout Canvas, area: Rect, look: Look) {
        let name = ConflictNames.field(conflict.path, in: conflict.base, of: conflict.type)
        let title = ConflictNames.fill(
            Texts.fill(InboxTexts.heading, ["i": "\(place.index + 1)", "n": "\(place.count)", "f": "%f"]),
            ["f": Label("\(conflict.type.label.zh) \(name.zh)", "\(conflict.type.label.en), \(name.en)")])
        let used = canvas.write(look.text(title), row: 0, column: 1, in: area, style: look[.title])
        let record = look.textWidth.truncate(
            workspace.desk.title(of: conflict.base, language: look.language),
            to: max(0, area.size.columns - used - 5))
        canvas.writeRight(StyledLine(record, .dim), row: 0, in: area, look: look, minColumn: used + 2)
        let writing = editor == nil ? 0 : max(5, area.size.rows / 3)
        let body = Rect(
            row: area.origin.row + 2, column: area.origin.column, rows: max(1, area.size.rows - 2 - writing),
            columns: area.size.columns)
        drawSides(into: &canvas, area: body, look: look)
        guard editor != nil else { return }
        let place = Rect(
            row: body.rowRange.upperBound, column: area.origin.column, rows: writing, columns: area.size.columns)
        canvas.write(look.text(InboxTexts.result), row: 0, column: 1, in: place, style: look[.heading])
        editor?.draw(
            into: &canvas,
            area: Rect(
                row: place.origin.row + 1, column: place.origin.column + 2, rows: writing - 1,
                columns: place.size.columns - 3), look: look)
    }

    private func drawSides(into canvas: inout Canvas, area: Rect, look: Look) {
        if layout?.columns != area.size.columns || layout?.language != look.language {
            layout = (area.size.columns, look.language, rows(of: area.size, look: look))
        }
        guard let rows = layout?.rows else { return }
        // Beside each other, who wrote what stays in sight.
        let pinned = rows.count > 1 ? 2 : 0
        page = area.size.rows
        top = max(0, min(top, (rows.map(\.count).max() ?? 0) - page))
        let width = area.size.columns / max(1, rows.count)
        for (number, column) in rows.enumerated() {
            let shown = column.prefix(pinned) + column.dropFirst(pinned + top).prefix(page - pinned)
            for (row, line) in shown.enumerated() {
                canvas.write(line, row: row, column: 1 + number * width, in: area, look: look, maxColumns: width - 2)
            }
        }
        canvas.placeCaret(at: area.origin, visible: false)
    }

    private func rows(of size: Size, look: Look) -> [[StyledLine]] {
        func sheet(_ isFolded: Bool) -> ConflictSheet {
            ConflictSheet(
                conflict: conflict, look: look, today: workspace.desk.today,
                words: workspace.desk.words(look.language, showsMasked: isRevealed), isRevealed: isRevealed,
                isFolded: isFolded)
        }
        let whole = sheet(false).columns(size.columns)
        folds = nil
        guard sheet(false).canFold else { return whole }
        let folded = sheet(true).columns(size.columns)
        guard folded != whole else { return whole }
        let isLong = whole.contains { $0.count > size.rows }
        folds = isFolded ?? isLong
        return folds == true ? folded : whole
    }

    // MARK: Deciding

    private enum Option {
        case side(Int)
        case both
        case write
    }

    /// What can be decided, in the order of the digits.
    private var options: [(option: Option, label: Label)] {
        guard conflict.kind == .field else {
            return conflict.versions.enumerated().map {
                (.side($0.offset), $0.element.value == .null ? InboxTexts.delete : InboxTexts.keep)
            }
        }
        var options: [(option: Option, label: Label)] = conflict.versions.indices.map {
            (.side($0), ConflictNames.fill(InboxTexts.useSide, ["s": ConflictNames.side($0)]))
        }
        if conflict.both != nil { options.append((.both, InboxTexts.useBoth)) }
        if canWrite { options.append((.write, InboxTexts.write)) }
        return options
    }

    private var canWrite: Bool {
        switch conflict.field?.kind {
        case nil, .yesNo, .reference, .references, .rows, .choices: false
        default: true
        }
    }

    func handle(_ input: Input) -> LayerResult {
        guard editor == nil else { return write(input) }
        switch input {
        case .key(let key):
            if key.digit == 0, let folds {
                (isFolded, layout, top) = (!folds, nil, 0)
                return .consumed
            }
            guard let digit = key.digit, options.indices.contains(digit - 1) else { return .ignored }
            return choose(options[digit - 1].option)
        case .action(let action): return take(action)
        default: return .ignored
        }
    }

    private func take(_ action: ActionID) -> LayerResult {
        switch action {
        case InboxFeature.first: return choose(.side(0))
        case InboxFeature.second: return choose(.side(1))
        case InboxFeature.both: return choose(.both)
        case StandardActions.open: return choose(.write)
        case InboxFeature.next: return turn(1)
        case InboxFeature.previous: return turn(-1)
        case StandardActions.Move.up: top -= 1
        case StandardActions.Move.down: top += 1
        case StandardActions.Move.pageUp: top -= max(1, page - 1)
        case StandardActions.Move.pageDown: top += max(1, page - 1)
        case StandardActions.Move.start: top = 0
        case StandardActions.Move.end: top = .max / 2
        case StandardActions.reveal:
            return workspace.reveal(conflict.base) {
                isRevealed = true
                layout = nil
            }
        case StandardActions.back: return .close
        case InboxFeature.inbox: return .close
        default: return .ignored
        }
        return .consumed
    }

    private func turn(_ step: Int) -> LayerResult {
        let all = (try? workspace.desk.conflicts()) ?? []
        guard all.count > 1 else { return .consumed }
        let here = all.firstIndex { $0.id == conflict.id } ?? 0
        return show(all[(here + step + all.count) % all.count])
    }

    private func show(_ next: Conflict) -> LayerResult {
        guard !next.isClosed else {
            return workspace.opening(next.base.id, asksAgain: false) { [weak self] _ throws(DeskError) in
                guard let self, let whole = try workspace.desk.conflict(next.id) else { return .consumed }
                return show(whole)
            }
        }
        conflict = next
        (top, layout, isRevealed, isFolded, acceptedWarnings) = (0, nil, false, nil, [])
        findPlace()
        return .consumed
    }

    private func choose(_ option: Option) -> LayerResult {
        switch option {
        case .side(let place): return resolve(.version(place))
        case .both:
            return conflict.both == nil ? .notice(Notice(InboxTexts.notBoth, .refusal)) : resolve(.both)
        case .write: return begin()
        }
    }

    private func resolve(_ choice: Conflict.Choice) -> LayerResult {
        workspace.attempt { () throws(DeskError) in
            let name = workspace.caption(of: conflict.base.id)
            let before = (try? workspace.desk.conflicts()) ?? []
            let here = before.firstIndex { $0.id == conflict.id } ?? 0
            try workspace.desk.resolve(conflict, choice)
            if let draft { try? workspace.desk.discard(draft) }
            (editor, draft) = (nil, nil)
            workspace.changed()
            let notice = LayerResult.notice(Notice(PaneTexts.fill(InboxTexts.settled, name), .done))
            let left = try workspace.desk.conflicts()
            guard !left.isEmpty else {
                return .all([.close, .notice(Notice(InboxTexts.allSettled, .done))])
            }
            return .all([show(left[min(here, left.count - 1)]), notice])
        }
    }

    // MARK: Writing another

    private func begin() -> LayerResult {
        guard canWrite, let field = conflict.field else { return .notice(Notice(InboxTexts.notWritten, .refusal)) }
        let shown = conflict.versions[conflict.shown].value
        switch field.kind {
        case .longText:
            editor = TextEditor((conflict.both ?? shown).text ?? "")
            return .consumed
        case .choice(let table):
            return .push(
                ChoiceDialog(title: field.label, text: Label("", ""), choices: table.rows.map(\.label)) {
                    [weak self] choice in
                    self?.resolve(.value(.text(table.rows[choice].code))) ?? .consumed
                })
        default:
            let desk = workspace.desk
            let words = desk.words(workspace.look.language, showsMasked: true)
            let value = { (text: String) throws(EntryError) in
                try TypedValue.value(of: text, in: field, now: desk.now)
            }
            return .push(
                PromptDialog(
                    title: field.label, text: InboxTexts.writeHere,
                    answer: field.sensitivity == .plain ? words.text(of: shown, in: field) : "", limit: 2000,
                    check: { text in
                        do throws(EntryError) {
                            _ = try value(text)
                            return nil
                        } catch {
                            return error.message
                        }
                    }
                ) { [weak self] text in
                    guard let self, let typed = try? value(text) else { return .consumed }
                    return resolveWritten(typed)
                })
        }
    }

    private func write(_ input: Input) -> LayerResult {
        switch input {
        case .action(StandardActions.back):
            idle()
            guard keepFailure == nil else { return .consumed }
            let holds = draft != nil
            (editor, draft) = (nil, nil)
            _ = reload()
            return holds ? .notice(Notice(InboxTexts.draftKept)) : .consumed
        case .action(InboxFeature.use):
            return resolveWritten(.text(editor?.text ?? ""))
        default:
            let outcome = editor?.handle(input) ?? .ignored
            if case .refused(let reason) = outcome { return .notice(Notice(reason, .refusal)) }
            if outcome == .changed { acceptedWarnings = [] }
            guard outcome == .ignored, case .action(let action) = input else { return .consumed }
            // At the first or last row there is nowhere to go.
            return action.rawValue.hasPrefix("move.") ? .consumed : .ignored
        }
    }

    /// Free text is checked as on every save: the officer reads the warning and decides (RIGHTS.md rule 8).
    private func resolveWritten(_ value: Value) -> LayerResult {
        workspace.attempt { () throws(DeskError) in
            let warnings = try workspace.desk.problems(resolving: conflict, .value(value))
                .filter { $0.severity == .warning }
            guard !warnings.isEmpty, warnings != acceptedWarnings else { return resolve(.value(value)) }
            let text = Label(
                warnings.map(\.message.zh).joined(separator: "\n"), warnings.map(\.message.en).joined(separator: "\n"))
            return .push(
                ChoiceDialog(
                    title: PaneTexts.beforeSaving, text: text, choices: [PaneTexts.goBackAndChange, PaneTexts.saveAsIs]
                ) { [weak self] choice in
                    guard let self, choice == 1 else { return .consumed }
                    acceptedWarnings = warnings
                    return resolve(.value(value))
                })
        }
    }

    // MARK: Drafts

    var holdsText: Bool {
        editor.map { $0.text != (conflict.both ?? conflict.versions[conflict.shown].value).text } ?? false
    }

    /// What is being written is a draft of the record like any other: it is found again under the drafts.
    func idle() {
        guard holdsText, let text = editor?.text else { return }
        var values = conflict.base.values
        values[conflict.path] = .text(text)
        var kept = draft ?? workspace.desk.newDraft(of: conflict.type.id, base: conflict.base, values: values)
        guard kept.values != values || draft == nil else { return }
        kept.values = values
        do throws(DeskError) {
            draft = try workspace.desk.keep(kept)
            keepFailure = nil
        } catch {
            keepFailure = error.label
        }
    }

    private var hasHidden: Bool {
        if let field = conflict.field { return field.sensitivity != .plain }
        return conflict.versions.flatMap(\.edits).contains {
            (conflict.type.field(at: $0.path)?.sensitivity ?? .plain) != .plain && !$0.value.isEmpty
        }
    }
}
