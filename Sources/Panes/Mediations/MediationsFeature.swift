import Desk
import Interface
import Records

/// The mediations pane and its commands.
enum MediationsFeature {
    static var feature: Feature {
        Feature(
            pane: { MediationsPane($0) },
            actions: MediationActions.all + [
                Action(
                    "new.mediation", MediationTexts.newTitle,
                    help: Label("登记一起纠纷和各方当事人。", "Registers a dispute and its parties."))
            ],
            openers: [Mediation.type.id: { MediationView($0, $1) }],
            commands: ["new.mediation": { workspace, _ in .push(MediationForms.new(workspace)) }])
    }
}
