import Desk
import Interface

/// What the follow-ups pane says, in both languages.
enum FollowupTexts {
    static let title = Label("法定协助", "Follow-ups")
    static let scopes: [Desk.FollowupScope: Label] = [
        .open: Label("在办", "Open"), .endingThisMonth: Label("本月到期", "Ending this month"), .ended: Label("已结束", "Ended"),
    ]
    static let columns = [
        Label("种类", "Kind"), Label("文书编号", "Paper"), Label("责任", "Officer"), Label("下次", "Next"),
        Label("截止", "End"),
    ]
    static let empty: [Desk.FollowupScope: Label] = [
        .open: Label("没有在办的法定协助。有文书的，Ctrl-N 新建。", "No open follow-up. With a document in hand, Ctrl-N makes one."),
        .endingThisMonth: Label("本月没有到期的。", "None ends this month."),
        .ended: Label("没有已结束的。", "None has ended."),
    ]
    static let hiddenName = Label("打开后显示", "shown when opened")
    static let enterShows = Label("姓名和联系人打开后显示：Enter", "Enter opens it and shows name and contact")
    static let noNext = Label("按书面请求", "on request")
    static let notStarted = Label("%d 起", "from %d")
    static let ends = Label("期满", "ends")
    static let steps = Label("办理：", "to do: ")
    static let endsToday = Label("今天到期", "ends today")
    static let endsIn = Label("余 %n天", "%n d left")
    static let ended = Label("已结束", "ended")
    static let period = Label("期限", "Period")
    static let longest = Label("最长%p", "%p at most")
    static let byPaper = Label("以文书为准", "as the document says")
    static let paper = Label("依据", "Basis")
    static let purpose = Label("目的", "Purpose")
    static let leadBody = Label("牵头", "Lead body")
    static let contact = Label("联系人", "Contact")
    static let duty = Label("职责", "Role")
    static let officers = Label("责任", "Officers")
    static let cadence = Label("频次", "Cadence")
    static let next = Label("下次", "Next")
    static let whom = Label("对象", "Concerned")
    static let guardian = Label("监护人", "Guardian")
    static let place = Label("场所", "Place")
    static let agreement = Label("协议", "Agreement")
    static let ending = Label("结束", "Ended")
    static let minor = Label("未成年", "a minor")
    static let entries = Label("协助记录 %n", "Entries %n")
    static let noEntries = Label("还没有协助记录。", "No entry yet.")
    static let firstWithin = Label("起始后%n日内首次", "first within %n days")
    static let endsByItself = Label("到期自动结束", "ends by itself")
    static let readOnly = Label("已结束，只读", "Ended, read only")
    static let secret = Label("（Ctrl-E 显示）", " (Ctrl-E shows)")
    static let extensionRuling = Label("延长裁定", "Extension ruling")
    static let help = Label("需要：%t", "Asked for: %t")
    static let nextOn = Label("下次 %d", "next %d")

    static let clearStore = [
        Label("这个本子没有加密，不记法定协助。", "This notebook is not sealed, so it takes no follow-ups."),
        Label(
            "法定协助、未成年人和身份号码写在没加密的磁盘上，电脑丢失就会泄露。",
            "What lies open on a disk holds no follow-up, no minor and no ID number: a lost laptop would give them away."
        ),
        Label(
            "怎么办：另设一个有口令的本子（退出后 beatbook init，不加 --clear）；此前请记在纸质档案里。",
            "What to do: set up a notebook with a passphrase (quit, then beatbook init without --clear). Until then, paper."
        ),
    ]
    static let clearRefusal = Label(
        "没有加密的本子不记法定协助：电脑丢失就会泄露。请记在有口令的本子里。",
        "An unsealed notebook takes no follow-ups: a lost laptop would give them away. Use one with a passphrase.")
    static let endedRefusal = Label(
        "这项协助已结束，只能看。有新文书的，请另建一项（Ctrl-N）。",
        "This follow-up has ended and is read only. A new document needs a new one (Ctrl-N).")
    static let notStartedRefusal = Label(
        "还没到起始日期，不能记协助记录；请先核对文书日期。",
        "It has not started, so nothing is recorded yet: check the document's days.")
    static let formTitle = Label("新建法定协助", "New follow-up")
    static let editTitle = Label("修改 · %k", "Edit · %k")
    static let entryTitle = Label("协助记录 · %k", "Entry · %k")
    static let endTitle = Label("提前结束 · %k", "End early · %k")
    static let extendTitle = Label("凭新文书延长 · %k", "Extend by a new document · %k")
    static let endByPaper = Label(
        "截止日期照文书写；文书没有期限的，写依据的期满日。", "The end is the document's own; without one, the day its basis runs out.")
    static let longestHint = Label("最长%p（%l）；以文书为准", "%q at most (%l); as the document says")
    static let latestHint = Label(
        "最长%p，最晚 %d（%l）；以文书为准", "%q at most, %d at the latest (%l); as the document says")
    static let endedNotice = Label("已结束，移到「已结束」里，只能查看。", "Ended: it stands under “Ended” now, read only.")
    static let savedEntry = Label("协助记录已保存。", "The entry is saved.")
    static let saved = Label("已保存。", "Saved.")
}
