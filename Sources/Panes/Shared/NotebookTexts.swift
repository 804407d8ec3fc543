import Records

/// Texts of the shell, in both languages.
enum NotebookTexts {
    static let draftsKept = Label(
        "写了的字已存为草稿，Ctrl-P 草稿 可继续", "What was typed is kept as a draft; Ctrl-P Drafts to go on")
    static let quitTitle = Label("退出", "Quit")
    static let quitText = Label(
        "有一份没有保存的草稿。草稿已经留好，下次打开可以继续写。",
        "Something is not saved yet. It is kept as a draft, to go on with next time.")
    static let quitNow = Label("退出", "Quit")
    static let stay = Label("留下来继续写", "Stay and go on")
    static let drafts = Label("草稿", "Drafts")
    static let noDrafts = Label("没有草稿。", "There are no drafts.")
    static let draftOffer = Label("有 1 份草稿", "One draft")
    static let draftsOffer = Label("有 %n 份草稿", "%n drafts")
    static let goOn = Label("继续写", "Go on with it")
    static let later = Label("以后再说", "Later")
    static let throwAway = Label("扔掉", "Throw it away")
    static let showDrafts = Label("看草稿清单", "Show the drafts")
    static let throwAwaySure = Label("扔掉以后找不回来。确定吗？", "It cannot be brought back. Are you sure?")
    static let keepIt = Label("不扔，留着", "No, keep it")
    static let thrownAway = Label("草稿已扔掉。", "The draft was thrown away.")
    static let whoIsThere = Label("谁在用？", "Who is there?")
    static let locked = Label("已锁屏", "Locked")
    static let nobody = Label(
        "没有在任的人员。请用 beatbook officers 增加。", "Nobody is in office. Add someone with beatbook officers.")
    static let whoHint = Label("数字或 Enter 选择姓名", "Digit or Enter chooses a name")
    static let chooseName = Label("先选择姓名：数字，或上下键和 Enter。", "Choose a name first: a digit, or arrows and Enter.")
    static let notices = Label("打开时的提示", "Found on opening")
    static let trash = Label("已删除的记录", "Deleted records")
    static let noTrash = Label("没有已删除的记录。", "There are no deleted records.")
    static let restored = Label("已恢复：%r", "Restored: %r")
    static let deletedOn = Label("删于 %d", "deleted %d")
}
