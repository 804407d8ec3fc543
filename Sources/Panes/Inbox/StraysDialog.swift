import Desk
import Interface
import Records

/// Asks whether what is about a merged record shall be about the one that stands for it.
enum StraysDialog {
    /// The question.
    static func layer(_ strays: Strays, _ workspace: Workspace) -> any Layer {
        let stands = workspace.caption(of: strays.stands.id)
        let merged = Label(
            workspace.desk.title(of: strays.merged), workspace.desk.title(of: strays.merged, language: .en))
        return ChoiceDialog(
            title: Texts.fill(InboxTexts.strays, ["n": "\(strays.records.count)"]),
            text: ConflictNames.fill(InboxTexts.straysQuestion, ["r": merged, "s": stands]),
            choices: [PaneTexts.fill(InboxTexts.follow, stands), InboxTexts.laterChoice], selected: 1
        ) { choice in
            guard choice == 0 else { return .consumed }
            return workspace.attempt { () throws(DeskError) in
                try workspace.desk.follow(strays)
                workspace.changed()
                return .notice(Notice(PaneTexts.fill(InboxTexts.settled, stands), .done))
            }
        }
    }
}
