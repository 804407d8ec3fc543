import Desk
import Interface
import Records

/// 到期清单: what was kept long enough; Enter previews, and only an officer's confirmation erases.
enum RetentionList {
    /// The list.
    static func screen(_ workspace: Workspace) -> any Layer {
        ListScreen(
            workspace, title: ErasureTexts.due,
            columns: [
                ListColumn(width: .fixed(12)), ListColumn(width: .flexible(min: 16, share: 1)),
                ListColumn(width: .flexible(min: 20, share: 1)),
            ],
            emptyText: ErasureTexts.noneDue, openHint: ErasureTexts.previewTitle,
            load: { (try? workspace.desk.retentionDue()) ?? [] },
            row: { entry in
                ListRow([
                    StyledLine(workspace.text(entry.type.label)), StyledLine(entry.title),
                    StyledLine(workspace.text(entry.reason), .dim),
                ])
            },
            record: { $0.id },
            note: {
                let drafts = ((try? workspace.desk.oldDrafts()) ?? []).count
                return drafts == 0 ? nil : Texts.fill(ErasureTexts.oldDrafts, ["n": "\(drafts)"])
            },
            // The whole reason of the selected row: in its column it is cut.
            rowNote: { $0.reason },
            take: { action, entry in
                action == StandardActions.open ? ErasureFeature.preview([entry.id], workspace) : .ignored
            })
    }
}
