import Records

/// Texts of the day, in both languages.
enum TodayTexts {
    static let title = Label("今日", "Today")
    static let waiting = Label("等答复 %n", "Waiting for an answer: %n")
    static let today = Label("今天 %n", "Today: %n")
    static let done = Label("已完成 %n", "done: %n")
    static let goals = Label("目标（内部）", "Goals (internal)")
    static let statutory = Label("法定", "Duty")
    static let shownWhenOpened = Label("打开后显示", "when opened")
    static let nothing = Label("今天没有要办的事。", "Nothing is due today.")
    static let empty = Label(
        "本子还是空的：按 Ctrl-N 登记第一户；以后在「走访」里按 1–5 记走访。",
        "The notebook is empty: Ctrl-N registers the first household; visits are then one digit each.")
    static let fromTo = Label("%a 起算，%d 到期", "from %a, due %d")
    static let dueOn = Label("%d 到期", "due %d")
    static let note = Label("说明：", "Note: ")
    static let new = Label("新增", "New")
}
