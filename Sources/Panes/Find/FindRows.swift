import Casework
import Desk
import Interface
import Records

/// Puts what was found into rows: a heading for each kind, then a name and what separates namesakes, no more.
struct FindRows {
    /// The day.
    let today: CalendarDay
    /// Language and widths.
    let look: Look
    /// The place of a household.
    let household: (RecordID) -> String

    private var language: Language { look.language }

    /// One row of the list; headings and free rows belong to no record.
    struct Row {
        /// What is shown.
        let row: ListRow
        /// The record; `nil` for a heading.
        let record: RecordID?
    }

    /// The columns.
    static let columns = [
        ListColumn(width: .flexible(min: 30, share: 1)), ListColumn(width: .fixed(12), alignment: .right),
    ]

    /// The rows of all groups.
    func rows(_ groups: [SearchGroup]) -> [Row] {
        var rows: [Row] = []
        for group in groups {
            if !rows.isEmpty { rows.append(Row(row: .space, record: nil)) }
            let kind = FindQuery.kinds.first { $0.type == group.type }?.name
            let name = kind.map { Label($0.zh, Casework.type(group.type)?.label.en ?? $0.en) }
            let title = group.type == Followup.type.id ? FindTexts.followup : name ?? Label("", "")
            rows.append(
                Row(row: .heading("\(look.text(title)) \(group.count)\(group.hasMore ? "+" : "")"), record: nil))
            rows += group.hits.map { Row(row: row($0, of: group.type), record: $0.record.id) }
        }
        return rows
    }

    private func row(_ hit: SearchHit, of type: TypeID) -> ListRow {
        switch type {
        case Household.type.id: household(hit)
        case Mediation.type.id: mediation(hit)
        case Visit.type.id: visit(hit)
        case Followup.type.id: followup(hit)
        default: ListRow([StyledLine(hit.record.id.rawValue)])
        }
    }

    private func household(_ hit: SearchHit) -> ListRow {
        let values = hit.record.values
        let head =
            values[Household.head] ?? (values[Household.tenure] == .empty ? Label("（空置）", "(empty)")[language] : "")
        let address = values[Household.address] ?? ""
        let isAddress = hit.path == Household.address.path
        let place = isAddress ? marked(address, hit) : [Span(DoorText.short(values))]
        let name = hit.path == Household.head.path ? marked(head, hit) : [Span(head)]
        let people = values[Household.people].flatMap { $0 > 0 ? $0 : nil }.map {
            Texts.fill(Label("%n人", "%n people"), ["n": "\($0)"])[language]
        }
        return ListRow([StyledLine(padded(name, to: 12) + place), StyledLine(people ?? "", .dim)])
    }

    private func mediation(_ hit: SearchHit) -> ListRow {
        let values = hit.record.values
        var line: [Span] = []
        let number = values[Mediation.officialNumber] ?? values[Mediation.number] ?? ""
        let isNumber = hit.path == Mediation.officialNumber.path || hit.path == Mediation.number.path
        line += padded(isNumber ? marked(number, hit) : [Span(number)], to: 25)
        line += padded(parties(values, hit), to: 20)
        let title = values[Mediation.title] ?? ""
        line += hit.path == Mediation.title.path ? marked(title, hit) : [Span(title)]
        if let text = excerpt(values, hit) { line += [Span("  ")] + text }
        let result = values[Mediation.result] ?? .inProgress
        let stage =
            if result == .inProgress {
                MediationRows.stage(of: values).label[language]
            } else if result.isSettled, let performance = values[Mediation.performance] {
                CodeTable.performance.label(of: performance.rawValue)?[language] ?? ""
            } else {
                CodeTable.mediationResult.label(of: result.rawValue)?[language] ?? ""
            }
        return ListRow([StyledLine(line), StyledLine(stage, .dim)])
    }

    /// The party that was found stands first; of the others two names at most are shown.
    private func parties(_ values: FieldValues, _ hit: SearchHit) -> [Span] {
        let rows = values.rows(of: Mediation.parties)
        func name(_ row: RowID) -> String { values[MediationParty.name, row, of: Mediation.parties] ?? "" }
        let found = rows.first { hit.path == FieldPath(Mediation.parties.key, row: $0, cell: MediationParty.name.key) }
        let others = MediationTexts.others[language]
        guard let found else {
            let names = rows.prefix(2).map(name).joined(separator: language == .zh ? "、" : ", ")
            return [Span(names + (rows.count > 2 ? others : ""))]
        }
        let rest = rows.filter { $0 != found }
        if rest.count == 1, let other = rest.first {
            return marked(name(found), hit) + [Span((language == .zh ? "、" : ", ") + name(other))]
        }
        return marked(name(found), hit) + [Span(rest.isEmpty ? "" : others)]
    }

    private func visit(_ hit: SearchHit) -> ListRow {
        let values = hit.record.values
        let day = values[Visit.date].map { DayText.short($0, today: today) } ?? ""
        let place = values[Visit.household].map(household) ?? values[Visit.place] ?? ""
        var line = padded([Span(day)], to: 11) + padded([Span(place)], to: 20)
        if hit.path == Visit.number.path { line += marked(values[Visit.number] ?? "", hit) }
        if let text = excerpt(values, hit) { line += text }
        let outcome = values[Visit.outcome].flatMap { CodeTable.visitOutcome.label(of: $0.rawValue) }
        return ListRow([StyledLine(line), StyledLine(outcome?[language] ?? "", .dim)])
    }

    /// A duty is found by its paper's number alone, and the row does not say whom it is about.
    private func followup(_ hit: SearchHit) -> ListRow {
        let values = hit.record.values
        let basis = values[Followup.basisNumber] ?? ""
        var line = padded([Span(values[Followup.kind]?.label[language] ?? "")], to: 28)
        line += hit.path == Followup.basisNumber.path ? marked(basis, hit) : [Span(basis)]
        if hit.path == Followup.number.path { line += [Span("  ")] + marked(values[Followup.number] ?? "", hit) }
        let isEnded = Followup.isEnded(values, on: today)
        return ListRow([StyledLine(line), StyledLine(isEnded ? FollowupTexts.ended[language] : "", .dim)])
    }

    /// What was found in a text that the row does not show anyway.
    private func excerpt(_ values: FieldValues, _ hit: SearchHit) -> [Span]? {
        let shown: Set<FieldPath> = [
            Mediation.title.path, Mediation.number.path, Mediation.officialNumber.path, Visit.number.path,
        ]
        guard let path = hit.path, !shown.contains(path), path.key != Mediation.parties.key, !hit.ranges.isEmpty,
            let text = values[path].text
        else { return nil }
        return MarkedText.excerpt(text, hit.ranges)
    }

    private func marked(_ text: String, _ hit: SearchHit) -> [Span] { MarkedText.spans(text, hit.ranges) }

    private func padded(_ spans: [Span], to columns: Int) -> [Span] {
        let used = look.columns(StyledLine(spans).text)
        return spans + [Span(String(repeating: " ", count: max(2, columns - used)))]
    }
}
