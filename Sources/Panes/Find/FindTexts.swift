import Interface
import Records

/// What the search says, in both languages.
enum FindTexts {
    static let title = Label("查找", "Find")
    static let count = Label("%t 类 %n 条", "%n found")
    static let nothing = Label(
        "没有相符的。可输入姓名、首字母、地址、文号；电话输后 4 位或 8 位以上。",
        "Nothing matches. Enter a name, initials, an address or a number; of a phone the last 4 digits or at least 8.")
    static let start = Label(
        "输入姓名、首字母、地址、文号；电话输后 4 位或 8 位以上，身份号码输全。",
        "Enter a name, initials, an address or a number; of a phone the last 4 digits or at least 8, an ID number whole."
    )
    static let narrow = Label("缩小范围：", "Narrow: ")
    static let complete = Label("补全", "Complete")
    static let more = Label("还有 %n 条，请多输几个字", "%n more; enter more")
    static let unknownPeriod = Label(
        "看不懂「%t」：可写 今天、本周、上周、本月、上月、今年、2026-06、2026-06-03。",
        "“%t” is not understood: today, this-week, last-week, this-month, last-month, this-year, 2026-06, 2026-06-03.")
    static let unknownKind = Label("没有「%t」这一类：可写 %k。", "There is no kind “%t”: %k.")
    static let followup = Label("法定协助", "Follow-up")
}
