import Records

/// Texts of the day, in both languages.
enum TodayTexts {
    static let title = Label("今日", "Today")
    static let waiting = Label("等答复 %n", "Waiting for an answer: %n")
    static let today = Label("今天 %n", "Today: %n")
    static let done = Label("已完成 %n", "done: %n")
    static let goals = Label("目标（内部）", "Goals (internal)")
    static let statutory = Label("法定", "Duty")
    static let followups = Label("法定协助 待办 %n 项", "Statutory follow-ups to do: %n")
    static let shownWhenOpened = Label("打开后显示", "shown when opened")
    static let unvisited = Label("本月未走访 %n 户", "Not visited this month: %n")
    static let nothing = Label("今天没有要办的事。", "Nothing is due today.")
    static let fromTo = Label("%a 起算，%d 到期", "from %a, due %d")
    static let note = Label("说明：", "Note: ")
    static let new = Label("新增", "New")
}
