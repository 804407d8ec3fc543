public import Records

extension Form {
    /// Takes an input.
    ///
    /// - Parameter input: what came.
    /// - Returns: what the owner has to do.
    public mutating func handle(_ input: Input) -> FormEvent {
        wake()
        if case .field(let path) = focus, let field = specs[path] {
            if let event = handle(input, in: field, at: path) { return event }
        } else if let event = handleRows(input) {
            return event
        }
        guard case .action(let action) = input else { return .ignored }
        switch action {
        case StandardActions.Form.next, StandardActions.Move.down, StandardActions.Form.activate: return move(by: 1)
        case StandardActions.Form.previous, StandardActions.Move.up: return move(by: -1)
        case StandardActions.Move.pageDown: return move(by: 5)
        case StandardActions.Move.pageUp: return move(by: -5)
        case StandardActions.save: return attemptSave()
        case StandardActions.back:
            commit()
            return .close
        case StandardActions.undo: return step(from: \.history, to: \.future, otherwise: Texts.undoNothing)
        case StandardActions.redo: return step(from: \.future, to: \.history, otherwise: Texts.redoNothing)
        case StandardActions.reveal:
            guard case .field(let path) = focus, let field = specs[path], isMasked(field) else { return .ignored }
            return .reveal(path)
        default: return .ignored
        }
    }

    /// Reads the focused field without leaving it: call it when nothing was typed for 2 s, so that a crash loses no more.
    ///
    /// - Returns: whether the draft is another one now.
    public mutating func idle() -> Bool {
        guard isDirty, case .field(let path) = focus, let field = specs[path], let widget = fields[path] else {
            return false
        }
        isDirty = false
        // What cannot be read yet is kept as it was typed, without a reproach.
        guard let value = try? widget.value(field, clock: clock(for: field)) else {
            let changed = unread[path] != widget.typed
            unread[path] = widget.typed
            return changed
        }
        let changed = value != values[path] && !(value.isEmpty && values[path].isEmpty)
        if changed { set(value, at: path) }
        unread[path] = nil
        return changed
    }

    /// Shows a hidden value from now on.
    ///
    /// - Parameter path: the field.
    public mutating func reveal(_ path: FieldPath) {
        revealed.insert(path)
        fields[path] = nil
        wake()
    }

    /// Puts text into the focused field, such as a phrase.
    ///
    /// - Parameter text: the text.
    /// - Returns: what the owner has to do; ignored when the focus is not on a field.
    public mutating func insert(_ text: String) -> FormEvent {
        guard takesText else { return .ignored }
        return handle(.paste(text))
    }

    /// Sets a value from outside, as when the owner looked something up.
    ///
    /// - Parameters:
    ///   - value: the value.
    ///   - path: the field.
    public mutating func setValue(_ value: Value, at path: FieldPath) {
        set(value, at: path)
        unread[path] = nil
        fields[path] = nil
        wake()
    }

    /// Checks everything; when something refuses, the focus goes to the first of it.
    ///
    /// - Returns: ``FormEvent/save``, or ``FormEvent/problems(_:)`` with warnings after refusals.
    public mutating func attemptSave() -> FormEvent {
        commit()
        isChecked = true
        check()
        let refusals = problems.filter { $0.severity == .refusal }
        guard let first = refusals.first else { return .save }
        if let path = refusals.lazy.compactMap(\.path).first ?? first.path { focus(on: path) }
        return .problems(refusals + problems.filter { $0.severity == .warning })
    }

    /// Shows problems that the owner found, as after a refused save.
    ///
    /// - Parameter found: the problems; the focus goes to the first that names a field.
    public mutating func show(_ found: [Problem]) {
        problems = found
        if let path = found.lazy.compactMap(\.path).first { focus(on: path) }
    }

    /// Puts the focus on a field; a folded one is opened, a cell's row is chosen.
    ///
    /// - Parameter path: the field.
    public mutating func focus(on path: FieldPath) {
        commit()
        if case .record = scope, let row = path.row {
            focus = .row(path.key, row)
            return
        }
        if let number = sections.firstIndex(where: { $0.fields.contains { scope.path(of: $0) == path && $0.isFolded } })
        {
            openSections.insert(number)
        }
        if let field = specs[path], !field.columns.isEmpty {
            focus = items.first { if case .row(field.key, _) = $0 { true } else { $0 == .addRow(field.key) } } ?? focus
        } else if items.contains(.field(path)) {
            focus = .field(path)
        }
        wake()
    }

    // MARK: Fields

    private mutating func handle(_ input: Input, in field: FieldSpec, at path: FieldPath) -> FormEvent? {
        if isMasked(field) {
            switch input {
            case .text, .paste: return .refused(Texts.hidden)
            case .action(let action) where action.rawValue.hasPrefix("edit."): return .refused(Texts.hidden)
            case .action(let action) where [StandardActions.undo, StandardActions.redo].contains(action): return nil
            default: break
            }
        }
        switch fields[path]?.handle(input, field, services: services) ?? .ignored {
        case .ignored: return nil
        case .moved:
            isDirty = isDirty || !(fields[path]?.typed.isEmpty ?? true)
            return .consumed
        case .changed:
            isDirty = true
            switch fields[path] {
            case .choice, .reference: return commit() ? .draftChanged : .consumed
            default: return .consumed
            }
        case .refused(let reason):
            // With no typing left to undo, the last field that was filled in is undone.
            if reason == Texts.undoNothing, !history.isEmpty || reason == Texts.redoNothing, !future.isEmpty {
                return nil
            }
            isDirty = true
            return .refused(reason)
        }
    }

