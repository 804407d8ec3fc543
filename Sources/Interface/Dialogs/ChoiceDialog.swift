public import Records
public import Terminal
import Themes

/// A question with numbered answers, answered by a digit, or by arrows and Enter.
public final class ChoiceDialog: Layer {
    /// What it is about.
    public let title: Label
    /// The question; empty for a mere menu.
    public let text: Label
    /// The answers.
    public let choices: [Label]
    /// The answer that Enter takes: choose the harmless one.
    public private(set) var selected: Int
    private let onChoice: (Int) -> LayerResult
    private let onCancel: () -> LayerResult

    /// A question.
    ///
    /// - Parameters:
    ///   - title: what it is about.
    ///   - text: the question.
    ///   - choices: the answers, at most nine with a digit.
    ///   - selected: the answer that Enter takes at first.
    ///   - onCancel: what happens on Esc.
    ///   - onChoice: what happens on an answer, given its place from 0; the dialog closes first.
    public init(
        title: Label, text: Label, choices: [Label], selected: Int = 0,
        onCancel: @escaping () -> LayerResult = { .consumed }, onChoice: @escaping (Int) -> LayerResult
    ) {
        self.title = title
        self.text = text
        self.choices = choices
        self.selected = choices.indices.contains(selected) ? selected : 0
        self.onChoice = onChoice
        self.onCancel = onCancel
    }

    /// Where its keys are looked up.
    public var contexts: [KeyContext] { [.dialog] }
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
        let body = look.text(text).isEmpty ? [] : DialogText.wrap(look.text(text), in: area, look: look)
        let answers = self.answers(columns: area.size.columns - 10, look: look)
        let head = body.isEmpty ? 1 : body.count + 2
        let place = DialogFrame(title: look.text(title), footer: look.text(Texts.menuFooter))
            .draw(
                into: &canvas, area: area, look: look,
                columns: max(
                    body.map(look.columns).max() ?? 0, (answers.map { look.columns($0.text) }.max() ?? 0) + 2),
                rows: head + answers.count)
        // When there is no room for all, the question gives way first, then the answers far from the selected one.
        let shown = max(1, min(answers.count, place.size.rows))
        let start = max(0, min(place.size.rows - shown, head))
        let end = (answers.lastIndex { $0.choice == selected } ?? 0) + 1
        let first = min(max(0, end - shown), max(0, answers.count - shown))
        for (row, line) in body.enumerated() where row + 1 < start || answers.isEmpty {
            canvas.write(line, row: row + 1, column: 2, in: place, look: look)
        }
        var isParked = false
        for (row, answer) in answers.dropFirst(first).prefix(shown).enumerated() {
            let isSelected = answer.choice == selected
            if isSelected {
                canvas.write("▌", row: start + row, column: 2, in: place, style: look[.selectionMark])
                if !isParked { canvas.park(in: place, row: start + row) }
                isParked = true
            }
            canvas.write(
                answer.text, row: start + row, column: 4, in: place, style: look[isSelected ? .selection : .text])
        }
    }

    /// The answers in rows: what is too long for one goes on below, since an answer that is cut cannot be weighed.
    private func answers(columns: Int, look: Look) -> [(choice: Int, text: String)] {
        choices.enumerated().flatMap { number, label in
            let text = look.text(label)
            return look.textWidth.wrap(text, columns: max(2, columns)).enumerated().map { row, line in
                (number, (row == 0 && number < 9 ? "\(number + 1)  " : "   ") + text[line.range])
            }
        }
    }

    /// Takes an input.
    ///
    /// - Parameter input: what came.
    /// - Returns: what the layer wants.
    public func handle(_ input: Input) -> LayerResult {
        switch input {
        case .action(StandardActions.Move.up): selected = max(0, selected - 1)
        case .action(StandardActions.Move.down): selected = max(0, min(choices.count - 1, selected + 1))
        case .action(StandardActions.Dialog.accept):
            return choices.isEmpty ? .close : .all([.close, onChoice(selected)])
        case .action(StandardActions.back): return .all([.close, onCancel()])
        case .key(let key):
            if let digit = key.digit, choices.indices.contains(digit - 1) {
                return .all([.close, onChoice(digit - 1)])
            }
        case .action: return .ignored
        default: break
        }
        return .consumed
    }
}
