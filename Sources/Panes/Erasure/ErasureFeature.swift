import Casework
import Desk
import Interface
import Records

/// Erasing for good, limiting the use of a record, and the list of what is due.
enum ErasureFeature {
    static let erase: ActionID = "record.erase"
    static let limit: ActionID = "record.limit"
    static let due: ActionID = "retention"
    static let limited: ActionID = "limited"
    static let log: ActionID = "erasures"

    static var feature: Feature {
        Feature(
            actions: [
                Action(erase, ErasureTexts.erase, help: ErasureTexts.eraseHelp),
                Action(limit, ErasureTexts.limit, help: ErasureTexts.limitHelp),
                Action(due, ErasureTexts.due, help: ErasureTexts.dueHelp),
                Action(limited, ErasureTexts.limited, help: ErasureTexts.limitedHelp),
                Action(log, ErasureTexts.log, help: ErasureTexts.logHelp),
            ],
            commands: [
                erase: { workspace, id in preview(id.map { [$0] } ?? [], workspace) },
                limit: { workspace, id in askLimit(id, workspace) },
                due: { workspace, _ in .push(RetentionList.screen(workspace)) },
                limited: { workspace, _ in .push(LimitedList.screen(workspace)) },
                log: { workspace, _ in .push(ErasureLog(workspace)) },
            ])
    }

    /// Shows what an erasure would take out; the only way to one.
    static func preview(_ ids: [RecordID], _ workspace: Workspace) -> LayerResult {
        guard !ids.isEmpty else { return .notice(Notice(ErasureTexts.noRecord, .refusal)) }
        return workspace.attempt { () throws(DeskError) in
            .push(ErasurePreview(workspace, try workspace.desk.erasurePlan(of: ids)))
        }
    }

    private static func askLimit(_ id: RecordID?, _ workspace: Workspace) -> LayerResult {
        guard let id else { return .notice(Notice(ErasureTexts.noRecord, .refusal)) }
        let name = workspace.caption(of: id)
        return .push(
            PromptDialog(title: ErasureTexts.limit, text: ErasureTexts.basisText) { basis in
                workspace.attempt { () throws(DeskError) in
                    try workspace.desk.limit(id, basis: basis)
                    workspace.changed()
                    return .notice(Notice(PaneTexts.fill(ErasureTexts.limitedDone, name), .done))
                }
            })
    }

    /// The line on a record that says until when it is kept.
    static func retention(of record: Record, _ workspace: Workspace) -> [DetailBlock] {
        guard let end = workspace.desk.retentionEnd(of: record) else { return [] }
        let isDue = end.isDue(on: workspace.desk.today)
        return [.space, .line(StyledLine(workspace.text(end.label), isDue ? .warning : .dim))]
    }
}
