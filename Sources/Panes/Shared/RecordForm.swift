import Desk
import Interface
import Records

/// A form on a record: checked by the rules, kept as a draft field by field, saved through the desk.
///
/// Nothing typed is ever thrown away: Esc, locking, another pane, the end of the program all leave a draft behind.
final class RecordForm: Layer, Idling, RecordHolder {
    /// What is written.
    let type: RecordType
    /// The record as it was when the form was opened; `nil` for a new one.
    let base: Record?

    private let workspace: Workspace
    private let paneContexts: [KeyContext]
    private let onSaved: (Record) -> LayerResult
    private let onAction: (ActionID, RecordForm) -> LayerResult
    private let assist: RecordAssist?
    private var inner: FormLayer?
    private var draft: Draft
    private let initial: FieldValues
    /// Whether the draft stands on the disk.
    private var isKept: Bool
    private var isSaved = false
    /// What the officer has read and decided to save all the same.
    private var acceptedWarnings: [Problem] = []
    private var keepFailure: Label?

    /// A form on a record.
    ///
    /// - Parameters:
    ///   - workspace: the desk, the language.
    ///   - type: what is written.
    ///   - base: the record to edit; `nil` makes a new one.
    ///   - values: what the form starts with; by default the record's values, or those of a new record.
    ///   - draft: a draft to go on with; it decides about base and values.
    ///   - title: what stands above; by default the kind and the record's title.
    ///   - focus: the field to begin with; by default the first.
    ///   - contexts: the pane's own contexts, looked up after the form's.
    ///   - sections: the fields that are asked for, when it is not all of them: one step of a matter.
    ///   - row: the row that is filled in, when it is one row alone; its sub-table must be among the sections.
    ///   - assist: fills in what follows from other fields.
    ///   - onAction: takes actions that the form does not know, such as what was left open last time.
    ///   - onSaved: what happens after saving, besides closing the form; by default a message.
    init(
        _ workspace: Workspace, type: RecordType, base: Record? = nil, values: FieldValues? = nil,
        draft: Draft? = nil, title: Label? = nil, focus: FieldPath? = nil, contexts: [KeyContext] = [],
        sections: [RecordType.Section]? = nil, row: FormScope? = nil, assist: RecordAssist? = nil,
        onAction: @escaping (ActionID, RecordForm) -> LayerResult = { _, _ in .ignored },
        onSaved: ((Record) -> LayerResult)? = nil
    ) {
        self.workspace = workspace
        self.type = type
        let base = draft.map(\.base) ?? base
        self.base = base
        let desk = workspace.desk
        initial = values ?? base?.values ?? desk.newValues(of: type)
        self.draft = draft ?? desk.newDraft(of: type.id, base: base, values: initial)
        isKept = draft != nil
        paneContexts = contexts
        self.onAction = onAction
        self.assist = assist
        self.onSaved =
            onSaved ?? { [workspace] record in
                let name = workspace.caption(of: record.id)
                return .notice(Notice(PaneTexts.fill(PaneTexts.saved, name), .done))
            }
        let heading = title ?? Self.heading(type, base: base, workspace: workspace)
        let whole = sections.map { type.showing($0) } ?? type
        let offered = desk.offered(whole)
        var form = Form(
            title: workspace.text(heading), type: offered,
            draft: FormDraft(values: self.draft.values, unread: self.draft.unread),
            services: Self.services(workspace, type: type, base: base))
        if offered != whole { form.note = PaneTexts.notOffered }
        if let row, let only = form.rowForm(row) { form = only }
        if let focus { form.focus(on: focus) }
        if draft != nil { form.storedAt = self.draft.moment.time }
        inner = FormLayer(
            form: form, contexts: contexts, onDraft: { [weak self] in self?.keep($0) },
            onClose: { [weak self] in self?.leave($0) ?? .close }, onSave: { [weak self] in self?.save($0) ?? .close })
    }

    /// The values as they stand.
    var values: FieldValues { inner?.form.values ?? draft.values }

    /// Sets a value from outside, such as a date from a list of suggestions.
    ///
    /// - Parameters:
    ///   - value: the value.
    ///   - path: where.
    func set(_ value: Value, at path: FieldPath) {
        inner?.form.setValue(value, at: path)
        if let form = inner?.form { keep(form.draft) }
    }

    /// Puts text where the caret stands, as if it had been pasted.
    ///
    /// - Parameter text: the text.
    /// - Returns: whether the focus stands in a field that takes text.
    func insert(_ text: String) -> Bool {
        guard let inner, inner.takesText else { return false }
        return !(inner.form.insert(text) == .ignored)
    }

