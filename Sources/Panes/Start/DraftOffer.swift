import Desk
import Interface
import Records

/// Offers what was left unfinished: after a crash, a hand-over, or an Esc.
enum DraftOffer {
    /// The question that comes after signing in.
    static func layer(_ drafts: [Draft], _ workspace: Workspace) -> any Layer {
        guard drafts.count == 1, let draft = drafts.first else {
            return ChoiceDialog(
                title: Texts.fill(NotebookTexts.draftsOffer, ["n": "\(drafts.count)"]),
                text: summary(drafts, workspace),
                choices: [NotebookTexts.showDrafts, NotebookTexts.later]
            ) { $0 == 0 ? .push(DraftList.screen(workspace)) : .consumed }
        }
        return ChoiceDialog(
            title: NotebookTexts.draftOffer, text: line(draft, workspace),
            choices: [NotebookTexts.goOn, NotebookTexts.later, NotebookTexts.throwAway]
        ) { choice in
            switch choice {
            case 0: goOn(with: draft, workspace)
            case 2: throwAway(draft, workspace)
            default: .consumed
            }
        }
    }

    /// Goes on with a draft; one that changes a restricted record shows what stands there, so it is opened first.
    static func goOn(with draft: Draft, _ workspace: Workspace) -> LayerResult {
        guard let base = draft.base, workspace.desk.isRestricted(base) else { return .push(form(draft, workspace)) }
        return workspace.opening(base.id) { _ in .push(form(draft, workspace)) }
    }

    /// The form to go on with.
    static func form(_ draft: Draft, _ workspace: Workspace) -> any Layer {
        guard let type = try? workspace.desk.type(draft.type) else {
            return MessageDialog(title: NotebookTexts.drafts, text: PaneTexts.noFeature)
        }
        if type.id == Visit.type.id { return VisitForm.make(workspace, draft: draft) }
        if type.id == Mediation.type.id, draft.base == nil { return MediationForms.goOn(with: draft, workspace) }
        return RecordForm(workspace, type: type, draft: draft)
    }

    /// Asks before a draft is thrown away.
    static func throwAway(_ draft: Draft, _ workspace: Workspace) -> LayerResult {
        .push(
            ChoiceDialog(
                title: NotebookTexts.throwAway,
                text: Label(
                    line(draft, workspace).zh + "\n" + NotebookTexts.throwAwaySure.zh,
                    line(draft, workspace).en + "\n" + NotebookTexts.throwAwaySure.en),
                choices: [NotebookTexts.keepIt, NotebookTexts.throwAway]
            ) { choice in
                guard choice == 1 else { return .consumed }
                return workspace.attempt { () throws(DeskError) in
                    try workspace.desk.discard(draft)
                    workspace.changed()
                    return .notice(Notice(NotebookTexts.thrownAway, .done))
                }
            })
    }

    /// Whom it is about, its first words, and when.
    static func line(_ draft: Draft, _ workspace: Workspace) -> Label {
        let caption = workspace.caption(of: draft)
        let time = DayText.short(draft.moment, today: workspace.desk.today)
        return Label("\(caption.zh) \(time)", "\(caption.en) \(time)")
    }

    private static func summary(_ drafts: [Draft], _ workspace: Workspace) -> Label {
        let lines = drafts.prefix(5).map { line($0, workspace) }
        return Label(lines.map(\.zh).joined(separator: "\n"), lines.map(\.en).joined(separator: "\n"))
    }
}
