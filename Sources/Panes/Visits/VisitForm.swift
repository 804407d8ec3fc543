import Desk
import Interface
import Records

/// The full form of a visit: what matters first, day and company folded into one line, late entry with the paper's page.
enum VisitForm {
    /// A form on a visit.
    ///
    /// - Parameters:
    ///   - workspace: the desk, the language.
    ///   - household: the household of a new visit.
    ///   - base: the visit to edit.
    ///   - values: what a new visit starts with, when something was chosen on a sheet already.
    ///   - draft: a draft to go on with.
    /// - Returns: the form.
    static func make(
        _ workspace: Workspace, household: RecordID? = nil, base: Record? = nil, values: FieldValues? = nil,
        draft: Draft? = nil
    ) -> RecordForm {
        var start = values
        if base == nil, draft == nil, let household {
            var new = values ?? workspace.desk.newValues(of: Visit.type)
            new[Visit.household] = household
            start = new
        }
        let about = household ?? (draft?.values ?? start ?? base?.values)?[Visit.household]
        return RecordForm(
            workspace, type: Visit.type, base: base, values: start, draft: draft,
            title: title(of: about, isNew: base == nil && draft?.base == nil, workspace),
            focus: about == nil
                ? nil : draft?.values[Visit.notes] == nil ? Visit.outcome.spec.path : Visit.notes.spec.path,
            onAction: { action, form in
                guard action == StandardActions.unfinished else { return .ignored }
                return OpenMatters.offer(at: form.values[Visit.household], workspace)
            })
    }

    private static func title(of household: RecordID?, isNew: Bool, _ workspace: Workspace) -> Label {
        let kind = isNew ? Label("新走访", "New visit") : Visit.type.label
        guard let household, let record = try? workspace.desk.record(household, includingDeleted: true) else {
            return kind
        }
        let name = DoorText.short(record.values) + (record.values[Household.head].map { " " + $0 } ?? "")
        return Label("\(kind.zh) · \(name)", "\(kind.en) · \(name)")
    }
}