    var focusedRecord: RecordID? { base?.id }
    var contexts: [KeyContext] { inner?.contexts ?? [.form] }
    var takesText: Bool { inner?.takesText ?? false }
    var status: StyledLine? {
        if let keepFailure { return StyledLine(workspace.text(keepFailure), .error) }
        if let assist, let form = inner?.form, case .field(let path) = form.focus,
            let hint = assist.hint(path, form.values)
        {
            return StyledLine(workspace.text(hint), .status)
        }
        return inner?.status
    }
    var situation: Situation {
        var situation = inner?.situation ?? Situation()
        situation.flags.insert(.unfinished)
        if let reason = workspace.desk.readOnlyReason { situation.refusals[StandardActions.save] = reason }
        return situation
    }

    func draw(into canvas: inout Canvas, area: Rect, look: Look) {
        inner?.draw(into: &canvas, area: area, look: look)
    }

    func handle(_ input: Input) -> LayerResult {
        guard let inner else { return .close }
        if case .action(let action) = input {
            if action == StandardActions.phrases { return offerPhrases() }
            let result = onAction(action, self)
            guard case .ignored = result else { return result }
        }
        let before = inner.form.values
        let result = inner.handle(input)
        if inner.form.values != before { fillIn(inner, before) }
        return result
    }

    /// Fills in what follows from what was entered, where nothing stands yet; what was taken out again stays out.
    private func fillIn(_ inner: FormLayer, _ before: FieldValues) {
        guard let assist else { return }
        let following = assist.fill(inner.form.values)
        guard following != assist.fill(before) else { return }
        for (path, value) in following.sorted(by: { $0.key < $1.key }) {
            if inner.form.values[path].isEmpty, inner.form.focus != .field(path) { set(value, at: path) }
        }
    }

    // MARK: Drafts

    var holdsText: Bool { !isSaved && values != initial }

    func idle() { inner?.idle() }

    private func keep(_ form: FormDraft) {
        guard !isSaved else { return }
        draft.values = form.values
        draft.unread = form.unread
        guard isKept || form.values != initial || !form.unread.isEmpty else { return }
        do throws(DeskError) {
            draft = try workspace.desk.keep(draft)
            isKept = true
            keepFailure = nil
            inner?.form.storedAt = draft.moment.time
        } catch {
            keepFailure = error.label
        }
    }

    private func leave(_ form: FormDraft) -> LayerResult {
        if let keepFailure { return .notice(Notice(keepFailure, .refusal)) }
        guard isKept else { return .close }
        if form.values == initial, form.unread.isEmpty, base == nil || form.values == base?.values {
            // Nothing stands there that was not there before.
            try? workspace.desk.discard(draft)
            return .close
        }
        let time = "\(draft.moment.time)"
        return .all([.close, .notice(Notice(Texts.fill(PaneTexts.draftKept, ["t": time]), .information))])
    }

    // MARK: Saving

    private func save(_ layer: FormLayer) -> LayerResult {
        let warnings = layer.form.problems.filter { $0.severity == .warning }
        guard warnings.isEmpty || warnings == acceptedWarnings else {
            // A warning names the reason; the officer decides (RIGHTS.md rule 8).
            let text = Label(
                warnings.map(\.message.zh).joined(separator: "\n"), warnings.map(\.message.en).joined(separator: "\n"))
            return .push(
                ChoiceDialog(
                    title: PaneTexts.beforeSaving, text: text, choices: [PaneTexts.goBackAndChange, PaneTexts.saveAsIs]
                ) { [weak self] choice in
                    guard let self else { return .close }
                    guard choice == 1 else {
                        if let path = warnings.lazy.compactMap(\.path).first { layer.form.focus(on: path) }
                        return .consumed
                    }
                    acceptedWarnings = warnings
                    return .perform(StandardActions.save)
                })
        }
        return commit(layer)
    }

    private func commit(_ layer: FormLayer) -> LayerResult {
        do throws(DeskError) {
            let record = try workspace.desk.save(layer.form.values, of: type, base: base)
            isSaved = true
            if base == nil { workspace.changed(byMaking: record.id) } else { workspace.changed() }
            if isKept { try? workspace.desk.discard(draft) }
            return .all([.close, onSaved(record)])
        } catch {
            if case .refused(let problems) = error { layer.form.show(problems) }
            return .notice(Notice(error.label, .refusal))
        }
    }

    private func offerPhrases() -> LayerResult {
        guard takesText else { return .notice(Notice(PaneTexts.phrasesNeedField, .refusal)) }
        let phrases = workspace.settings.phrases
        guard !phrases.isEmpty else { return .notice(Notice(PaneTexts.noPhrases)) }
        return .push(
            ChoiceDialog(title: PaneTexts.phrases, text: Label("", ""), choices: phrases.map { Label($0, $0) }) {
                [weak self] choice in
                guard let self else { return .consumed }
                return insert(phrases[choice]) ? .consumed : .notice(Notice(PaneTexts.phrasesNeedField, .refusal))
            })
    }
}
