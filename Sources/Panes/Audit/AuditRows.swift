import Desk
import Interface
import Records

/// Puts lines of the audit log into rows of a list.
struct AuditRows {
    /// What a row shows.
    enum Content {
        /// Much of one kind on one day.
        case bulk(AuditPage.Bulk)
        /// One line.
        case entry(AuditEntry)

        /// Who did it.
        var officer: (id: RecordID, name: String) {
            switch self {
            case .bulk(let bulk): (bulk.officer, bulk.name)
            case .entry(let entry): (entry.officer, entry.name)
            }
        }
    }

    private let workspace: Workspace

    init(_ workspace: Workspace) { self.workspace = workspace }

    /// A row: when, who, which act, with what.
    func row(_ content: Content) -> ListRow {
        let today = workspace.desk.today
        switch content {
        case .bulk(let bulk):
            let count = Texts.fill(AuditTexts.bulkCount, ["n": "\(bulk.count)"])
            return ListRow([
                StyledLine(DayText.short(bulk.day, today: today), .warning), StyledLine(bulk.name),
                StyledLine(workspace.text(bulk.act.label), .warning),
                StyledLine([
                    Span(workspace.text(AuditTexts.bulk) + " ", .warning), Span(workspace.text(count)),
                ]),
            ])
        case .entry(let entry):
            return ListRow([
                StyledLine(DayText.short(entry.moment, today: today), .dim), StyledLine(entry.name),
                StyledLine(workspace.text(entry.line.act.label)), StyledLine(what(entry.line)),
            ])
        }
    }

    /// What a line is about, as far as whoever reads it may know: its kind, number and reason.
    private func what(_ line: AuditLine) -> [Span] {
        let type = line.type.flatMap { try? workspace.desk.type($0) }.map { workspace.text($0.label) }
        let record = line.record.flatMap { try? workspace.desk.record($0, includingDeleted: true) }
        let name = record.map { record -> String in
            let number = record.values["number"].text ?? ""
            return number.isEmpty ? workspace.desk.title(of: record, language: workspace.look.language) : number
        }
        let count = line.count.map { workspace.text(Texts.fill(AuditTexts.count, ["n": "\($0)"])) }
        let field = line.field.map { workspace.text($0.label) }
        var spans = [Span([type, name, field, count].compactMap(\.self).joined(separator: " "))]
        if let reason = line.reason { spans.append(Span("  \(reason)", .dim)) }
        if line.isRestricted { spans.append(Span("  \(workspace.text(AuditTexts.restricted))", .warning)) }
        return spans
    }
}
