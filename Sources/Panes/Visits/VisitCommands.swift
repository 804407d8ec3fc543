import Desk
import Interface
import Records

/// What can be done with a household or a visit from several places.
enum VisitCommands {
    /// The form on a household.
    static func edit(_ household: RecordID, _ workspace: Workspace) -> LayerResult {
        workspace.attempt { () throws(DeskError) in
            .push(
                RecordForm(
                    workspace, type: Household.type, base: try workspace.desk.record(household),
                    contexts: [DoorActions.household]))
        }
    }

    /// The form for a new household.
    static func newHousehold(_ workspace: Workspace) -> LayerResult {
        .push(
            RecordForm(
                workspace, type: Household.type, title: VisitTexts.newHousehold,
                contexts: [DoorActions.household]))
    }

    /// Deletes a record after asking; it can be brought back.
    static func delete(_ id: RecordID, _ workspace: Workspace) -> LayerResult {
        let name = workspace.caption(of: id)
        return .push(
            ChoiceDialog(
                title: VisitTexts.delete, text: PaneTexts.fill(VisitTexts.deleteSure, name),
                choices: [VisitTexts.keep, VisitTexts.delete]
            ) { choice in
                guard choice == 1 else { return .consumed }
                return workspace.attempt { () throws(DeskError) in
                    try workspace.desk.delete(id)
                    workspace.changed()
                    return .notice(Notice(PaneTexts.fill(VisitTexts.deleted, name), .done))
                }
            })
    }
}
