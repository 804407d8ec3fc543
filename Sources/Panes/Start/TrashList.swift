import Desk
import Interface
import Records

/// Deleted records of every kind that the officer may read: Enter restores one.
enum TrashList {
    /// The list.
    static func screen(_ workspace: Workspace) -> any Layer {
        let desk = workspace.desk
        return ListScreen(
            workspace, title: NotebookTexts.trash,
            columns: [
                ListColumn(width: .flexible(min: 30, share: 1)), ListColumn(width: .fixed(18), alignment: .right),
            ],
            emptyText: NotebookTexts.noTrash,
            load: {
                desk.types.flatMap { (try? desk.deleted($0.id)) ?? [] }
                    .sorted { ($0.latest?.moment.milliseconds ?? 0) > ($1.latest?.moment.milliseconds ?? 0) }
            },
            row: { record in
                let day = record.latest.map { DayText.short($0.moment, today: desk.today) } ?? ""
                return ListRow([
                    StyledLine(workspace.text(workspace.caption(of: record.id))),
                    StyledLine(workspace.text(Texts.fill(NotebookTexts.deletedOn, ["d": day])), .dim),
                ])
            },
            take: { action, record in
                guard action == StandardActions.open else { return .ignored }
                return workspace.attempt { () throws(DeskError) in
                    try desk.restore(record.id)
                    workspace.changed()
                    let name = workspace.caption(of: record.id)
                    return .notice(Notice(PaneTexts.fill(NotebookTexts.restored, name), .done))
                }
            })
    }
}
