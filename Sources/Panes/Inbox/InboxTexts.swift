import Interface
import Records

/// What the inbox says, in both languages.
enum InboxTexts {
    static let title = Label("冲突待定", "Conflicts to settle")
    static let nothing = Label("没有等人决定的冲突。", "No conflict waits for a decision.")
    static let count = Label("%n 处", "%n")
    static let explained = Label(
        "两台电脑各写各的，两份都在；决定后另一份留在历史里。",
        "Two laptops wrote apart and both are kept; the one not taken stays in the history.")
    static let heading = Label("冲突 %i/%n · %f", "Conflict %i of %n · %f")
    static let record = Label("一边删除，一边修改", "deleted here, changed there")
    static let row = Label("%t：一边删去一行，一边修改", "%t: a row taken out here, changed there")
    static let cell = Label("%t %n · %f", "%t %n · %f")
    static let newer = Label("较新版本的字段 %f", "%f, a field of a newer version")
    static let unknown = Label("（不在册）", "(not on record here)")
    static let shown = Label("现在显示", "shown now")
    static let doubtful = Label("时间可疑", "doubtful time")
    static let empty = Label("（空）", "(empty)")
    static let erased = Label("（已按规定删除）", "(erased on record)")
    static let unreadable = Label("（这里读不出来）", "(cannot be read here)")
    static let deletedRecord = Label("删除了这条记录", "Deleted the record")
    static let deletedRow = Label("删去了这一行", "Took the row out")
    static let kept = Label("不知道已删除，写了：", "Wrote, without knowing of that:")
    static let keptAlone = Label("不知道已删除，还在用", "Went on using it, without knowing of that")
    static let sides = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"]
    static let useSide = Label("用%s", "Take %s")
    static let useFirst = Label("用甲", "Take A")
    static let useSecond = Label("用乙", "Take B")
    static let useBoth = Label("都留", "Keep both")
    static let useResult = Label("用结果", "Use the result")
    static let write = Label("另写", "Write another")
    static let delete = Label("删除", "Delete it")
    static let keep = Label("保留", "Keep it")
    static let next = Label("下一处", "Next one")
    static let previous = Label("上一处", "Previous one")
    static let result = Label("结果", "Result")
    static let later = Label("稍后", "Later")
    static let bothKept = Label("两份原文都会留在历史里。", "Both texts stay in the history.")
    static let settled = Label("已决定：%r", "Settled: %r")
    static let allSettled = Label("都决定了。", "Everything is settled.")
    static let goneMeanwhile = Label("这一处已经决定了。", "This one is settled already.")
    static let notBoth = Label(
        "这一项只能有一个值，不能都留。请选其中一个，或另写。", "This field holds one value: choose one of them, or write another.")
    static let notWritten = Label(
        "这一处只能选其中一份；要改别的，请打开记录。", "Here one of the sides is chosen; open the record to change anything else.")
    static let writeHere = Label("写下要留的内容。", "Write what is to stand there.")
    static let more = Label("上下还有，按 ↑↓ 看", "There is more above or below: ↑ ↓")
    static let draftKept = Label("写了一半的已存为草稿。", "What was written is kept as a draft.")
}
