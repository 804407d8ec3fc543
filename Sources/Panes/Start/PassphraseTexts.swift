import Records

/// Texts for changing one's own passphrase, in both languages.
enum PassphraseTexts {
    static let title = Label("改自己的口令", "Change my passphrase")
    static let help = Label("先输旧口令，再输两遍新口令。", "The old passphrase, then the new one twice.")
    static let change = Label("改口令", "Change it")
    static let rule = Label(
        "至少 8 个字符，或 6 个字以上的中文短句；不要只用数字。", "At least 8 characters, or a Chinese phrase of 6; not digits alone.")
    static let fields = [
        Label("旧口令", "Old passphrase"), Label("新口令", "New passphrase"), Label("再输一遍", "Once more"),
    ]
    static let different = Label("两遍新口令不一样，请重新输入。", "The two new ones differ: type all three again.")
    static let wrong = Label("旧口令不对，%n 秒后可再试。", "The old passphrase is wrong. Try again in %n s.")
    static let changed = Label(
        "口令已改。旧口令对以前的备份仍然有效。", "The passphrase is changed. Copies made before still open with the old one.")
    static let clear = Label("这个本子没有加密，没有口令可改。", "This notebook is not sealed: there is no passphrase to change.")
}
