import Casework
import Desk
import Interface
import Records

/// Puts follow-ups into rows of a list.
///
/// A list tells the kind and the paper. Whom a duty is about stands in no list (RIGHTS.md, domain §3).
struct FollowupRows {
    /// The day.
    let today: CalendarDay
    /// The language.
    let language: Language
    /// Names officers.
    let officer: (RecordID) -> String

    /// The columns of a list that has the whole width.
    ///
    /// A kind is never cut: it tells the duties apart.
    ///
    /// - Parameters:
    ///   - language: the language.
    ///   - kind: the columns of the widest kind in the list.
    /// - Returns: the columns, for ``row(_:)``.
    static func columns(_ language: Language, kind: Int) -> [ListColumn] {
        let titles = FollowupTexts.columns.map { $0[language] }
        return [
            ListColumn(titles[0], width: .fixed(max(14, kind))),
            ListColumn(titles[1], width: .flexible(min: 12, share: 1)),
            ListColumn(titles[2], width: .fixed(language == .zh ? 6 : 7), rank: 2, isAside: true),
            ListColumn(titles[3], width: .fixed(language == .zh ? 13 : 16), alignment: .right, isAside: true),
            ListColumn(titles[4], width: .fixed(10), alignment: .right, rank: 1, isAside: true),
        ]
    }

    /// From so many columns on a list beside the detail shows the paper too.
    static let roomy = 60

    /// The columns of a list beside the detail.
    static func narrowColumns(_ language: Language) -> [ListColumn] {
        let titles = FollowupTexts.columns.map { $0[language] }
        return [
            ListColumn(titles[0], width: .flexible(min: 14, share: 1)),
            ListColumn(titles[3], width: .fixed(language == .zh ? 13 : 16), alignment: .right, isAside: true),
        ]
    }

    /// A row with the columns of ``columns(_:)``.
    func row(_ row: Desk.FollowupRow) -> ListRow {
        let values = row.record.values
        return ListRow([
            StyledLine(kind(values)), StyledLine(whom(values)),
            StyledLine(values[Followup.officers]?.first.map(officer) ?? ""), next(row),
            StyledLine((values[Followup.closedOn] ?? values[Followup.end])?.description ?? ""),
        ])
    }

    /// A row with the columns of ``narrowColumns(_:)``.
    func narrowRow(_ row: Desk.FollowupRow) -> ListRow {
        ListRow([StyledLine(kind(row.record.values)), next(row)])
    }

    /// The kind's name as a list shows it.
    func kind(_ values: FieldValues) -> String { values[Followup.kind]?.shortLabel[language] ?? "" }

    /// The paper's number, and before it which place a C1 duty is about.
    ///
    /// The pane is passed with one key while somebody may stand at the desk, so it names no person (RIGHTS.md rule 4).
    func whom(_ values: FieldValues) -> String {
        let paper = values[Followup.basisNumber] ?? ""
        guard Followup.confidentiality(of: values) == .c1 else { return paper }
        let name = values[Followup.place] ?? ""
        return name.isEmpty ? paper : "\(name) · \(paper)"
    }

    /// The next call, or why there is none.
    func next(_ row: Desk.FollowupRow) -> StyledLine {
        let values = row.record.values
        if Followup.isEnded(values, on: today) { return StyledLine(FollowupTexts.ended[language], .dim) }
        if let start = values[Followup.start], start > today {
            return StyledLine(Texts.fill(FollowupTexts.notStarted, ["d": Self.short(start)])[language], .dim)
        }
        guard let next = row.next else {
            let asked = values[Followup.cadence] == .onRequest
            if asked { return StyledLine(FollowupTexts.noNext[language], .dim) }
            // No call is due any more before it ends.
            return StyledLine([Span(FollowupTexts.ends[language] + " ", .dim)]) + end(values)
        }
        let role: Role = next.isOverdue(on: today) ? .overdue : .text
        return StyledLine("\(Self.short(next.due)) \(next.state(on: today)[language])", role)
    }

    /// How far off the end is.
    func end(_ values: FieldValues) -> StyledLine {
        guard let end = values[Followup.end] else { return "" }
        let days = today.days(until: end)
        if days < 0 || Followup.isEnded(values, on: today) { return StyledLine(FollowupTexts.ended[language], .dim) }
        if days == 0 { return StyledLine(FollowupTexts.endsToday[language], .warning) }
        return StyledLine(Texts.fill(FollowupTexts.endsIn, ["n": "\(days)"])[language], days <= 7 ? .warning : .text)
    }

    /// Month and day: 11-21.
    static func short(_ day: CalendarDay) -> String { String(day.description.dropFirst(5)) }
}
