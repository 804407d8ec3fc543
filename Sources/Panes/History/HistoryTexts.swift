import Desk
import Interface
import Records

/// What the history says, in both languages.
enum HistoryTexts {
    static let title = Label("修改历史 · %r", "History of %r")
    static let action = Label("修改历史", "History")
    static let edited = Label("修改", "edited")
    static let kinds: [Desk.HistoryEntry.Kind: Label] = [
        .created: Label("新建", "made it"), .edited: edited, .deleted: Label("删除", "deleted it"),
        .restored: Label("恢复", "restored it"), .undone: Label("撤销或重做", "took a step back"),
        .erased: Label("依法删除", "erased it"), .limited: Label("限制处理", "limited its use"),
        .released: Label("解除限制", "ended the limit"),
    ]
    static let unknown = Label("（不在册）", "(not on record here)")
    static let basis = Label("依据", "Basis")
    static let nothing = Label("（空）", "(empty)")
    static let rowNew = Label("增加一行", "row added")
    static let rowGone = Label("删去一行", "row taken out")
    static let newerField = Label("较新版本的字段", "a field of a newer version")
    static let noRecord = Label("先选中一条记录，再看它的历史。", "Choose a record first, then look at its history.")
    static let delete = Label("删除这条记录", "Delete the record")
    static let deleteText = Label(
        "删除 %r？可用 Ctrl-Z 或「已删除的记录」找回。", "Delete %r? Ctrl-Z or “Deleted records” brings it back.")
    static let keep = Label("不删", "Keep it")
    static let deleteNow = Label("删除", "Delete it")
    static let deleted = Label("已删除：%r", "Deleted: %r")
}
