import Desk
import Interface
import Records

/// Changing one's own passphrase on the screen: the old one, then the new one twice.
///
/// Nothing of what is typed is drawn or kept as a draft.
final class PassphraseScreen: Layer {
    static let open: ActionID = "passphrase"

    static let feature = Feature(
        actions: [Action(open, PassphraseTexts.title, help: PassphraseTexts.help)],
        commands: [
            open: { workspace, _ in
                guard workspace.desk.isSealed else { return .notice(Notice(PassphraseTexts.clear, .refusal)) }
                return .push(PassphraseScreen(workspace))
            }
        ])

    private let workspace: Workspace
    private var lines = [SecretLine(), SecretLine(), SecretLine()]
    private var focus = 0
    private var answer: Label?

    init(_ workspace: Workspace) { self.workspace = workspace }

    deinit { clear() }

    var contexts: [KeyContext] { [.field, .dialog] }
    var takesText: Bool { true }
    var isModal: Bool { true }
    var hints: [Hint] {
        [Hint("Enter", focus < 2 ? UnlockTexts.next : PassphraseTexts.change), Hint("Tab", UnlockTexts.otherField)]
    }
    func hintText(for action: ActionID) -> Label? { nil }

    func draw(into canvas: inout Canvas, area: Rect, look: Look) {
        canvas.write(look.text(PassphraseTexts.title), row: 0, column: 1, in: area, style: look[.title])
        canvas.write(look.text(PassphraseTexts.rule), row: 2, column: 3, in: area, style: look[.dim])
        let label = PassphraseTexts.fields.map { look.columns(look.text($0)) }.max() ?? 0
        for (place, name) in PassphraseTexts.fields.enumerated() {
            let row = 4 + place * 2
            canvas.write(look.text(name), row: row, column: 3, in: area)
            let width = max(2, min(40, area.size.columns - label - 7))
            let field = Rect(
                row: area.origin.row + row, column: area.origin.column + 5 + label, rows: 1, columns: width)
            let marks = String(repeating: "*", count: min(lines[place].count, width - 1))
            canvas.write(marks, row: 0, in: field, style: look[.field])
            if place == focus {
                canvas.placeCaret(at: Point(row: field.origin.row, column: field.origin.column + marks.count))
            }
        }
        if let answer { canvas.write(look.text(answer), row: 11, column: 3, in: area, style: look[.warning]) }
    }

    func handle(_ input: Input) -> LayerResult {
        switch input {
        case .action(StandardActions.Move.up), .key(.backTab): focus = (focus + 2) % 3
        case .action(StandardActions.Move.down), .key(.tab): focus = (focus + 1) % 3
        case .action(StandardActions.Dialog.accept), .action(StandardActions.open): return enter()
        case .action(StandardActions.back):
            clear()
            return .close
        case .text(let text), .paste(let text):
            answer = nil
            lines[focus].insert(text)
        case .action(StandardActions.Edit.backspace): lines[focus].deleteBackward()
        case .action(StandardActions.Edit.deleteToStart), .action(StandardActions.Edit.deleteWord):
            lines[focus].clear()
        case .action(let action): return Self.passing.contains(action) ? .ignored : .consumed
        default: break
        }
        return .consumed
    }

    /// What must work everywhere.
    private static let passing: Set<ActionID> = [StandardActions.lock, StandardActions.redraw, StandardActions.quit]

    private func enter() -> LayerResult {
        guard focus == 2 else {
            focus += 1
            return .consumed
        }
        let old = lines[0].take()
        let new = lines[1].take()
        let again = lines[2].take()
        focus = 0
        guard new == again else {
            answer = PassphraseTexts.different
            return .consumed
        }
        do throws(DeskError) {
            try workspace.desk.changePassphrase(new, old: old)
        } catch {
            if case .wrongPassphrase(let delay) = error {
                answer = Texts.fill(PassphraseTexts.wrong, ["n": "\((delay + 999) / 1000)"])
            } else {
                answer = error.label
            }
            return .consumed
        }
        return .all([.close, .notice(Notice(PassphraseTexts.changed, .done))])
    }

    private func clear() {
        for place in lines.indices { lines[place].clear() }
    }
}
