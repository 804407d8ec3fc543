import Interface
import Records

/// The search, which works from anywhere.
enum FindFeature {
    static var feature: Feature {
        Feature(
            actions: [
                Action(
                    FindLayer.complete, Label("补全", "Complete"),
                    help: Label("补全最后一个词，再按换下一个。", "Completes the last word; again goes on to the next."),
                    in: [FindLayer.context], hint: .init(FindTexts.complete, rank: 11), isListed: false)
            ],
            commands: [StandardActions.find: { workspace, _ in .push(FindLayer(workspace)) }])
    }
}
