import Desk
import Interface

/// What can be done in the mediations pane; the order is that of the numbered menu.
enum MediationActions {
    /// The list.
    static let list: KeyContext = "mediations"
    /// The opened mediation.
    static let opened: KeyContext = "mediation"

    static let session: ActionID = "mediation.session"
    static let settle: ActionID = "mediation.settle"
    static let fail: ActionID = "mediation.fail"
    static let transfer: ActionID = "mediation.transfer"
    static let consent: ActionID = "mediation.consent"
    static let accept: ActionID = "mediation.accept"
    static let level: ActionID = "mediation.level"
    static let perform: ActionID = "mediation.perform"
    static let visit: ActionID = "mediation.visit"
    static let withdraw: ActionID = "mediation.withdraw"
    static let police: ActionID = "mediation.police"
    static let confirm: ActionID = "mediation.confirm"
    static let papers: ActionID = "mediation.papers"
    static let archive: ActionID = "mediation.archive"
    static let edit: ActionID = "mediation.edit"
    static let filter: ActionID = "mediations.filter"

    /// The declarations.
    static let all: [Action] =
        steps.map { id, title, help in
            Action(
                id, title, help: help, in: [list, opened],
                needs: [
                    .init(
                        .selection,
                        otherwise: Label("没有选中的调解。先用上下键选一件。", "No mediation is selected. Choose a row first."))
                ], isInMenu: true)
        } + [
            Action(
                filter, Label("换一组：调解中、履行回访、已结、全部", "Another group: in progress, agreed, concluded, all"),
                help: Label("换列表里显示哪些调解。", "Changes which mediations the list shows."), in: [list],
                hint: .init(Label("换组", "Group"), rank: 25))
        ]

    private static let steps: [(ActionID, Label, Label)] = [
        (session, MediationAction.addSession.label, Label("记下一次调解的时间、到场人和要点。", "Records when, who and what.")),
        (settle, MediationAction.settle.label, Label("记下协议内容、形式和履行期限。", "Records the agreement, its form and date.")),
        (fail, MediationAction.notSettled.label, Label("调解不成，记明已告知其他途径。", "Not settled; other remedies were told.")),
        (transfer, MediationAction.transfer.label, Label("移送其他调解组织或部门。", "Hands it to another body.")),
        (consent, Label("征询意愿", "Ask for consent"), Label("记下一方同意或拒绝调解。", "Records that a party agrees or refuses.")),
        (accept, MediationAction.accept.label, Label("各方同意后受理，给出文号。", "Accepts it once every party agrees.")),
        (
            level, Label("改级别", "Change the level"),
            Label("改事项的颜色、规模、层级，写明理由。", "Changes colour, scale and level, with the reason.")
        ),
        (perform, Label("履行情况", "Performance"), Label("记下协议履行到哪一步。", "Records how far the agreement is performed.")),
        (visit, MediationAction.returnVisit.label, Label("记下一次回访。", "Records a return visit.")),
        (
            withdraw, Label("当事人拒绝或撤回", "Refused or withdrawn"),
            Label("一方不愿调解，到此为止。", "A party does not want it; it ends here.")
        ),
        (police, MediationAction.toPolice.label, Label("终止调解，转公安机关处理。", "Ends it; the police take it on.")),
        (confirm, MediationAction.confirm.label, Label("记下共同申请司法确认。", "Records the joint application.")),
        (papers, Label("卷内文书", "Papers in the file"), Label("勾出卷里已有的文书。", "Ticks the papers that are in the file.")),
        (archive, MediationAction.archive.label, Label("文书齐全后归档。", "Archives it once the papers are complete.")),
        (edit, Label("修改", "Edit"), Label("打开全部内容修改。", "Opens everything for editing.")),
    ]
}
