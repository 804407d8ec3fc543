import Desk
import Interface
import Records

extension Notebook {
    /// Whether the screen is blanked until somebody says who is there.
    var isLocked: Bool { stack.layers.contains { $0 is StartScreen || $0 is UnlockScreen } }

    /// Whether the screen counts down the wait after a wrong passphrase.
    var isCountingDown: Bool { (stack.top as? UnlockScreen)?.isWaiting ?? false }

    /// Blanks the screen and asks who is next.
    ///
    /// What was typed is kept. In a clear notebook everything stays as it was for the same officer; a sealed one drops what
    /// was read and typed, together with its keys, and whoever unlocks it starts anew.
    func lock() {
        guard !isLocked else { return }
        keepDrafts()
        stack.show(nil)
        guard !workspace.desk.isSealed else {
            while stack.layers.count > 1 { stack.pop() }
            shell.forget()
            workspace.desk.lock()
            return askPassphrase(notices: [])
        }
        stack.push(
            StartScreen(workspace, isLocked: true) { [weak self] id in self?.signIn(id, isReturning: true) ?? .close })
    }

    /// What comes first: who is there, what was found on opening, and what was left as a draft.
    func start(notices: [Label]) {
        guard !workspace.desk.isLocked else { return askPassphrase(notices: notices) }
        if !workspace.desk.isSealed, !workspace.desk.isDemo {
            stack.show(Notice(UnlockTexts.clearWarning, .warning))
        }
        if workspace.desk.person == nil {
            let people = workspace.desk.people()
            if let only = people.first, people.count == 1 {
                try? workspace.desk.signIn(only.id)
            }
        }
        guard workspace.desk.person != nil else {
            stack.push(
                StartScreen(workspace, notices: notices) { [weak self] id in
                    self?.signIn(id, isReturning: false, notices: notices) ?? .close
                })
            return
        }
        shell.refresh()
        shell.recount()
        offerDrafts()
        offerHandovers()
        if !notices.isEmpty { stack.push(OpeningNotices.dialog(notices)) }
    }

    private func askPassphrase(notices: [Label]) {
        stack.push(UnlockScreen(workspace, notices: notices) { [weak self] in self?.unlocked() ?? .consumed })
    }

    private func unlocked() -> LayerResult {
        while stack.layers.count > 1 { stack.pop() }
        let notices = workspace.desk.opening.notices
        guard workspace.desk.person != nil else {
            // The recovery code says nothing of who typed it.
            stack.push(
                StartScreen(workspace, notices: [UnlockTexts.recovered]) { [weak self] id in
                    self?.signIn(id, isReturning: false) ?? .close
                })
            return .consumed
        }
        shell.refresh()
        shell.show(0)
        shell.recount()
        offerDrafts()
        offerHandovers()
        if !notices.isEmpty { stack.push(OpeningNotices.dialog(notices)) }
        return .consumed
    }

    private func signIn(_ id: RecordID, isReturning: Bool, notices: [Label] = []) -> LayerResult {
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
            offerHandovers()
            if !notices.isEmpty { stack.push(OpeningNotices.dialog(notices)) }
            return .consumed
        }
    }

    /// What others handed over comes first, until it is acknowledged.
    private func offerHandovers() {
        guard let notes = try? workspace.desk.openHandovers(), let dialog = HandoverDialog.offer(notes, workspace)
        else {
            return
        }
        stack.push(dialog)
    }

    private func offerDrafts() {
        guard let drafts = try? workspace.desk.drafts(), !drafts.isEmpty else { return }
        stack.push(DraftOffer.layer(drafts, workspace))
    }
}
