import Casework
import Interface
import Records

/// Texts of the visits, in both languages.
enum VisitTexts {
    static let title = Label("走访", "Visits")
    static let leftOpen = Label("上次未了", "Left open")
    static let noOpenMatter = Label("这户没有未了的事。", "Nothing is open at this household.")
    static let solved = Label("已解决", "Solved")
    static let stillOpen = Label("仍在", "Still open")
    static let keptOpen = Label("照旧留着，下次再问。", "It stays open for next time.")
    static let settled = Label("已解决：%t", "Solved: %t")
    static let noHouseholds = Label("没有户。Ctrl-N 新增一户。", "No households. Ctrl-N adds one.")
    static let noMatch = Label("没有相符的户。可输入姓名、首字母、门牌。", "No household fits. Type a name, initials or a door.")
    static let households = Label("%n 户", "%n")
    static let unvisited = Label("未走访 %n", "%n to visit")
    static let allVisited = Label("都走访了", "all visited")
    static let find = Label("找户", "Find")
    static let findHint = Label("姓名、首字母、门牌", "name, initials, door")
    static let people = Label("%n人", "%n")
    static let empty = Label("（空置）", "(empty)")
    static let visitedThisMonth = Label("本月已走访", "visited this month")
    static let vacant = Label("空置", "empty")
    static let pausedShort = Label("谢绝", "paused")
    static let openShort = Label("未了%n", "open %n")
    static let paused = Label("谢绝走访，%d 前不提示", "declined, no prompt before %d")
    static let place = Label("第 %i/%n 户", "%i/%n")
    static let unvisitedHere = Label("本楼未走访 %n 户", "%n here not visited")
    static let savedCount = Label("%n 户已存 · 每行离开即存", "%n saved, each row when it is left")
    static let recorded = Label("已记：%r %o", "Recorded: %r %o")
    static let agreedDay = Label("约定哪天？", "Agreed for which day?")
    static let promisedDay = Label("答应哪天答复？（空着为不定）", "Answer promised for which day? (empty: none)")
    static let sentence = Label("写一句", "Write")
    static let needsSentence = Label("有记要要写一句；没有就按 1。", "Notes need a sentence; press 1 if nothing is new.")
    static let needsDay = Label("改约要有日期，如 周四、+3。", "Another day needs the day, such as +3.")
    static let sheet = Label("整楼登记", "Building sheet")
    static let sheetDay = Label("登记日期", "Day of the sheet")
    static let lateEntry = Label("补录日期和手写本页", "Late entry: day and page")
    static let lateDay = Label("哪天走访的？（昨天 / -1 / 周四 / 0903）", "Which day? (yesterday / -1 / 0903)")
    static let latePage = Label("手写本第几页？（空着为没有）", "Which page of the paper notebook? (empty: none)")
    static let late = Label("补录", "late entry")
    static let page = Label("手写本 %n页", "page %n")
    static let since = Label("%d %t 起", "from %d %t")
    static let newVisit = Label("新走访", "New visit")
    static let newHousehold = Label("新增一户", "New household")
    static let editHousehold = Label("修改户", "Edit the household")
    static let deleteHousehold = Label("删除户", "Delete the household")
    static let deleteVisit = Label("删除走访", "Delete the visit")
    static let deleteSure = Label(
        "删除 %r？可用 Ctrl-Z 或“已删除的记录”找回。", "Delete %r? Ctrl-Z or “Deleted records” brings it back.")
    static let delete = Label("删除", "Delete")
    static let keep = Label("不删", "Keep")
    static let deleted = Label("已删除：%r", "Deleted: %r")
    static let whatKind = Label("反映什么？", "What was raised?")
    static let raisedText = Label("%k：写内容", "%k: what")
    static let raisedKept = Label("已记%k：%t", "%k recorded: %t")
    static let openCount = Label("未了 %n", "%n open")
    static let room = Label("室", "Door")
    static let household = Label("户", "Household")
    static let count = Label("人数", "No.")
    static let lastTime = Label("上次", "Last time")
    static let openBlockFirst = Label(
        "先按 Enter 打开一栋楼，再选一户。", "Open a building with Enter first, then choose a household.")
    static let recordHint = Label("记走访", "record a visit")
    static let nextStep = Label("下一步", "next")
    static let cancel = Label("取消", "cancel")
    static let keepDraft = Label("留作草稿", "keep as a draft")
    static let finishFirst = Label(
        "正在输入：先按 Enter 完成，或按 Esc 取消。", "Something is being typed: finish with Enter or cancel with Esc first.")
    static let notYet = Label(
        "走访日期不能在今天之后。可输入 昨天 / -1 / 周四 / 0903。",
        "A visit cannot lie after today. Enter yesterday / -1 / 0903.")
    static let edit = Label("修改", "Edit")
    static let saveRow = Label("保存这一行", "save the row")
    static let hintNothingNew = Label("见面无新情况", "met")
    static let hintRaise = Label("反映", "raised")
    static let raiseHelp = Label(
        "记这户反映的事：服务、纠纷、隐患、提案", "What the household raised: a service, dispute, hazard or proposal")
    static let blockCount = Label("%n 栋（组）", "%n buildings")
    static let firstBlock = Label("已是第一栋。", "This is the first building.")
    static let lastBlock = Label("已是最后一栋。", "This is the last building.")
    static let pageForm = Label("页码请输入整数，如 46。", "Enter the page as a number such as 46.")
    static let minors = Label("未成年 %n", "%n minors")
    static let head = Label("%h 等%n人", "%h, %n people")
    static let toldOn = Label("已告知 %d", "told %d")
    static let notTold = Label("未告知", "not told yet")
    static let history = Label("走访", "Visits")
    static let noVisits = Label("没有走访记录", "no visits yet")
    static let open = Label("未了", "Open")
    static let none = Label("无", "none")
    static let dealt = Label("办理", "Dealt with")
    static let serviceCount = Label("服务 %n", "services %n")
    static let mediationCount = Label("调解 %n", "mediations %n")
    static let phone = Label("电话", "Phone")
    static let phoneKept = Label("已登记", "registered")
    static let phoneNone = Label("未登记", "not registered")
    static let show = Label("Ctrl-E 看", "Ctrl-E shows")
    static let members = Label("成员", "Members")
    static let services = Label("需要服务", "Needs")
    static let note = Label("备注", "Note")
    static let movedIn = Label("迁入", "Moved in")

    /// The short word for an outcome, as lists show it.
    static func word(_ outcome: VisitOutcome) -> Label {
        switch outcome {
        case .metNothingNew: Label("见面", "met")
        case .metWithNotes: Label("见面", "met")
        case .notMet: Label("未见", "not in")
        case .anotherDay: Label("改约", "later")
        case .declined: Label("谢绝", "refused")
        }
    }

    /// The digits that record a visit, for the help.
    static let digits = VisitOutcome.allCases.map { Hint($0.rawValue, full($0)) }

    /// The outcome in full.
    static func full(_ outcome: VisitOutcome) -> Label {
        CodeTable.visitOutcome.label(of: outcome.rawValue) ?? word(outcome)
    }
}
