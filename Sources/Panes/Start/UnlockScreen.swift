import Desk
import Interface
import Records

/// The start of a sealed notebook: a blank screen that asks for a name, then for the passphrase.
///
/// Nothing of the notebook stands here, not even names: before somebody unlocks there is none to be had. A wrong answer
/// gives one message and a wait that grows; meanwhile the screen counts down and takes keys.
final class UnlockScreen: Layer {
    private enum Step {
        case name
        case secret
    }

    private let workspace: Workspace
    private let onUnlock: () -> LayerResult
    private let notices: [Label]
    private var step = Step.name
    private var name = LineEditor("", limit: 60)
    private var secret = SecretLine()
    private var answer: Label?

    init(_ workspace: Workspace, notices: [Label] = [], onUnlock: @escaping () -> LayerResult) {
        self.workspace = workspace
        self.notices = notices
        self.onUnlock = onUnlock
    }

    deinit { secret.clear() }

    var contexts: [KeyContext] { [.field, .dialog] }
    var takesText: Bool { true }
    var isModal: Bool { true }
    var situation: Situation {
        Situation(refusals: [StandardActions.lock: UnlockTexts.isLocked])
    }
    var status: StyledLine? { notices.first.map { StyledLine(workspace.text($0), .warning) } }
    var hints: [Hint] {
        [Hint("Enter", step == .name ? UnlockTexts.next : UnlockTexts.unlock), Hint("Tab", UnlockTexts.otherField)]
    }
    func hintText(for action: ActionID) -> Label? { nil }

    /// Whether the wait after a wrong answer is not over: then the screen is drawn every second.
    var isWaiting: Bool { workspace.desk.unlockDelay > 0 }

    func draw(into canvas: inout Canvas, area: Rect, look: Look) {
        canvas.write(look.text(Label("片警本", "Beatbook")), row: 0, column: 1, in: area, style: look[.title])
        canvas.writeRight(StyledLine(look.text(DayText.title(workspace.desk.today))), row: 0, in: area, look: look)
        canvas.write(look.text(NotebookTexts.locked), row: 3, column: 3, in: area, style: look[.heading])
        let label = max(look.columns(look.text(UnlockTexts.name)), look.columns(look.text(secretLabel))) + 2
        let width = min(40, area.size.columns - label - 5)
        canvas.write(look.text(UnlockTexts.name), row: 5, column: 3, in: area)
        name.draw(into: &canvas, area: field(5, label, width, area), look: look, isFocused: step == .name)
        canvas.write(look.text(secretLabel), row: 7, column: 3, in: area)
        let place = field(7, label, width, area)
        let marks = String(repeating: "*", count: min(secret.count, width - 1))
        canvas.write(marks, row: 0, in: place, style: look[.field])
        if step == .secret {
            canvas.placeCaret(at: Point(row: place.origin.row, column: place.origin.column + marks.count))
        }
        let delay = workspace.desk.unlockDelay
        if delay > 0 {
            let text = Texts.fill(UnlockTexts.wait, ["n": "\((delay + 999) / 1000)"])
            canvas.write(look.text(text), row: 9, column: 3, in: area, style: look[.warning])
        } else if let answer {
            canvas.write(look.text(answer), row: 9, column: 3, in: area, style: look[.warning])
        }
        canvas.write(look.text(UnlockTexts.recovery), row: 11, column: 3, in: area, style: look[.dim])
    }

    func handle(_ input: Input) -> LayerResult {
        switch input {
        case .action(StandardActions.Move.up), .action(StandardActions.Move.down), .key(.tab), .key(.backTab):
            step = step == .name ? .secret : .name
            return .consumed
        case .action(StandardActions.Dialog.accept), .action(StandardActions.open): return enter()
        case .action(StandardActions.back):
            secret.clear()
            return .consumed
        case .text(let text) where step == .secret, .paste(let text) where step == .secret:
            answer = nil
            secret.insert(text)
            return .consumed
        case .action(StandardActions.Edit.backspace) where step == .secret:
            secret.deleteBackward()
            return .consumed
        case .action(let action) where step == .secret:
            if [StandardActions.Edit.deleteToStart, StandardActions.Edit.deleteWord].contains(action) {
                secret.clear()
            }
            return .ignored
        default:
            // A field that refuses says why only where something would be lost.
            if case .ignored = name.handle(input) { return .ignored }
            return .consumed
        }
    }

    private func enter() -> LayerResult {
        if step == .name {
            step = .secret
            return .consumed
        }
        guard workspace.desk.unlockDelay == 0, secret.count > 0 else { return .consumed }
        let typed = secret.take()
        do throws(DeskError) {
            if isRecovery {
                try workspace.desk.unlock(recoveryCode: typed)
            } else {
                try workspace.desk.unlock(name: name.text, passphrase: typed)
            }
        } catch {
            answer = if case .wrongPassphrase = error { UnlockTexts.again } else { error.label }
            return .consumed
        }
        return onUnlock()
    }

    /// Without a name it is the recovery code that is typed.
    private var isRecovery: Bool { TextFolding.plain(name.text).isEmpty }
    private var secretLabel: Label { isRecovery && step == .secret ? UnlockTexts.code : UnlockTexts.passphrase }

    private func field(_ row: Int, _ label: Int, _ width: Int, _ area: Rect) -> Rect {
        Rect(row: area.origin.row + row, column: area.origin.column + 3 + label, rows: 1, columns: max(2, width))
    }
}
