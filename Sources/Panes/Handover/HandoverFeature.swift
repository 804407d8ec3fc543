import Desk
import Interface
import Records

/// Handing over: a note and what is open, then the screen is locked for whoever comes next.
enum HandoverFeature {
    static let write: ActionID = "handover"
    static let take: ActionID = "handover.take"

    static let feature = Feature(
        actions: [
            Action(write, HandoverTexts.write, help: HandoverTexts.writeHelp),
            Action(take, HandoverTexts.take, help: HandoverTexts.takeHelp),
        ],
        commands: [
            write: { workspace, _ in HandoverDialog.write(workspace) },
            take: { workspace, _ in
                workspace.attempt { () throws(DeskError) in
                    guard let dialog = HandoverDialog.offer(try workspace.desk.openHandovers(), workspace) else {
                        return .notice(Notice(HandoverTexts.none))
                    }
                    return .push(dialog)
                }
            },
        ])
}
