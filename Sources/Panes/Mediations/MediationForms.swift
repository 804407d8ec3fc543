import Casework
import Desk
import Interface
import Records

/// The forms of the mediations pane.
enum MediationForms {
    /// A new mediation: what is registered, two parties to begin with, who is responsible.
    static func new(_ workspace: Workspace) -> RecordForm {
        let desk = workspace.desk
        var values = desk.newValues(of: Mediation.type)
        for _ in 0..<2 {
            let row = desk.newRowID()
            values.addRow(row, to: Mediation.parties.key)
            for (key, value) in desk.newRow(of: Mediation.parties.spec) {
                values[FieldPath(Mediation.parties.key, row: row, cell: key)] = value
            }
        }
        values[Mediation.responsibleUnit] = values[Mediation.responsibleUnit] ?? desk.room?.values[Room.name]
        return new(workspace, values: values)
    }

    /// A new mediation that was left as a draft: it looks as it did.
    static func goOn(with draft: Draft, _ workspace: Workspace) -> RecordForm { new(workspace, draft: draft) }

    private static func new(_ workspace: Workspace, values: FieldValues? = nil, draft: Draft? = nil) -> RecordForm {
        var sections = Array(Mediation.type.sections.prefix(2))
        sections.append(
            .init(Label("责任", "Responsible"), [Mediation.responsibleUnit.spec, Mediation.mediators.spec]))
        return RecordForm(
            workspace, type: Mediation.type, values: values, draft: draft, title: MediationTexts.newTitle,
            sections: sections)
    }

    /// Everything.
    static func edit(_ record: Record, _ workspace: Workspace) -> RecordForm {
        RecordForm(
            workspace, type: Mediation.type, base: record,
            title: title(MediationTexts.editTitle.zh, MediationTexts.editTitle.en, record.values),
            contexts: [MediationActions.opened])
    }

    /// One step: a few fields, or one row.
    static func step(_ step: MediationStep, _ record: Record, _ workspace: Workspace) -> RecordForm {
        let desk = workspace.desk
        var values = record.values
        step.prepare(&values, desk.today)
        if step.action == MediationActions.accept, values[Mediation.officialNumber] == nil,
            !Mediation.isPolice(values)
        {
            // A police mediation's number comes from the case system.
            let number = try? desk.nextCaseNumber(year: desk.today.parts.year, for: values)
            values[Mediation.officialNumber] = number
        }
        var row: FormScope?
        if let table = step.table {
            let id = desk.newRowID()
            values.addRow(id, to: table.key)
            for (key, value) in desk.newRow(of: table) {
                values[FieldPath(table.key, row: id, cell: key)] = value
            }
            row = .row(key: table.key, id: id)
        }
        let name = MediationActions.all.first { $0.id == step.action }?.title ?? MediationTexts.title
        return form(record, values, name, step.table.map { [$0] } ?? step.fields, row, workspace)
    }

    /// What one party says to mediation.
    static func consent(of row: RowID, _ record: Record, _ workspace: Workspace) -> RecordForm {
        var values = record.values
        if (values[MediationParty.consent, row, of: Mediation.parties] ?? .unsaid) == .unsaid {
            values[MediationParty.consentOn, row, of: Mediation.parties] = workspace.desk.today
        }
        let name = values[MediationParty.name, row, of: Mediation.parties] ?? ""
        let columns = [MediationParty.consent.key, MediationParty.consentOn.key, MediationParty.consentHow.key]
        return form(
            record, values, Label("调解意愿 \(name)", "Consent of \(name)"),
            [Mediation.parties.spec.columns(columns)], .row(key: Mediation.parties.key, id: row), workspace)
    }

    private static func form(
        _ record: Record, _ values: FieldValues, _ name: Label, _ fields: [FieldSpec], _ row: FormScope?,
        _ workspace: Workspace
    ) -> RecordForm {
        RecordForm(
            workspace, type: Mediation.type, base: record, values: values,
            title: title(name.zh + " · %t", name.en + " · %t", record.values), contexts: [MediationActions.opened],
            sections: [.init(name, fields.map(\.unfolded))], row: row)
    }

    private static func title(_ zh: String, _ en: String, _ values: FieldValues) -> Label {
        let name = [MediationRows.shortNumber(values), values[Mediation.title] ?? ""].filter { !$0.isEmpty }
            .joined(separator: " ")
        return Texts.fill(Label(zh, en), ["t": name])
    }
}
