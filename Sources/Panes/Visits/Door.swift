import Desk
import Interface
import Records

/// One household on a list of doors, with what the officer needs there.
struct Door {
    let household: Record
    let values: FieldValues
    let lastVisit: FieldValues?
    let open: [Desk.OpenMatter]
    let isVisited: Bool

    init(_ row: Desk.SheetRow) {
        household = row.household
        values = row.values
        lastVisit = row.lastValues
        open = row.open
        isVisited = row.isVisitedThisMonth
    }

    /// A household found by a search, away from its building.
    init(_ household: Record, lastVisit: Record?, today: CalendarDay) {
        self.household = household
        values = household.values
        self.lastVisit = lastVisit?.values
        open = []
        let date = self.lastVisit?[Visit.date]
        isVisited = self.lastVisit?[Visit.outcome]?.isMet == true && date.map { $0 >= today.startOfMonth } ?? false
    }

    var id: RecordID { household.id }
    var isEmpty: Bool { values[Household.tenure] == .empty }

    /// Until when nobody is asked to call there, after a visit was declined.
    func pausedUntil(_ today: CalendarDay) -> CalendarDay? {
        guard let lastVisit, let until = VisitPause.until(after: [lastVisit]), until > today else { return nil }
        return until
    }

    /// Whether a call is still due this month.
    func isDue(_ today: CalendarDay) -> Bool { !isVisited && !isEmpty && pausedUntil(today) == nil }

    /// The last visit: 11-02 见面; where the columns do not hold both, the word gives way to a day with its year.
    func last(_ workspace: Workspace, columns: Int? = nil) -> String {
        guard let lastVisit, let date = lastVisit[Visit.date] else { return "—" }
        let word = lastVisit[Visit.outcome].map { workspace.text(VisitTexts.word($0)) } ?? ""
        let day = DayText.short(date, today: workspace.desk.today)
        let line = "\(day) \(word)"
        guard let columns, workspace.look.columns(line) > columns else { return line }
        return day
    }
}
