import Interface
public import Records

/// Texts that several panes use, in both languages.
public enum PaneTexts {
    static let demo = Label("演示数据（虚构）", "Demo data (fictional)")
    static let whatToDo = Label("可办的事", "What to do")
    static let readOnly = Label("只读：", "Read only: ")
    static let syncing = Label("同步中", "syncing")
    static let syncedToday = Label("已同步 今天", "synced today")
    static let syncedDays = Label("已同步 %n天前", "synced %n d ago")
    static let conflicts = Label("冲突 %n", "%n in conflict")
    static let inConflict = Label(
        "≠ 冲突：另一台电脑写得不一样，Ctrl-A 看两份", "≠ In conflict: another laptop wrote otherwise, Ctrl-A shows both")
    static let rowInConflict = Label("≠ 冲突", "≠ in conflict")
    static let saved = Label("已保存：%r", "Saved: %r")
    static let undone = Label("已撤销：%r", "Undone: %r")
    static let redone = Label("已重做：%r", "Done again: %r")
    static let partlyUndone = Label(
        "已撤销：%r；之后改过的 %n 处没有动", "Undone: %r; %n fields changed since were left alone")
    static let several = Label("%n 条记录", "%n records")
    static let draftKept = Label("草稿已存 %t，Ctrl-P 草稿 可继续", "Draft kept %t; Ctrl-P Drafts to go on")
    static let notOffered = Label(
        "没有加密，不记未成年人和身份号码：电脑丢失就会泄露。要记的，用有口令的本子。",
        "Unsealed: no minors, no ID numbers, as a lost laptop tells all. Sealed ones take them.")
    static let beforeSaving = Label("保存前请看", "Before saving")
    static let goBackAndChange = Label("回去改", "Go back and change it")
    static let saveAsIs = Label("照这样保存", "Save as it is")
    static let phrases = Label("常用语", "Phrases")
    static let noPhrases = Label("还没有常用语。", "There are no phrases yet.")
    static let phrasesNeedField = Label("先把光标放到文字项里。", "Put the caret into a text field first.")
    static let openPane = Label("换到“%r”页签。", "Opens the pane %r.")
    static let noPane = Label("没有这个页签", "No such pane")
    static let noFeature = Label("这里没有这个功能。", "This is not available here.")

    /// Puts a record's name into the place `%r`.
    ///
    /// - Parameters:
    ///   - label: a text with the place.
    ///   - name: the name.
    /// - Returns: the text.
    public static func fill(_ label: Label, _ name: Label) -> Label {
        Label(Texts.fill(label, ["r": name.zh]).zh, Texts.fill(label, ["r": name.en]).en)
    }
}
