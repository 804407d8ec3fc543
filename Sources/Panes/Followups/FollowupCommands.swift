import Casework
import Desk
import Interface
import Records

/// What the follow-up actions do, the same from the list and from the opened duty.
struct FollowupCommands {
    let workspace: Workspace

    /// Why follow-ups are not taken at all here; `nil` when they are (RIGHTS.md rule 10).
    var storeRefusal: Label? {
        workspace.desk.isSealed || workspace.desk.isDemo ? nil : FollowupTexts.clearRefusal
    }

    /// Why actions cannot be taken on a follow-up now.
    func refusals(for values: FieldValues?) -> [ActionID: Label] {
        var result: [ActionID: Label] = [:]
        if let storeRefusal { result[StandardActions.new] = storeRefusal }
        guard let values else { return result }
        let today = workspace.desk.today
        if Followup.isEnded(values, on: today) {
            for action in [FollowupActions.entry, FollowupActions.end, FollowupActions.extend, FollowupActions.edit] {
                result[action] = FollowupTexts.endedRefusal
            }
        } else if let start = values[Followup.start], start > today {
            result[FollowupActions.entry] = FollowupTexts.notStartedRefusal
        }
        return result
    }

    /// Takes an action on a follow-up.
    ///
    /// - Parameters:
    ///   - action: the action.
    ///   - record: the follow-up.
    ///   - isOpened: whether all of it is shown already.
    /// - Returns: the form; ignored when the action is none of this pane's.
    func take(_ action: ActionID, on record: Record?, isOpened: Bool = false) -> LayerResult {
        if action == StandardActions.new { return .push(FollowupForms.new(workspace)) }
        guard let record else { return .ignored }
        switch action {
        // What was done is written down without showing what stands there.
        case FollowupActions.entry: return .push(FollowupForms.entry(record, workspace))
        case FollowupActions.end, FollowupActions.extend, FollowupActions.edit:
            guard !isOpened else { return .push(form(action, record)) }
            return workspace.opening(record.id) { .push(form(action, $0)) }
        default: return .ignored
        }
    }

    private func form(_ action: ActionID, _ record: Record) -> any Layer {
        switch action {
        case FollowupActions.end: FollowupForms.end(record, workspace)
        case FollowupActions.extend: FollowupForms.extend(record, workspace)
        default: FollowupForms.edit(record, workspace)
        }
    }

    /// The parts that presenters need.
    func rows(_ look: Look) -> FollowupRows {
        FollowupRows(today: workspace.desk.today, language: look.language, officer: workspace.desk.officerName)
    }

    func sheet(_ look: Look, showsMasked: Bool) -> FollowupSheet {
        let desk = workspace.desk
        return FollowupSheet(
            today: desk.today, language: look.language, words: desk.words(look.language, showsMasked: showsMasked)
        ) { id in
            (try? desk.record(id, includingDeleted: true)).map { desk.title(of: $0, language: look.language) } ?? ""
        }
    }
}
