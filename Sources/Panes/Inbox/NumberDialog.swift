import Desk
import Interface
import Records

/// Asks who keeps a number that two records have, or whether a provisional one stands.
enum NumberDialog {
    /// The question.
    static func layer(_ question: NumberQuestion, _ workspace: Workspace) -> any Layer {
        let choices =
            question.isProvisional
            ? [InboxTexts.confirm, InboxTexts.nextNumber]
            : question.records.map { PaneTexts.fill(InboxTexts.keepsNumber, workspace.caption(of: $0.id)) }
        let text = question.isProvisional ? InboxTexts.confirmQuestion : InboxTexts.keepQuestion
        let title = question.isProvisional ? InboxTexts.provisional : InboxTexts.equalNumber
        return ChoiceDialog(
            title: Texts.fill(title, ["n": question.number]), text: text, choices: choices + [InboxTexts.laterChoice],
            selected: choices.count
        ) { choice in
            guard choice < choices.count else { return .consumed }
            let keeping = question.isProvisional ? (choice == 0 ? 0 : nil) : choice
            return workspace.attempt { () throws(DeskError) in
                try workspace.desk.settle(question, keeping: keeping)
                workspace.changed()
                let name = workspace.caption(of: question.records[keeping ?? 0].id)
                return .notice(Notice(PaneTexts.fill(InboxTexts.settled, name), .done))
            }
        }
    }
}
