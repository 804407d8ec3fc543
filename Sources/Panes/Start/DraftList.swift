import Desk
import Interface
import Records

/// The officer's drafts: Enter goes on with one, Del throws one away.
enum DraftList {
    static let discard: ActionID = "draft.discard"
    static let context: KeyContext = "drafts"

    /// The list.
    static func screen(_ workspace: Workspace) -> any Layer {
        ListScreen(
            workspace, title: NotebookTexts.drafts,
            columns: [
                ListColumn(width: .flexible(min: 30, share: 1)), ListColumn(width: .fixed(16), alignment: .right),
            ],
            emptyText: NotebookTexts.noDrafts, contexts: [context],
            load: { (try? workspace.desk.drafts()) ?? [] },
            row: { draft in
                ListRow([
                    StyledLine(workspace.text(workspace.caption(of: draft))),
                    StyledLine(DayText.short(draft.moment, today: workspace.desk.today), .dim),
                ])
            },
            take: { action, draft in
                switch action {
                case StandardActions.open: .all([.close, DraftOffer.goOn(with: draft, workspace)])
                case discard: DraftOffer.throwAway(draft, workspace)
                default: .ignored
                }
            })
    }
}
