public import Records
public import Terminal
import Themes

/// A form as a layer.
///
/// Rows of sub-tables open as layers of their own on top of it.
public final class FormLayer: Layer {
    /// The form.
    public var form: Form
    private let paneContexts: [KeyContext]
    private let onSave: (FormLayer) -> LayerResult
    private let onDraft: (FormDraft) -> Void
    private let onClose: (FormDraft) -> LayerResult
    private let onReveal: (FieldPath) -> Bool
    private var look = Look()

    /// A form layer.
    ///
    /// - Parameters:
    ///   - form: the form.
    ///   - contexts: the pane's own contexts, looked up after the form's.
    ///   - onDraft: stores the draft; called after each field that was filled in.
    ///   - onReveal: records that a hidden value is looked at; returns whether it may be.
    ///   - onClose: what happens when the officer goes back; the draft stays.
    ///   - onSave: saves, and returns ``LayerResult/close`` when it worked; ``Form/show(_:)`` shows what stood against it.
    public init(
        form: Form, contexts: [KeyContext] = [], onDraft: @escaping (FormDraft) -> Void = { _ in },
        onReveal: @escaping (FieldPath) -> Bool = { _ in true },
        onClose: @escaping (FormDraft) -> LayerResult = { _ in .close }, onSave: @escaping (FormLayer) -> LayerResult
    ) {
        self.form = form
        paneContexts = contexts
        self.onDraft = onDraft
        self.onReveal = onReveal
        self.onClose = onClose
        self.onSave = onSave
    }

    /// Where its keys are looked up.
    public var contexts: [KeyContext] { form.contexts + paneContexts }
    /// Whether typed characters are text.
    public var takesText: Bool { form.takesText }
    /// What the status line says.
    public var status: StyledLine? { form.help(look) }

    /// What is the case besides, such as that something was left open last time.
    public var flags: Set<Situation.Flag> = []

    /// What an action is called in its hint line.
    ///
    /// - Parameter action: the action.
    /// - Returns: the text; `nil` for the action's own.
    public func hintText(for action: ActionID) -> Label? {
        action == StandardActions.back ? Texts.closeForm : nil
    }

    /// What is the case where the focus stands.
    public var situation: Situation {
        var flags = flags.union([.canUndo, .canRedo])
        if case .field(let path) = form.focus, let field = form.specs[path], form.isMasked(field) {
            flags.insert(.hiddenValue)
        }
        return Situation(flags)
    }

    /// Draws the layer.
    ///
    /// - Parameters:
    ///   - canvas: the frame.
    ///   - area: the place for the work.
    ///   - look: language, colours, widths.
    public func draw(into canvas: inout Canvas, area: Rect, look: Look) {
        self.look = look
        form.draw(into: &canvas, area: area, look: look)
    }

    /// Stores the draft when nothing was typed for a while.
    public func idle() {
        if form.idle() { onDraft(form.draft) }
    }

    /// Takes an input.
    ///
    /// - Parameter input: what came.
    /// - Returns: what the layer wants.
    public func handle(_ input: Input) -> LayerResult {
        switch form.handle(input) {
        case .ignored:
            // An action that leads elsewhere, such as another pane: what was typed goes into the draft first.
            if form.commit() { onDraft(form.draft) }
            guard case .action(let action) = input else { return .ignored }
            return action.rawValue.hasPrefix("move.") || action.rawValue.hasPrefix("edit.") ? .consumed : .ignored
        case .consumed: return .consumed
        case .draftChanged:
            onDraft(form.draft)
            return .consumed
        case .save:
            onDraft(form.draft)
            return onSave(self)
        case .problems(let problems):
            onDraft(form.draft)
            return list(problems)
        case .close:
            onDraft(form.draft)
            return onClose(form.draft)
        case .refused(let reason): return .notice(Notice(reason, .refusal))
        case .openRow(let scope): return openRow(scope)
        case .reveal(let path):
            if onReveal(path) { form.reveal(path) }
            return .consumed
        }
    }

    /// One problem is said in the status line; several stand in a list from which a digit leads to each.
    private func list(_ problems: [Problem]) -> LayerResult {
        guard problems.count > 1 else {
            return problems.first.map { .notice(Notice(form.sentence($0), .refusal)) } ?? .consumed
        }
        return .push(
            ChoiceDialog(
                title: Texts.fill(Texts.problemCount, ["n": "\(problems.count)"]), text: Label("", ""),
                choices: problems.map(form.sentence)
            ) { [weak self] index in
                if let path = problems[index].path { self?.form.focus(on: path) }
                return .consumed
            })
    }

    private func openRow(_ scope: FormScope) -> LayerResult {
        guard let row = form.rowForm(scope) else { return .ignored }
        let take: (Form) -> LayerResult = { [weak self] filled in
            guard let self else { return .close }
            if case .draftChanged = form.absorb(filled) { onDraft(form.draft) }
            return .close
        }
        return .push(
            FormLayer(
                form: row, contexts: paneContexts,
                onDraft: { [weak self] draft in
                    guard let self else { return }
                    var whole = form.draft
                    whole.values = draft.values
                    whole.unread.merge(draft.unread) { $1 }
                    onDraft(whole)
                }, onReveal: onReveal,
                onClose: { [weak self] draft in
                    guard let self else { return .close }
                    var filled = row
                    filled.values = draft.values
                    if case .draftChanged = form.absorb(filled) { onDraft(form.draft) }
                    return .close
                }, onSave: { take($0.form) }))
    }
}
