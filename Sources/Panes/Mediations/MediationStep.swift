import Casework
import Desk
import Interface
import Records

/// A small form on a few fields, or on one row, of a mediation: one step of its way.
struct MediationStep {
    /// What it does.
    let action: ActionID
    /// The rule that may speak against it.
    let guarded: MediationAction?
    /// The fields it asks for, in their order; empty when it fills in a row.
    let fields: [FieldSpec]
    /// The sub-table in which it adds a row.
    let table: FieldSpec?
    /// What it fills in beforehand.
    let prepare: (inout FieldValues, CalendarDay) -> Void

    init(
        _ action: ActionID, _ guarded: MediationAction?, _ fields: [FieldSpec], table: FieldSpec? = nil,
        prepare: @escaping (inout FieldValues, CalendarDay) -> Void = { _, _ in }
    ) {
        self.action = action
        self.guarded = guarded
        self.fields = fields
        self.table = table
        self.prepare = prepare
    }

    /// The step of an action; `nil` for actions that are no such step.
    static func of(_ action: ActionID) -> MediationStep? { all.first { $0.action == action } }

    /// An agreement: in writing or by word of mouth.
    static func settling(_ result: MediationResult) -> MediationStep {
        var fields = [Mediation.agreement.spec, Mediation.effective.spec, Mediation.manner.spec]
        fields += [Mediation.performanceDue.spec, Mediation.agreedAmount.spec, Mediation.performance.spec]
        if result == .written { fields.append(Mediation.copies.spec) }
        fields += [Mediation.judicialWanted.spec, Mediation.resultOn.spec]
        return MediationStep(MediationActions.settle, .settle, fields) { values, today in
            values[Mediation.result] = result
            values[Mediation.agreementForm] = result == .written ? "1" : "2"
            values[Mediation.resultOn] = today
            values[Mediation.effective] = values[Mediation.effective] ?? today
            if result == .written {
                values[Mediation.copies] = values[Mediation.copies] ?? values.rows(of: Mediation.parties).count + 1
            }
        }
    }

    private static var all: [MediationStep] {
        [
            MediationStep(
                MediationActions.session, .addSession, [],
                table: Mediation.sessions.spec.columns(["points", "outcome", "attended", "place", "date", "start"])),
            MediationStep(
                MediationActions.accept, .accept,
                [
                    Mediation.accepted.spec, Mediation.officialNumber.spec, Mediation.responsibleUnit.spec,
                    Mediation.mediators.spec, Mediation.investigated.spec,
                ]
            ) { $0[Mediation.accepted] = $1 },
            ending(
                MediationActions.fail, .notSettled, .notSettled, [Mediation.remediesTold.spec, Mediation.resultOn.spec]),
            ending(
                MediationActions.withdraw, nil, .withdrawn, [Mediation.remediesTold.spec, Mediation.resultOn.spec]),
            ending(
                MediationActions.police, .toPolice, .toPolice, [Mediation.remediesTold.spec, Mediation.resultOn.spec]),
            ending(
                MediationActions.transfer, .transfer, .transferred, [Mediation.sentTo.spec, Mediation.resultOn.spec]),
            MediationStep(
                MediationActions.level, nil,
                [Mediation.colour.spec, Mediation.colourReason.spec, Mediation.scale.spec, Mediation.level.spec]
            ) { values, _ in
                // A new level wants its own reason; the old one stays in the history.
                values[Mediation.colourReason] = nil
            },
            MediationStep(
                MediationActions.perform, .returnVisit,
                [
                    Mediation.performance.spec, Mediation.performanceDue.spec, Mediation.manner.spec,
                    Mediation.judicialWanted.spec,
                ]),
            MediationStep(
                MediationActions.visit, .returnVisit, [],
                table: Mediation.returnVisits.spec.columns(["text", "satisfaction", "date", "officer"])),
            MediationStep(
                MediationActions.confirm, .confirm,
                [Mediation.judicial.spec, Mediation.judicialOn.spec, Mediation.courtNumber.spec]
            ) { values, today in
                values[Mediation.judicialWanted] = true
                values[Mediation.judicial] = .applied
                values[Mediation.judicialOn] = values[Mediation.judicialOn] ?? today
            },
            MediationStep(MediationActions.papers, nil, [Mediation.documents.spec]),
            MediationStep(MediationActions.archive, .archive, [Mediation.archived.spec, Mediation.documents.spec]) {
                $0[Mediation.archived] = $1
            },
        ]
    }

    private static func ending(
        _ action: ActionID, _ guarded: MediationAction?, _ result: MediationResult, _ fields: [FieldSpec]
    ) -> MediationStep {
        MediationStep(action, guarded, fields) { values, today in
            values[Mediation.result] = result
            values[Mediation.resultOn] = today
        }
    }
}

extension FieldSpec {
    /// The field as it stands in a small form: never folded away.
    var unfolded: FieldSpec {
        FieldSpec(
            key, label, kind, required: required, visible: visible, initial: initial, constraints: constraints,
            sensitivity: sensitivity, search: search, isIndexed: isIndexed, isFolded: false, help: help)
    }

    /// The sub-table with some of its columns only.
    func columns(_ keys: [String]) -> FieldSpec {
        FieldSpec(
            key, label, .rows(keys.compactMap { wanted in columns.first { $0.key == wanted } }), required: required,
            visible: visible, constraints: constraints, help: help)
    }
}
