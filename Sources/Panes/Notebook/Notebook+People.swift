import Desk
import Interface
import Records

extension Notebook {
    /// Whether the screen is blanked until somebody says who is there.
    var isLocked: Bool { stack.layers.contains { $0 is StartScreen } }

    /// Blanks the screen and asks who is next.
    ///
    /// What was typed is kept; for the same officer everything stays as it was.
    func lock() {
        guard !isLocked else { return }
        keepDrafts()
        stack.show(nil)
        stack.push(
            StartScreen(workspace, isLocked: true) { [weak self] id in self?.signIn(id, isReturning: true) ?? .close })
    }

    /// What comes first: who is there, what was found on opening, and what was left as a draft.
    func start(notices: [Label]) {
        if workspace.desk.person == nil {
            let people = workspace.desk.people()
            if let only = people.first, people.count == 1 {
                try? workspace.desk.signIn(only.id)
            }
        }
        guard workspace.desk.person != nil else {
            stack.push(
                StartScreen(workspace, notices: notices) { [weak self] id in
                    self?.signIn(id, isReturning: false) ?? .close
                })
            return
        }
        shell.refresh()
        shell.recount()
        offerDrafts()
        if !notices.isEmpty { stack.push(OpeningNotices.dialog(notices)) }
    }

    private func signIn(_ id: RecordID, isReturning: Bool) -> LayerResult {
        let before = workspace.desk.person?.id
        return workspace.attempt { () throws(DeskError) in
            try workspace.desk.signIn(id)
            guard !isReturning || before != id else { return .close }
            // Somebody else's screens are not for these eyes; the drafts wait for their owner.
            while stack.layers.count > 1 { stack.pop() }
            shell.refresh()
            shell.show(0)
            shell.recount()
            offerDrafts()
            return .consumed
        }
    }

    private func offerDrafts() {
        guard let drafts = try? workspace.desk.drafts(), !drafts.isEmpty else { return }
        stack.push(DraftOffer.layer(drafts, workspace))
    }
}
