import Interface
import Records

/// What the inbox says, in both languages.
enum InboxTexts {
    static let title = Label("冲突待定", "Conflicts to settle")
    static let nothing = Label("没有等人决定的事。", "Nothing waits for a decision.")
    static let twins = Label("可能登记了两次", "perhaps entered twice")
    static let twinRows = Label("%t里可能是同一人", "%t: perhaps one person")
    static let equalNumber = Label("编号重复 %n", "number given twice: %n")
    static let provisional = Label("文号待确认 %n", "number to confirm: %n")
    static let strays = Label("写在已并掉的户下 %n 条", "about a merged record: %n")
    static let straysQuestion = Label(
        "“%r”已并入“%s”；在别的电脑上，那时还写在并掉的一条下。", "“%r” was merged into “%s”; another laptop wrote about it meanwhile.")
    static let follow = Label("改到并入的一条：%r", "Move to the one that stands: %r")
    static let confirmedElsewhere = Label("等 %l机 确认 %n", "laptop %l confirms %n")
    static let confirmThere = Label(
        "文号由%l机编排，请在那台电脑上确认；先和它同步。", "Laptop %l gives official numbers: confirm it there. Sync with it first.")
    static let merge = Label("并成一条", "Merge")
    static let apart = Label("不是同一个", "They are two")
    static let twinsExplained = Label(
        "两边都填了又不一样的，按 1 用甲、2 用乙、3 都留；其余自动合在一起。", "Where both have a value: 1 A, 2 B, 3 both. The rest is put together.")
    static let merged = Label("已并成一条：%r", "Merged: %r")
    static let keptApart = Label("已记下不是同一个，不再提示。", "Noted that they are two; nobody is asked again.")
    static let keepsNumber = Label("由它保留：%r", "Keeps it: %r")
    static let keepQuestion = Label("哪一条保留这个号？其余的换成下一个号。", "Which keeps the number? The others get the next one.")
    static let confirmQuestion = Label("这个文号是别的电脑编的。", "Another laptop gave this number.")
    static let confirm = Label("确认这个号", "Confirm it")
    static let nextNumber = Label("换成下一个号", "Give it the next number")
    static let laterChoice = Label("稍后", "Later")
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
