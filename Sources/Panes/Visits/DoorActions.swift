import Interface
import Records

/// Commands on lists of doors; their keys stand in panes.conf.
enum DoorActions {
    /// The keys of every list of doors.
    ///
    /// Letters are free there: they begin a search, or a sentence.
    static let doors: KeyContext = "doors"
    /// The pane of the visits.
    static let visits: KeyContext = "visits"
    /// The building sheet.
    static let sheet: KeyContext = "sheet"
    /// A household on the whole screen.
    static let household: KeyContext = "household"

    static let up: ActionID = "doors.up"
    static let down: ActionID = "doors.down"
    static let start: ActionID = "doors.start"
    static let end: ActionID = "doors.end"
    static let before: ActionID = "doors.before"
    static let after: ActionID = "doors.after"
    static let find: ActionID = "visits.find"
    static let openSheet: ActionID = "visits.sheet"
    static let form: ActionID = "visits.form"
    static let late: ActionID = "visits.late"
    static let newVisit: ActionID = "new.visit"
    static let newHousehold: ActionID = "new.household"
    static let edit: ActionID = "household.edit"
    static let delete: ActionID = "household.delete"

    static let all: [Action] = [
        step(up, "上移一户", "One door up"), step(down, "下移一户", "One door down"), step(start, "到第一户", "To the first"),
        step(end, "到最后一户", "To the last"),
        Action(
            before, Label("上一栋", "Building before"), help: Label("看上一栋楼。", "Shows the building before."), in: [doors]),
        Action(after, Label("下一栋", "Next building"), help: Label("看下一栋楼。", "Shows the next building."), in: [doors]),
        Action(
            find, VisitTexts.find, help: Label("输入姓名、首字母或门牌找户。", "Finds a household by name, initials or door."),
            in: [visits], hint: .init(VisitTexts.find, rank: 25)),
        Action(
            openSheet, VisitTexts.sheet, help: Label("一栋楼一口气登记完。", "Takes a building down in one go."),
            in: [visits], hint: .init(VisitTexts.sheet, rank: 26), isInMenu: true),
        Action(
            form, Label("完整走访表", "Full visit form"), help: Label("打开这户的完整走访表。", "Opens the full form of the visit."),
            in: [visits, sheet, household], isInMenu: true),
        Action(
            late, VisitTexts.lateEntry, help: Label("从手写本补录：定日期和页码。", "Entering from paper: sets day and page."),
            in: [sheet, visits], hint: .init(VisitTexts.late, rank: 27), isInMenu: true),
        Action(newVisit, VisitTexts.newVisit, help: Label("打开空白走访表。", "Opens an empty visit form.")),
        Action(newHousehold, VisitTexts.newHousehold, help: Label("登记一户。", "Registers a household.")),
        Action(
            edit, VisitTexts.editHousehold, help: Label("修改户的资料。", "Changes the household."), in: [visits, household],
            needs: [.init(.selection, otherwise: noSelection)], isInMenu: true),
        Action(
            delete, VisitTexts.deleteHousehold,
            help: Label("删除选中的户，可以找回。", "Deletes the household; it can be restored."),
            in: [visits, household], needs: [.init(.selection, otherwise: noSelection)], isInMenu: true),
    ]

    private static let noSelection = Label("没有选中的户。先用上下键选一户。", "No household is selected. Choose a row first.")

    private static func step(_ id: ActionID, _ zh: String, _ en: String) -> Action {
        Action(id, Label(zh, en), help: Label(zh + "。", en + "."), in: [doors], isListed: false)
    }
}
