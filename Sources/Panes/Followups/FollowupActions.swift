import Interface
import Records

/// What can be done in the follow-ups pane; the order is that of the numbered menu.
enum FollowupActions {
    /// The list.
    static let list: KeyContext = "followups"
    /// The opened duty.
    static let opened: KeyContext = "followup"

    static let entry: ActionID = "followup.entry"
    static let end: ActionID = "followup.end"
    static let extend: ActionID = "followup.extend"
    static let edit: ActionID = "followup.edit"
    static let filter: ActionID = "followups.filter"

    /// The declarations.
    static let all: [Action] =
        menu.map { id, title, help in
            Action(
                id, title, help: help, in: [list, opened],
                needs: [
                    .init(
                        .selection,
                        otherwise: Label("没有选中的事项。先用上下键选一项。", "No follow-up is selected. Choose a row first."))
                ], isInMenu: true)
        } + [
            Action(
                filter, Label("换一组：在办、本月到期、已结束", "Another group: open, ending this month, ended"),
                help: Label("换列表里显示哪些法定协助。", "Changes which follow-ups the list shows."), in: [list],
                hint: .init(Label("换组", "Group"), rank: 25))
        ]

    private static let menu: [(ActionID, Label, Label)] = [
        (
            entry, Label("记一次协助", "Record an entry"),
            Label("记下这次做了什么、谁在场。", "Records what was done and who was present.")
        ),
        (end, Label("提前结束", "End it early"), Label("写明结束原因和结束文书。", "Names the reason and the closing document.")),
        (
            extend, Label("凭新文书延长", "Extend by a new document"),
            Label("没有新的文书不能延长，到期自动结束。", "Without a new document it ends by itself.")
        ),
        (edit, Label("修改", "Edit"), Label("打开全部内容修改。", "Opens everything for editing.")),
    ]
}
