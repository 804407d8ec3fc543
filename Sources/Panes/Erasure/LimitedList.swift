import Desk
import Interface
import Records

/// The records whose use is limited; Enter ends a limit.
enum LimitedList {
    /// The list.
    static func screen(_ workspace: Workspace) -> any Layer {
        ListScreen(
            workspace, title: ErasureTexts.limited,
            columns: [
                ListColumn(width: .flexible(min: 30, share: 1)), ListColumn(width: .flexible(min: 18, share: 1)),
            ],
            emptyText: ErasureTexts.noneLimited, openHint: ErasureTexts.endLimit,
            load: { (try? workspace.desk.limited()) ?? [] },
            row: { record in
                ListRow([
                    StyledLine(workspace.text(workspace.caption(of: record.id))),
                    StyledLine(record.limit?.basis ?? "", .dim),
                ])
            },
            record: { $0.id },
            take: { action, record in
                guard action == StandardActions.open else { return .ignored }
                let name = workspace.caption(of: record.id)
                return workspace.attempt { () throws(DeskError) in
                    try workspace.desk.endLimit(record.id)
                    workspace.changed()
                    return .notice(Notice(PaneTexts.fill(ErasureTexts.limitEnded, name), .done))
                }
            })
    }
}
