public import Records

/// Every text of this room in both languages, in one place.
public enum Texts {
    static let tooSmall = Label("窗口太小：请放大到 80×24", "Too small: please enlarge to 80×24")
    static let tooSmallNow = Label("现在", "now")
    static let pasteOutsideField = Label("粘贴只在输入框里有效。", "Pasting works in fields only.")
    static let unreadable = Label(
        "收到无法识别的字符，请检查终端编码。", "Unreadable characters arrived; check the terminal's encoding.")
    static let letterOutsideField = Label(
        "这里不输入文字。查找：%find，全部命令：%commands，说明：%help",
        "No text is entered here. Find: %find, all commands: %commands, help: %help")
    static let helpTitle = Label("说明 · 这里能用的键", "Help · keys that work here")
    static let helpRest = Label(
        "其他能办的：%menu 按数字选，%commands 按名字找。",
        "Everything else: %menu, chosen by digit; %commands, found by name.")
    static let commandsTitle = Label("命令", "Commands")
    static let menuTitle = Label("可办的事", "What can be done")
    static let nothingToDo = Label("这里没有可办的事。", "There is nothing to do here.")
    static let noMatch = Label("没有相符的。换几个字再试。", "Nothing matches. Try other words.")
    static let emptyList = Label("没有记录。", "No records.")
    static let here = Label("这里", "Here")
    static let everywhere = Label("到处可用", "Everywhere")
    static let menuFooter = Label("数字选择   Esc 返回", "Digit chooses   Esc back")
    static let paletteFooter = Label("Enter 执行   Esc 返回", "Enter runs   Esc back")
    static let messageFooter = Label("Enter 知道了", "Enter OK")
    static let promptFooter = Label("Enter 确定   Esc 取消", "Enter OK   Esc cancel")
    static let progressFooter = Label("Esc 停止", "Esc stops")
    static let more = Label("还有 %n 行", "%n more rows")
    static let manualTitle = Label("片警本 · 键位表", "Beatbook · keys")
    static let manualKeys = Label("键", "Keys")
    static let manualAction = Label("命令", "Action")
    static let manualHelp = Label("作用", "What it does")
    static let inPalette = Label("命令表", "palette")
    static let undoNothing = Label("本项没有可撤销的输入。", "There is no typing to undo in this field.")
    static let redoNothing = Label("本项没有可重做的输入。", "There is no typing to redo in this field.")
    static let textLimit = Label("最多 %n 字，多出的没有写入。", "At most %n characters; the rest was not taken.")
    static let draftSaved = Label("草稿已存 %t", "Draft saved %t")
    static let draftUnsaved = Label("草稿未存", "Draft not saved yet")
    static let required = Label("请填写「%f」", "Fill in “%f”")
    static let problemCount = Label("有 %n 处要改：", "%n to correct:")
    static let yes = Label("是", "Yes")
    static let no = Label("否", "No")
    static let closeForm = Label("收起（留草稿）", "Close (keeps draft)")
    static let empty = Label("（空）", "(empty)")
    static let addRow = Label("＋ 增加一行", "+ Add a row")
    static let rowCount = Label("%n 行", "%n rows")
    static let candidatesHint = Label("↑↓ 选择，Enter 采用", "↑↓ choose, Enter takes")
    static let choiceUnknown = Label("没有这个选项，请按数字或输入首字母。", "There is no such choice; press a digit or type initials.")
    static let referenceUnknown = Label("没有选中记录，请从列表里选。", "No record is chosen; take one from the list.")
    static let hidden = Label("（已遮住，Ctrl-E 显示）", "(hidden, Ctrl-E shows)")

    /// Puts values into the places of a text.
    ///
    /// - Parameters:
    ///   - label: a text with places such as `%n`.
    ///   - values: what stands at each place, by its name without the sign.
    /// - Returns: the text with its places filled.
    public static func fill(_ label: Label, _ values: [String: String]) -> Label {
        Label(fill(label.zh, values), fill(label.en, values))
    }

    /// The weekday's short name.
    ///
    /// - Parameter number: Monday 1 to Sunday 7.
    /// - Returns: 周一, Mon …; empty for another number.
    public static func weekday(_ number: Int) -> Label {
        weekdays.indices.contains(number - 1) ? weekdays[number - 1] : Label("", "")
    }

    private static func fill(_ text: String, _ values: [String: String]) -> String {
        var result = ""
        var rest = Substring(text)
        while let sign = rest.firstIndex(of: "%") {
            result += rest[..<sign]
            rest = rest[rest.index(after: sign)...]
            let name = rest.prefix { $0.isASCII && $0.isLetter }
            result += values[String(name)] ?? "%\(name)"
            rest = rest[name.endIndex...]
        }
        return result + rest
    }

    private static let weekdays = [
        Label("周一", "Mon"), Label("周二", "Tue"), Label("周三", "Wed"), Label("周四", "Thu"), Label("周五", "Fri"),
        Label("周六", "Sat"), Label("周日", "Sun"),
    ]
}
