import Desk
import Interface

/// The follow-ups pane and its commands.
enum FollowupsFeature {
    static let feature = Feature(
        pane: { FollowupsPane($0) }, actions: FollowupActions.all,
        openers: [Followup.type.id: { FollowupView($0, $1) }])
}
