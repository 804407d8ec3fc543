import Records

/// What the audit log's page says, in both languages.
enum AuditTexts {
    static let title = Label("操作日志", "Audit log")
    static let help = Label(
        "谁在什么时候看了、查了、导出了什么；自己的由别人审阅。", "Who read, looked for or took out what; one's own is reviewed by others.")
    static let columns = [
        Label("时间", "When"), Label("人员", "Who"), Label("操作", "Act"), Label("内容", "What"),
    ]
    static let empty = Label("这个月没有别人的操作。", "Nobody else did anything in this month.")
    static let act = Label("换一种操作", "Another act")
    static let actHelp = Label("只看一种操作，再按换下一种。", "Shows one act only; again for the next.")
    static let earlier = Label("上个月", "Month before")
    static let later = Label("下个月", "Month after")
    static let officer = Label("换一个人", "Another officer")
    static let officerHelp = Label("只看一个人的，再按换下一个。", "Shows one officer only; again for the next.")
    static let review = Label("审阅这个人本月的操作", "Review this officer's month")
    static let reviewShort = Label("审阅", "Review")
    static let reviewHelp = Label("记下您看过选中的人本月的操作。", "Writes down that you went through this officer's month.")
    static let reviewAsk = Label(
        "记下已审阅 %n %m 的 %c 行操作？审阅会记入操作日志。",
        "Write down that you went through %c lines of %n in %m? It goes into the log.")
    static let yes = Label("已看过，记下", "I went through it")
    static let no = Label("还没看完", "Not yet")
    static let reviewed = Label("已记下审阅：%n %m", "Review written down: %n %m")
    static let all = Label("全部", "all")
    static let bulk = Label("成批", "Bulk")
    static let bulkCount = Label("一天 %n 次（条）", "%n in a day")
    static let restricted = Label("受限", "restricted")
    static let count = Label("%n 条", "%n")
    static let own = Label("本人 %n 行由别人审阅", "your own %n lines are reviewed by others")
    static let lastReview = Label("%n 的 %m 由 %r 于 %d 审阅", "%n, %m: reviewed by %r on %d")
    static let clear = Label(
        "未加密的本子：姓名由使用者自己选，日志不能证明是谁。", "Not encrypted: anybody may choose any name, so the log proves nobody.")
    static let noLine = Label("先选中一行。", "Choose a line first.")
}
