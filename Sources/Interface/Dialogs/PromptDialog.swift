public import Records
public import Terminal
import Themes

/// A question that is answered by typing one line.
public final class PromptDialog: Layer {
    /// What it is about.
    public let title: Label
    /// The question.
    public let text: Label
    private var editor: LineEditor
    private var problem: Label?
    private let check: (String) -> Label?
    private let onCancel: () -> LayerResult
    private let onAnswer: (String) -> LayerResult

    /// A question.
    ///
    /// - Parameters:
    ///   - title: what it is about.
    ///   - text: the question.
    ///   - answer: what stands there at first.
    ///   - limit: the most characters.
    ///   - check: what is wrong with an answer; the dialog stays open then.
    ///   - onCancel: what happens on Esc.
    ///   - onAnswer: what happens on Enter; the dialog closes first.
    public init(
        title: Label, text: Label, answer: String = "", limit: Int = 200,
        check: @escaping (String) -> Label? = { _ in nil }, onCancel: @escaping () -> LayerResult = { .consumed },
        onAnswer: @escaping (String) -> LayerResult
    ) {
        self.title = title
        self.text = text
        editor = LineEditor(answer, limit: limit)
        self.check = check
        self.onCancel = onCancel
        self.onAnswer = onAnswer
    }

    /// Where its keys are looked up.
    public var contexts: [KeyContext] { [.field, .prompt, .dialog] }
    /// Whether typed characters are text.
    public var takesText: Bool { true }
    /// What is the case where the focus stands.
    public var situation: Situation { Situation([.canUndo, .canRedo]) }
    /// Whether inputs stop here.
    public var isModal: Bool { true }
    /// Whether the layers below are hidden.
    public var coversScreen: Bool { false }

    /// Draws the layer.
    ///
    /// - Parameters:
    ///   - canvas: the frame.
    ///   - area: the place for the work.
    ///   - look: language, colours, widths.
    public func draw(into canvas: inout Canvas, area: Rect, look: Look) {
        let look = look.inDialog
        let body = DialogText.wrap(look.text(text), in: area, look: look)
        let place = DialogFrame(title: look.text(title), footer: look.text(Texts.promptFooter))
            .draw(into: &canvas, area: area, look: look, columns: 60, rows: body.count + 5)
        // When there is no room, the question gives way: the field must be seen.
        let top = max(0, min(body.count + 2, place.size.rows - 1))
        for (row, line) in body.enumerated() where row + 1 < top {
            canvas.write(line, row: row + 1, column: 2, in: place, look: look)
        }
        let field = Rect(
            row: place.origin.row + top, column: place.origin.column + 2, rows: min(1, place.size.rows),
            columns: place.size.columns - 4)
        editor.draw(into: &canvas, area: field, look: look)
        if let problem {
            canvas.write(look.text(problem), row: top + 1, column: 2, in: place, style: look[.error])
        }
    }

    /// Takes an input.
    ///
    /// - Parameter input: what came.
    /// - Returns: what the layer wants.
    public func handle(_ input: Input) -> LayerResult {
        switch input {
        case .action(StandardActions.back): return .all([.close, onCancel()])
        case .action(StandardActions.Dialog.accept):
            problem = check(editor.text)
            return problem == nil ? .all([.close, onAnswer(editor.text)]) : .consumed
        default: break
        }
        let outcome = editor.handle(input)
        if outcome == .changed { problem = nil }
        if case .refused(let reason) = outcome { problem = reason }
        if outcome == .ignored, case .action = input { return .ignored }
        return .consumed
    }
}
