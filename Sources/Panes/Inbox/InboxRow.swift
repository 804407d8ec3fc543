import Desk
import Interface
import Records

/// Puts what waits into rows: a mark for its kind, what it is about, since when.
enum InboxRow {
    /// Names an item, to find it again after something changed.
    static func key(_ item: InboxItem) -> AnyHashable {
        switch item {
        case .conflict(let conflict): AnyHashable(conflict.id)
        case .twins(let twins): AnyHashable(twins.id)
        case .number(let question): AnyHashable(question.id)
        case .strays(let strays): AnyHashable(strays.id)
        }
    }

    /// The row of an item.
    static func row(_ item: InboxItem, _ workspace: Workspace) -> ListRow {
        switch item {
        case .conflict(let conflict):
            let newest = conflict.versions.map(\.moment).max { $0.milliseconds < $1.milliseconds }
            let isDoubtful = conflict.versions.contains(where: \.isDoubtful)
            return ListRow([
                name("≠ ", conflict.base, workspace),
                StyledLine(
                    workspace.text(ConflictNames.field(conflict.path, in: conflict.base, of: conflict.type))),
                StyledLine([
                    Span(isDoubtful ? workspace.text(InboxTexts.doubtful) + " " : "", .warning),
                    Span(newest.map { DayText.short($0, today: workspace.desk.today) } ?? "", .dim),
                ]),
            ])
        case .twins(let twins):
            let table = twins.rows.flatMap { twins.type.field($0.table)?.label }
            let what = table.map { ConflictNames.fill(InboxTexts.twinRows, ["t": $0]) } ?? InboxTexts.twins
            return ListRow([name("≈ ", twins.first, workspace), StyledLine(workspace.text(what)), ""])
        case .strays(let strays):
            return ListRow([
                name("→ ", strays.records[0], workspace),
                StyledLine(workspace.text(Texts.fill(InboxTexts.strays, ["n": "\(strays.records.count)"]))), "",
            ])
        case .number(let question):
            let what =
                question.confirmedBy != nil
                ? InboxTexts.confirmedElsewhere
                : question.isProvisional ? InboxTexts.provisional : InboxTexts.equalNumber
            return ListRow([
                name("= ", question.records[0], workspace),
                StyledLine(workspace.text(Texts.fill(what, ["n": question.number, "l": question.confirmedBy ?? ""]))),
                "",
            ])
        }
    }

    private static func name(_ mark: String, _ record: Record, _ workspace: Workspace) -> StyledLine {
        StyledLine([Span(mark, .conflict), Span(workspace.text(workspace.caption(of: record.id)))])
    }
}
