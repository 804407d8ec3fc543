import Desk
import Interface
import Records

extension Notebook {
    /// Takes the actions that no layer took.
    func take(_ action: ActionID) -> LayerResult {
        switch action {
        case StandardActions.nextPane: return switchPane(to: (shell.open + 1) % max(1, shell.panes.count))
        case StandardActions.previousPane:
            return switchPane(to: (shell.open + shell.panes.count - 1) % max(1, shell.panes.count))
        case StandardActions.undo: return takeBack(redoing: false)
        case StandardActions.redo: return takeBack(redoing: true)
        case StandardActions.lock:
            lock()
            return .consumed
        case StandardActions.redraw:
            screen.redrawAll()
            return .consumed
        case StandardActions.quit: return quit()
        default: break
        }
        if let number = (1...9).first(where: { StandardActions.pane($0) == action }) {
            return switchPane(to: number - 1)
        }
        if let change = NotebookCommands.changes[action] {
            choose(change)
            return .consumed
        }
        if let index = shell.panes.firstIndex(where: { action == ActionID("show.\($0.name)") }) {
            return switchPane(to: index)
        }
        guard let command = features.lazy.compactMap({ $0.commands[action] }).first else {
            return action.rawValue.hasPrefix("move.") || action == StandardActions.back
                ? .ignored : .notice(Notice(PaneTexts.noFeature))
        }
        return command(workspace, focusedRecord)
    }

    /// What opens the pane at a place: it is found by the pane's name, and where there is no pane it is not offered.
    static func opening(_ place: Int, _ titles: [Label]) -> Action {
        let id = StandardActions.pane(place)
        guard titles.indices.contains(place - 1) else {
            return Action(id, PaneTexts.noPane, help: PaneTexts.noPane, isListed: false)
        }
        return Action(id, titles[place - 1], help: PaneTexts.fill(PaneTexts.openPane, titles[place - 1]))
    }

    /// The record that has the focus, in the topmost layer that shows one.
    var focusedRecord: RecordID? {
        stack.layers.reversed().lazy.compactMap { ($0 as? any RecordHolder)?.focusedRecord }.first
    }

    private func switchPane(to index: Int) -> LayerResult {
        guard shell.panes.indices.contains(index) else { return .consumed }
        let holdsText = stack.layers.contains { ($0 as? any Idling)?.holdsText ?? false }
        keepDrafts()
        while stack.layers.count > 1 { stack.pop() }
        shell.show(index)
        return holdsText ? .notice(Notice(NotebookTexts.draftsKept)) : .consumed
    }

    private func takeBack(redoing: Bool) -> LayerResult {
        workspace.attempt { () throws(DeskError) in
            let reversal = try redoing ? workspace.desk.redo() : workspace.desk.undo()
            workspace.changed()
            var name = reversal.records.first.map { workspace.caption(of: $0) } ?? Label("", "")
            if reversal.records.count > 1 {
                name = Texts.fill(PaneTexts.several, ["n": "\(reversal.records.count)"])
            }
            guard reversal.left.isEmpty else {
                let text = Texts.fill(PaneTexts.partlyUndone, ["n": "\(reversal.left.count)", "r": "%r"])
                return .notice(Notice(PaneTexts.fill(text, name), .warning))
            }
            return .notice(Notice(PaneTexts.fill(redoing ? PaneTexts.redone : PaneTexts.undone, name), .done))
        }
    }

    private func quit() -> LayerResult {
        let holdsText = stack.layers.contains { ($0 as? any Idling)?.holdsText ?? false }
        keepDrafts()
        guard holdsText, !isLocked else {
            close()
            return .consumed
        }
        return .push(
            ChoiceDialog(
                title: NotebookTexts.quitTitle, text: NotebookTexts.quitText,
                choices: [NotebookTexts.quitNow, NotebookTexts.stay]
            ) { [weak self] choice in
                if choice == 0 { self?.close() }
                return .consumed
            })
    }
}
