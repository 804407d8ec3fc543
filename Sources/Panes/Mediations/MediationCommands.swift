import Casework
import Desk
import Interface
import Records

/// What the mediation actions do, the same from the list and from the opened mediation.
struct MediationCommands {
    let workspace: Workspace

    /// Why actions cannot be taken on a mediation now: the article and the next step.
    func refusals(for values: FieldValues?) -> [ActionID: Label] {
        guard let values else { return [:] }
        let desk = workspace.desk
        var result: [ActionID: Label] = [:]
        let guarded: [(ActionID, MediationAction)] = [
            (MediationActions.session, .addSession), (MediationActions.accept, .accept),
            (MediationActions.settle, .settle), (MediationActions.fail, .notSettled),
            (MediationActions.transfer, .transfer), (MediationActions.police, .toPolice),
            (MediationActions.withdraw, .notSettled), (MediationActions.visit, .returnVisit),
            (MediationActions.confirm, .confirm),
            (MediationActions.archive, .archive),
        ]
        for (action, rule) in guarded {
            if let problem = desk.obstacle(to: rule, in: values) { result[action] = problem.withSource }
        }
        if desk.obstacle(to: .returnVisit, in: values) != nil {
            result[MediationActions.perform] = MediationTexts.nothingToPerform
        }
        if values[Mediation.archived] != nil, let problem = desk.obstacle(to: .notSettled, in: values) {
            for action in [MediationActions.consent, MediationActions.level] { result[action] = problem.withSource }
        }
        return result
    }

    /// Takes an action on a mediation.
    ///
    /// - Returns: the form or question; ignored when the action is none of this pane's.
    func take(_ action: ActionID, on record: Record?) -> LayerResult {
        if action == StandardActions.new { return .push(MediationForms.new(workspace)) }
        guard let record else { return .ignored }
        switch action {
        case MediationActions.edit: return .push(MediationForms.edit(record, workspace))
        case MediationActions.consent: return askConsent(record)
        case MediationActions.settle: return askForm(record)
        default:
            guard let step = MediationStep.of(action) else { return .ignored }
            return .push(MediationForms.step(step, record, workspace))
        }
    }

    private func askConsent(_ record: Record) -> LayerResult {
        let values = record.values
        let parties = values.rows(of: Mediation.parties)
        guard !parties.isEmpty else { return .notice(Notice(MediationTexts.noParties, .refusal)) }
        let choices = parties.enumerated().map { position, row in
            let name = values[MediationParty.name, row, of: Mediation.parties] ?? ""
            let consent = values[MediationParty.consent, row, of: Mediation.parties] ?? .unsaid
            let word = CodeTable.consent.label(of: consent.rawValue) ?? MediationTexts.unsaid
            let head = "\(MediationSheet.ordinal(position)) \(name)"
            return Label("\(head)  \(word.zh)", "\(head)  \(word.en)")
        }
        // The cursor stands on the first who has not said anything.
        let first = parties.firstIndex {
            (values[MediationParty.consent, $0, of: Mediation.parties] ?? .unsaid) == .unsaid
        }
        return .push(
            ChoiceDialog(
                title: MediationTexts.whichParty, text: Label("", ""), choices: choices, selected: first ?? 0
            ) { [workspace] choice in
                .push(MediationForms.consent(of: parties[choice], record, workspace))
            })
    }

    private func askForm(_ record: Record) -> LayerResult {
        let choices = MediationResult.settled.map { result in
            CodeTable.mediationResult.label(of: result.rawValue) ?? Label(result.rawValue, result.rawValue)
        }
        return .push(
            ChoiceDialog(title: MediationTexts.whichForm, text: Label("", ""), choices: choices) {
                [workspace] choice in
                .push(MediationForms.step(.settling(MediationResult.settled[choice]), record, workspace))
            })
    }

    /// The parts that presenters need.
    func rows(_ look: Look) -> MediationRows {
        MediationRows(today: workspace.desk.today, language: look.language, deadlines: workspace.desk.deadlines)
    }
}

extension Problem {
    /// The message with the article it comes from.
    var withSource: Label {
        guard let source else { return message }
        return Label("\(message.zh)（\(source)）", "\(message.en) (\(source))")
    }
}
