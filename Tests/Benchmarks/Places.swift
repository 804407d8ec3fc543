import Panes
import Terminal

/// Where keys are pressed, and which.
enum Places {
    /// The panes.
    static let panes = Features.all.compactMap(\.pane)

    /// Keys that move, open and go back.
    static let moves: [Key] = [
        .down, .down, .down, .down, .up, .up, .pageDown, .pageUp, .home, .end, .enter, .escape, .escape, .left, .right,
    ]

    /// Keys that move, fill and correct a form, without saving it or leaving it.
    static let entry: [Key] =
        [.tab, .tab, .backTab, .down, .up, .left, .right, .backspace, .backspace, .pageDown, .pageUp]
        + "老榆里三号楼解大勇约定下次12345zlhw，。".map { Key(.character($0)) }

    /// What is typed when something is looked for: names and places, initials, digits.
    static let wanted = [
        "老榆里", "榆钱", "解大勇", "王", "李秀英", "漏水", "噪音", "停车", "老榆里3号楼601", "zs", "lxy", "wdm", "xdy", "ly",
        "3", "601", "1203", "13", "138", "0312", "2026", "V2026", "V2026-A00", "M2025",
    ]
}
