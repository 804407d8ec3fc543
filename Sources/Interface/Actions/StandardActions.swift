import Records

/// The actions that mean the same everywhere (SCREENS.md), and the steps within lists, fields and forms.
public enum StandardActions {
    /// Opens what is selected.
    public static let open: ActionID = "open"
    /// Makes a new record.
    public static let new: ActionID = "new"
    /// Finds from anywhere.
    public static let find: ActionID = "find"
    /// Saves.
    public static let save: ActionID = "save"
    /// Takes back.
    public static let undo: ActionID = "undo"
    /// Does again what was taken back.
    public static let redo: ActionID = "redo"
    /// Offers what was left open last time.
    public static let unfinished: ActionID = "unfinished"
    /// Offers phrases.
    public static let phrases: ActionID = "phrases"
    /// The numbered menu of what can be done here.
    public static let menu: ActionID = "menu"
    /// The palette of every command.
    public static let commands: ActionID = "commands"
    /// Locks and hands over.
    public static let lock: ActionID = "lock"
    /// Draws the screen anew.
    public static let redraw: ActionID = "redraw"
    /// Goes back.
    public static let back: ActionID = "back"
    /// Help.
    public static let help: ActionID = "help"
    /// Shows a hidden value.
    public static let reveal: ActionID = "reveal"
    /// The next pane.
    public static let nextPane: ActionID = "pane.next"
    /// The previous pane.
    public static let previousPane: ActionID = "pane.previous"
    /// Ends the program.
    public static let quit: ActionID = "quit"

    /// Opens a pane by its place on the pane line.
    ///
    /// - Parameter number: 1 to 9.
    /// - Returns: the action.
    public static func pane(_ number: Int) -> ActionID { ActionID("pane.\(number)") }

    /// Every action declared in this room.
    public static let all: [Action] = everywhere + panes + lists + texts + forms + dialogs

    static let everywhere: [Action] = [
        Action(
            open, Label("打开", "Open"), help: Label("打开选中的一项。", "Opens what is selected."),
            hint: .init(Label("打开", "Open"), rank: 10),
            needs: [.init(.selection, otherwise: Label("没有选中的项。先用上下键选一项。", "Nothing is selected. Choose a row first."))]
        ),
        Action(
            new, Label("新增", "New"), help: Label("新建一条记录。", "Makes a new record."),
            hint: .init(Label("新增", "New"), rank: 20)),
        Action(
            find, Label("查找", "Find"),
            help: Label("按姓名、首字母、号码查找。", "Finds by name, initials or number."),
            hint: .init(Label("查找", "Find"), rank: 30)),
        Action(
            save, Label("保存", "Save"), help: Label("检查并保存。", "Checks and saves."), in: [.form],
            hint: .init(Label("保存", "Save"), rank: 5)),
        Action(
            undo, Label("撤销", "Undo"),
            help: Label("撤销：输入框里撤销输入，其他地方撤销最近的保存。", "Takes back typing in a field, the last save elsewhere."),
            in: [.global, .editor, .field],
            needs: [.init(.canUndo, otherwise: Label("没有可撤销的。", "There is nothing to undo."))]),
        Action(
            redo, Label("重做", "Redo"), help: Label("恢复刚撤销的。", "Does again what was undone."),
            in: [.global, .editor, .field],
            needs: [.init(.canRedo, otherwise: Label("没有可重做的。", "There is nothing to redo."))]),
        Action(
            unfinished, Label("上次未了", "Left open"),
            help: Label("列出上次没办完的事。", "Offers what was left open last time."), in: [.global, .form],
            hint: .init(Label("上次未了", "Left open"), rank: 16),
            needs: [.init(.unfinished, otherwise: Label("上次没有留下未了的事。", "Nothing was left open."))]),
        Action(
            phrases, Label("常用语", "Phrases"),
            help: Label("在输入框里插入常用语。", "Puts a phrase into the field."), in: [.form, .editor, .field],
            hint: .init(Label("常用语", "Phrases"), rank: 15)),
        Action(
            menu, Label("可办的事", "What can be done"),
            help: Label("列出这里能办的事，按数字选。", "Lists what can be done here, chosen by digit."), isListed: false),
        Action(
            commands, Label("全部命令", "All commands"),
            help: Label("按中文、首字母或英文查命令。", "Finds any command."), hint: .init(Label("命令", "Commands"), rank: 40),
            isListed: false),
        Action(
            lock, Label("锁屏交班", "Lock, hand over"),
            help: Label(
                "遮住屏幕，交给别人用；加密的本子凭口令再开。",
                "Blanks the screen and hands over; a sealed notebook opens with a passphrase."),
            hint: .init(Label("锁屏", "Lock"), rank: 50), isUrgent: true),
        Action(
            redraw, Label("重画屏幕", "Redraw"), help: Label("屏幕花了时重画。", "Draws the screen anew."),
            isUrgent: true),
        Action(
            back, Label("返回", "Back"), help: Label("回到上一层；写了的字留作草稿。", "Goes back; what was typed stays as a draft."),
            in: [.global, .dialog, .form], hint: .init(Label("返回", "Back"), rank: 60), isListed: false),
        Action(
            help, Label("说明", "Help"), help: Label("这里能用的键。", "The keys that work here."),
            hint: .init(Label("说明", "Help"), rank: 1000), isListed: false, isUrgent: true),
        Action(
            reveal, Label("显示隐藏内容", "Show hidden"),
            help: Label("显示被遮住的号码；查看会留痕。", "Shows a masked value; the look is recorded."),
            in: [.global, .form],
            needs: [.init(.hiddenValue, otherwise: Label("这里没有被遮住的内容。", "Nothing is masked here."))]),
        Action(
            quit, Label("退出", "Quit"), help: Label("保存草稿，退出程序。", "Keeps drafts and ends the program."),
            isUrgent: true),
    ]

    static let panes: [Action] =
        [
            Action(
                nextPane, Label("下一个页签", "Next pane"), help: Label("换到右边的页签。", "Goes to the pane on the right.")),
            Action(
                previousPane, Label("上一个页签", "Previous pane"),
                help: Label("换到左边的页签。", "Goes to the pane on the left.")),
        ]
        + (1...9).map { number in
            Action(
                pane(number), Label("第 \(number) 个页签", "Pane \(number)"),
                help: Label("换到第 \(number) 个页签。", "Goes to pane \(number)."))
        }
}
