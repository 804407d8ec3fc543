import Desk
import Interface

/// The mediations pane and its commands.
enum MediationsFeature {
    static let feature = Feature(
        pane: { MediationsPane($0) }, actions: MediationActions.all,
        openers: [Mediation.type.id: { MediationView($0, $1) }])
}
