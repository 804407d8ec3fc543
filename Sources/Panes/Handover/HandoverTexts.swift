import Records

/// What is said when the notebook changes hands, in both languages.
enum HandoverTexts {
    static let write = Label("交接并锁屏", "Hand over and lock")
    static let writeHelp = Label(
        "写几句交接说明，未了事项自动列入，然后锁屏。", "A few words for the next officer; what is open is put in by itself. Then it locks.")
    static let take = Label("查看未确认的交接", "What was handed over")
    static let takeHelp = Label("看别人交接的未了事项，确认接收。", "What others left open; take it over.")
    static let title = Label("交接", "Hand-over")
    static let ask = Label(
        "未了事项 %n 项会自动列入，受限事项只有能看的人看得到。\n还要交代什么？（可以不写；不写受限事项）",
        "%n open promises are put in; restricted ones only for those who may see them.\nAnything else? (May stay empty; nothing restricted.)"
    )
    static let from = Label("%o 的交接 %t", "Handed over by %o, %t")
    static let restricted = Label("（受限事项）", " (restricted)")
    static let accept = Label("确认接收", "Take it over")
    static let later = Label("以后再确认", "Later")
    static let accepted = Label("已确认接收。未了事项在“今日”里。", "Taken over. What is open stands under Today.")
    static let none = Label("没有未确认的交接。", "Nothing waits to be taken over.")
    static let done = Label("已办", "done")
    static let more = Label("……另有 %n 项，见“今日”", "… and %n more, see Today")
    static let duties = Label("· 法定协助 %n 项，打开“法定协助”看", "· %n duties of follow-up: open Follow-ups")
    /// The line under Today.
    static let kind = Label("交接", "Handed over")
    static let waiting = Label("%o：%n 项未确认", "%o: %n not taken over")
    static let waitingNote = Label("%o：交接说明未确认", "%o: a note, not taken over")
    static let waitingBasis = Label("Enter 看并确认", "Enter reads it")
    static let nothing = Label("没有未了事项。", "Nothing is open.")
}
