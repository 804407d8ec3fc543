import Desk
import Interface
import Records

/// The history of the record that has the focus, and deleting it; both from the palette and the numbered menu.
enum HistoryFeature {
    static let history: ActionID = "record.history"
    static let delete: ActionID = "record.delete"

    static var feature: Feature {
        Feature(
            actions: [
                Action(
                    history, HistoryTexts.action,
                    help: Label("谁在什么时候把什么改成了什么。", "Who changed what into what, and when."), in: places, isInMenu: true),
                Action(
                    delete, HistoryTexts.delete,
                    help: Label("删除后可以恢复。", "A deleted record can be restored."), in: places, isInMenu: true),
            ],
            commands: [
                history: { workspace, id in HistoryLayer.open(id, workspace) },
                delete: { workspace, id in askDelete(id, workspace) },
            ])
    }

    /// Where one record has the focus.
    private static let places: Set<KeyContext> = [
        FollowupActions.list, FollowupActions.opened, MediationActions.list, MediationActions.opened,
    ]

    private static func askDelete(_ id: RecordID?, _ workspace: Workspace) -> LayerResult {
        guard let id else { return .notice(Notice(HistoryTexts.noRecord, .refusal)) }
        let name = workspace.caption(of: id)
        return .push(
            ChoiceDialog(
                title: HistoryTexts.delete, text: PaneTexts.fill(HistoryTexts.deleteText, name),
                choices: [HistoryTexts.keep, HistoryTexts.deleteNow]
            ) { choice in
                guard choice == 1 else { return .consumed }
                return workspace.attempt { () throws(DeskError) in
                    try workspace.desk.delete(id)
                    workspace.changed()
                    return .notice(Notice(PaneTexts.fill(HistoryTexts.deleted, name), .done))
                }
            })
    }
}
