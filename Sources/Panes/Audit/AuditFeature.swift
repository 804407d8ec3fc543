import Desk
import Interface
import Records

/// The audit log, opened from the palette.
enum AuditFeature {
    static let open: ActionID = "audit"
    static let act: ActionID = "audit.act"
    static let officer: ActionID = "audit.officer"
    static let earlier: ActionID = "audit.earlier"
    static let later: ActionID = "audit.later"
    static let review: ActionID = "audit.review"

    static let feature = Feature(
        actions: [
            Action(open, AuditTexts.title, help: AuditTexts.help),
            Action(
                act, AuditTexts.act, help: AuditTexts.actHelp, in: [AuditLayer.context],
                hint: .init(AuditTexts.act, rank: 25)),
            Action(
                officer, AuditTexts.officer, help: AuditTexts.officerHelp, in: [AuditLayer.context],
                hint: .init(AuditTexts.officer, rank: 26)),
            Action(
                earlier, AuditTexts.earlier, help: AuditTexts.earlier, in: [AuditLayer.context],
                hint: .init(AuditTexts.earlier, rank: 27)),
            Action(later, AuditTexts.later, help: AuditTexts.later, in: [AuditLayer.context]),
            Action(
                review, AuditTexts.review, help: AuditTexts.reviewHelp, in: [AuditLayer.context],
                hint: .init(AuditTexts.reviewShort, rank: 24),
                needs: [.init(.selection, otherwise: AuditTexts.noLine)]),
        ],
        commands: [
            open: { workspace, _ in
                workspace.attempt { () throws(DeskError) in .push(try AuditLayer(workspace)) }
            }
        ])
}
