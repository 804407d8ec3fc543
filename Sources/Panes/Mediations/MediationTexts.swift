import Desk
import Interface

/// What the mediations pane says, in both languages.
enum MediationTexts {
    static let title = Label("调解", "Mediations")
    static let columns = [
        Label("文号", "No."), Label("", ""), Label("纠纷", "Dispute"), Label("当事人", "Parties"), Label("进度", "Stage"),
        Label("期限", "Deadline"),
    ]
    static let provisional = Label("（待确认）", " (to be confirmed)")
    static let responsible = Label("责任 %u", "with %u")
    static let deadline = Label("期限", "Deadline")
    static let goal = Label("目标", "Goal")
    static let reminder = Label("提醒", "Reminder")
    static let reason = Label("说明：%t", "Why: %t")
    static let left = Label("余 %n天", "%n d left")
    static let today = Label("今天", "today")
    static let over = Label("超 %n天", "%n d over")
    static let past = Label("过 %n天", "%n d past")
    static let parties = Label("当事人", "Parties")
    static let sessions = Label("经过", "Sessions")
    static let noSessions = Label("还没有调解记录", "no session yet")
    static let session = Label("第%n次", "No. %n")
    static let facts = Label("简要情况", "Facts in brief")
    static let agreement = Label("协议", "Agreement")
    static let performance = Label("履行", "Performance")
    static let returnVisits = Label("回访", "Return visits")
    static let confirmation = Label("司法确认", "Confirmation")
    static let result = Label("结果", "Result")
    static let sentTo = Label("去向", "Sent to")
    static let missing = Label("还缺", "Missing")
    static let others = Label(" 等", " +%n")
    static let ordinals = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"]
    static let contact = Label("联系", "Contact")
    static let contactHidden = Label("电话、住址已登记", "phone and address are kept")
    static let unsaid = Label("未表态", "not said")
    static let nothingToPerform = Label(
        "还没有协议，没有可履行的；达成协议后再记。", "There is no agreement to perform yet: record the agreement first.")
    static let saved = Label("已保存。", "Saved.")
    static let newTitle = Label("新建调解", "New mediation")
    static let editTitle = Label("修改 · %t", "Edit · %t")
    static let whichParty = Label("哪一方？", "Which party?")
    static let whichForm = Label("协议形式", "Form of the agreement")
    static let noParties = Label("还没有当事人，请先在修改里登记。", "No party yet: enter the parties first.")
}
