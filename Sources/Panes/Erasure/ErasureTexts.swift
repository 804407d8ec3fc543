import Interface
import Records

/// Words of erasing, limiting and retention.
enum ErasureTexts {
    static let erase = Label("依法删除", "Erase for good")
    static let eraseHelp = Label(
        "先预览，写明依据，再从所有文件里清除；不能恢复。", "Preview, basis, then out of every file; nothing brings it back.")
    static let due = Label("到期清单", "Due to be erased")
    static let dueHelp = Label("保留期满的记录；只列出，删除由民警办理。", "What was kept long enough: listed, erased only by an officer.")
    static let limit = Label("限制处理", "Limit its use")
    static let limitHelp = Label("应本人申请：不列出、不查到、不提醒，可解除。", "At the person's request: in no list, search or reminder.")
    static let endLimit = Label("解除限制", "End the limit")
    static let limited = Label("限制处理的记录", "Records of limited use")
    static let limitedHelp = Label("列出限制处理的记录，按 Enter 解除。", "Lists them; Enter ends the limit.")
    static let log = Label("依法删除情况", "What was erased")
    static let logHelp = Label("删了什么、依据、哪些电脑还没有执行。", "What went, why, and which laptops have not done so yet.")
    static let noneErased = Label("还没有依法删除过。", "Nothing was erased yet.")
    static let applied = Label("已执行 %a 台 · 未确认 %m 台", "done on %a · not confirmed by %m")
    static let noRecord = Label("先选中一条记录。", "Choose a record first.")
    static let noneDue = Label("没有到期的记录。", "Nothing is due.")
    static let noneLimited = Label("没有限制处理的记录。", "No record is limited.")
    static let basis = Label("依据", "Basis")
    static let basisText = Label(
        "依据会长期保留，不写姓名。如：本人申请、保留期满。", "It is kept for ever: name nobody. Such as: own request, time is over.")
    static let previewTitle = Label("依法删除 · 预览", "Erase for good · preview")
    static let goes = Label("将清除", "What goes")
    static let files = Label("涉及的文件", "Files")
    static let counts = Label("现值 %v · 历史 %o", "%v values · %o older")
    static let total = Label(
        "共 %v 个值，%f 个文件；%r 处引用将显示“已依法删除”", "%v values in %f files; %r references will say “Erased”")
    static let next = Label("按 Enter 写依据并确认，Esc 不删。", "Enter: write the basis and confirm. Esc: keep it.")
    static let confirm = Label("清除后任何人都不能恢复。确定删除 %r？", "Nobody can bring it back. Erase %r?")
    static let keep = Label("不删", "Keep it")
    static let eraseNow = Label("依法删除", "Erase it")
    static let erased = Label("已依法删除：%r", "Erased: %r")
    static let limitedDone = Label("已限制处理：%r", "Its use is limited: %r")
    static let limitEnded = Label("已解除限制：%r", "The limit is ended: %r")
    static let kept = Label("保留", "Kept")
    static let oldDrafts = Label("另有 %n 份草稿超过 30 天未动（Ctrl-P 草稿）", "Also %n drafts older than 30 days (Ctrl-P Drafts)")
}
