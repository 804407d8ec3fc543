import Records

/// Texts of the start screen of a sealed notebook, in both languages.
enum UnlockTexts {
    static let name = Label("姓名", "Name")
    static let passphrase = Label("口令", "Passphrase")
    static let code = Label("恢复码", "Recovery code")
    static let next = Label("下一项", "Next")
    static let unlock = Label("解锁", "Unlock")
    static let otherField = Label("换一项", "Other field")
    static let isLocked = Label("已经锁定：请输入姓名和口令。", "It is locked: type a name and the passphrase.")
    static let wait = Label("姓名或口令不对，%n 秒后可再试。", "The name or the passphrase is wrong. Try again in %n s.")
    static let again = Label("姓名或口令不对，请再输一次。", "The name or the passphrase was wrong. Type it again.")
    static let recovery = Label("口令忘了：姓名留空，输入恢复码。", "Passphrase lost: leave the name empty and type the recovery code.")
    static let recovered = Label(
        "已用恢复码打开。请退出后用 beatbook officers key 换口令。",
        "Opened with the recovery code. Leave, then set a new passphrase with beatbook officers key.")
    static let clearWarning = Label(
        "这个本子没有加密：拿到电脑或硬盘的人都能读。", "This notebook is not encrypted: whoever has the laptop or disk can read it.")
}