    func clock(for field: FieldSpec) -> EntryClock {
        var clock = services.clock
        clock.direction = services.direction(field)
        return clock
    }

    /// Reads the focused field.
    ///
    /// - Returns: whether the draft is another one now.
    @discardableResult
    mutating func commit() -> Bool {
        guard case .field(let path) = focus, let field = specs[path], let widget = fields[path], !isMasked(field) else {
            return false
        }
        isDirty = false
        let before = draft
        var fault: Label?
        do throws(EntryError) {
            let value = try widget.value(field, clock: clock(for: field))
            if value != values[path], !(value.isEmpty && values[path].isEmpty) { set(value, at: path) }
            unread[path] = nil
            if case .reference(let entry) = widget, !entry.text.isEmpty {
                unread[path] = entry.text
                fault = Texts.referenceUnknown
            }
        } catch {
            unread[path] = widget.typed
            fault = error.message
        }
        if isChecked {
            check()
        } else {
            problems.removeAll { $0.path == path }
            // What is refused whatever else is entered is said where it was typed, not only on saving.
            if fault == nil, !values[path].isEmpty, draft != before {
                problems += services.check(values).filter { $0.path == path && $0.severity == .refusal }
            }
        }
        if let fault, !problems.contains(where: { $0.path == path && $0.message == fault }) {
            problems.append(Problem(path, .refusal, fault))
        }
        return draft != before
    }

    private mutating func set(_ value: Value, at path: FieldPath) {
        history.append(values)
        future = []
        values[path] = value
    }

    private mutating func check() {
        let found: [Problem]
        switch scope {
        case .record:
            // Whoever owns the form says it better; what it has no words for is said by the declarations.
            let theirs = services.check(values)
            found =
                theirs
                + FormCheck.problems(sections, constraints: constraints, in: values).filter { problem in
                    !theirs.contains { $0.path == problem.path && ($0.path != nil || $0.message == problem.message) }
                }
        case .row(let key, let id):
            // The record may say more about a cell than its declaration: a year of birth that makes a minor.
            let theirs = services.check(values).filter { $0.path?.key == key && $0.path?.row == id }
            found =
                theirs
                + sections.flatMap(\.fields).flatMap { FormCheck.problems($0, in: values, row: (key, id)) }
                .filter { problem in !theirs.contains { $0.path == problem.path } }
        }
        var unreadProblems: [Problem] = []
        for (path, text) in unread.sorted(by: { $0.key < $1.key }) {
            guard let field = specs[path], isVisible(field) else { continue }
            do throws(EntryError) {
                _ = try TypedValue.value(of: text, as: field.kind, in: clock(for: field))
                if case .reference = field.kind { throw EntryError(Texts.referenceUnknown) }
                if case .references = field.kind { throw EntryError(Texts.referenceUnknown) }
            } catch {
                unreadProblems.append(Problem(path, .refusal, error.message))
            }
        }
        // What cannot be read is not missing: the reason it cannot be read says more.
        let unreadPaths = Set(unreadProblems.map(\.path))
        var seen: Set<Problem> = []
        problems = (unreadProblems + found.filter { $0.path == nil || !unreadPaths.contains($0.path) })
            .filter { seen.insert(Problem($0.path, $0.severity, $0.message)).inserted }
        let order = Dictionary(
            sections.flatMap(\.fields).enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
        func place(_ problem: Problem) -> Int {
            problem.path.map { order[scope == .record ? $0.key : $0.cell ?? $0.key] ?? Int.max - 1 } ?? .max
        }
        problems = problems.enumerated().sorted { (place($0.element), $0.offset) < (place($1.element), $1.offset) }
            .map(\.element)
    }

    /// Takes back, or does again, the last field that was filled in.
    private mutating func step(
        from source: WritableKeyPath<Form, [FieldValues]>, to target: WritableKeyPath<Form, [FieldValues]>,
        otherwise reason: Label
    ) -> FormEvent {
        guard let other = self[keyPath: source].popLast() else { return .refused(reason) }
        self[keyPath: target].append(values)
        values = other
        unread = [:]
        fields = [:]
        isDirty = false
        if isChecked { check() }
        if !items.contains(focus), let first = items.first { focus = first }
        wake()
        return .draftChanged
    }

    // MARK: Moving

    private mutating func move(by steps: Int) -> FormEvent {
        let changed = commit()
        let items = items
        guard let place = items.firstIndex(of: focus) else {
            focus = items.first ?? focus
            wake()
            return changed ? .draftChanged : .consumed
        }
        let next = min(max(0, place + steps), items.count - 1)
        if next != place {
            // A line that was read is shown as it was understood when the focus comes back.
            if case .field(let path) = focus, unread[path] == nil, case .line = fields[path] { fields[path] = nil }
            focus = items[next]
        }
        wake()
        return changed ? .draftChanged : .consumed
    }
}
