import Desk
import Interface
import Records

/// The follow-ups pane and its commands.
enum FollowupsFeature {
    static var feature: Feature {
        Feature(
            pane: { FollowupsPane($0) },
            actions: FollowupActions.all + [
                Action(
                    "new.followup", FollowupTexts.formTitle,
                    help: Label("凭依据文书建立一项法定协助。", "Makes a follow-up from its basis document."))
            ],
            openers: [Followup.type.id: { FollowupView($0, $1) }],
            commands: [
                "new.followup": { workspace, _ in
                    if let reason = FollowupCommands(workspace: workspace).storeRefusal {
                        return .notice(Notice(reason, .refusal))
                    }
                    return .push(FollowupForms.new(workspace))
                }
            ])
    }
}
