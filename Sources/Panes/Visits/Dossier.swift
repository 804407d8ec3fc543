import Desk
import Interface
import Records

/// What is known of a household, in the order in which it is needed at the door.
///
/// What need not be seen is not shown.
struct Dossier {
    let household: Record
    let values: FieldValues
    let visits: [Record]
    let open: [Desk.OpenMatter]
    let mediations: Int
    private let workspace: Workspace

    /// Reads the dossier.
    ///
    /// - Parameters:
    ///   - id: the household.
    ///   - workspace: the desk.
    /// - Throws: ``DeskError/notFound`` when it is not there.
    init(_ id: RecordID, _ workspace: Workspace) throws(DeskError) {
        let desk = workspace.desk
        household = try desk.record(id)
        values = household.values
        visits = try desk.referring(to: id, types: [Visit.type.id], limit: 100)
        open = try desk.openMatters(at: id)
        mediations = try desk.referring(to: id, types: [Mediation.type.id]).count
        self.workspace = workspace
    }

    /// The parts to read.
    ///
    /// - Parameters:
    ///   - showsHidden: whether the telephone number is shown.
    ///   - isWhole: whether members, services and the note are shown; the visits are a list of their own then.
    /// - Returns: the parts from above.
    func blocks(showsHidden: Bool, isWhole: Bool) -> [DetailBlock] {
        let text = workspace.text
        var blocks: [DetailBlock] = [
            .heading(StyledLine(values[Household.address] ?? "")), .line(StyledLine(people)), .space,
        ]
        if !isWhole {
            let recent = visits.prefix(5)
            for (number, visit) in recent.enumerated() {
                blocks.append(.entry(number == 0 ? text(VisitTexts.history) : "", StyledLine(line(visit.values))))
            }
            if recent.isEmpty {
                blocks.append(.entry(text(VisitTexts.history), StyledLine(text(VisitTexts.noVisits), .dim)))
            }
        }
        for (number, matter) in open.enumerated() {
            let right = number == 0 ? StyledLine("F6", .key) : nil
            blocks.append(
                .entry(
                    number == 0 ? text(VisitTexts.open) : "",
                    StyledLine(text(OpenMatters.line(matter, workspace)), .due),
                    right: right))
        }
        if open.isEmpty { blocks.append(.entry(text(VisitTexts.open), StyledLine(text(VisitTexts.none), .dim))) }
        blocks.append(.space)
        if !dealt.isEmpty { blocks.append(.entry(text(VisitTexts.dealt), StyledLine(dealt))) }
        if let phone = values[Household.phone], !phone.isEmpty {
            blocks.append(
                .entry(
                    text(VisitTexts.phone), StyledLine(showsHidden ? phone : text(VisitTexts.phoneKept)),
                    right: showsHidden ? nil : StyledLine(text(VisitTexts.show), .dim)))
        } else {
            blocks.append(.entry(text(VisitTexts.phone), StyledLine(text(VisitTexts.phoneNone), .dim)))
        }
        if isWhole { blocks += particulars(showsHidden: showsHidden) }
        return blocks
    }

    /// A visit in one line: the day and what was said, or how it went.
    func line(_ visit: FieldValues) -> String {
        let day = visit[Visit.date].map { DayText.short($0, today: workspace.desk.today) } ?? ""
        let notes = visit[Visit.notes] ?? ""
        let outcome = visit[Visit.outcome].map { workspace.text(VisitTexts.full($0)) } ?? ""
        return "\(day)  \(notes.isEmpty ? outcome : String(notes.map { $0.isNewline ? " " : $0 }))"
    }

    /// Whether a value is kept from view.
    var hasHidden: Bool { values[Household.phone].map { !$0.isEmpty } ?? false }

    /// Who lives there: 单翠萍 等3人（未成年 1） · 自有 · 已告知 2026-01-06.
    private var people: String {
        let text = workspace.text
        var parts: [String] = []
        if let head = values[Household.head] {
            var line = head
            if let count = values[Household.people], count > 1 {
                line = text(Texts.fill(VisitTexts.head, ["h": head, "n": "\(count)"]))
            }
            if let minors = values[Household.minors], minors > 0 {
                let inner = text(Texts.fill(VisitTexts.minors, ["n": "\(minors)"]))
                line += workspace.look.language == .zh ? "（\(inner)）" : " (\(inner))"
            }
            parts.append(line)
        }
        if let tenure = values[Household.tenure], let label = CodeTable.tenure.label(of: tenure.rawValue) {
            parts.append(text(label))
        }
        if values[Household.tenure] != .empty {
            parts.append(
                values[Household.toldOn].map { text(Texts.fill(VisitTexts.toldOn, ["d": $0.description])) }
                    ?? text(VisitTexts.notTold))
        }
        return parts.joined(separator: " · ")
    }

    private var dealt: String {
        let services = visits.map { $0.values.rows(of: Visit.raised).count }.reduce(0, +)
        var parts: [String] = []
        if services > 0 { parts.append(workspace.text(Texts.fill(VisitTexts.serviceCount, ["n": "\(services)"]))) }
        if mediations > 0 {
            parts.append(workspace.text(Texts.fill(VisitTexts.mediationCount, ["n": "\(mediations)"])))
        }
        return parts.joined(separator: " · ")
    }

    private func particulars(showsHidden: Bool) -> [DetailBlock] {
        let words = workspace.desk.words(workspace.look.language, showsMasked: showsHidden)
        var blocks: [DetailBlock] = []
        for (number, row) in values.rows(of: Household.members).enumerated() {
            let parts = Household.members.spec.columns.compactMap { column -> String? in
                guard column.sensitivity == .plain else { return nil }
                let value = values[FieldPath(Household.members.key, row: row, cell: column.key)]
                let text = words.text(of: value, in: column)
                return text.isEmpty || column.kind == .yesNo ? nil : text
            }
            let name = number == 0 ? workspace.text(VisitTexts.members) : ""
            blocks.append(.entry(name, StyledLine(parts.joined(separator: "  "))))
        }
        for (field, label) in [
            (Household.services.spec, VisitTexts.services), (Household.movedIn.spec, VisitTexts.movedIn),
            (Household.note.spec, VisitTexts.note),
        ] {
            let text = words.text(of: values[field.key], in: field)
            if !text.isEmpty { blocks.append(.entry(workspace.text(label), StyledLine(text))) }
        }
        return blocks
    }
}
