import Records
import TestSupport
import Testing

@Suite("Follow-ups, from the keyboard to the disk")
struct FollowupStories {
    /// What is filled in, in the order in which it is asked for: what the refusal names, and what is typed.
    private static let pieces: [(named: String, typed: String)] = [
        ("种类", "特殊困难"), ("对象", "尉迟安"), ("文书编号", "榆民函〔2026〕12号"), ("出具单位", "榆钱街道民政办"), ("文书日期", "-1"),
        ("协助目的", "上门看看有无困难，转告民政"), ("牵头单位", "榆钱街道民政办"), ("牵头单位联系人", "13000000009"), ("民警职责", "陪同探访"),
        ("起始日期", "-1"), ("截止日期", "+60"),
    ]

    @Test(
        "a follow-up is refused for each missing piece, saying which, and saved when all is there",
        arguments: Setting.all)
    func refusals(setting: Setting) throws {
        let room = try PoliceRoom(setting)
        let before = try room.list("followup").count
        try room.open { officer in
            try officer.signIn()
            try officer.pane(3)
            try officer.see("在办")
            try officer.press("<C-n>")
            try officer.see("新建法定协助")
            for (index, piece) in Self.pieces.enumerated() {
                try officer.press(officer.keys.save)
                let isLast = index == Self.pieces.count - 1
                try officer.see("请填写「\(piece.named)」")
                if !isLast {
                    // Several stand in a list; its first digit leads to the first of them.
                    try officer.see("处要改")
                    try officer.check("the list begins with it") { screen in
                        screen.text.contains { $0.contains("1  请填写「\(piece.named)」") }
                    }
                    try officer.press("1")
                }
                try officer.check("the mark stands at the field") { screen in
                    screen.row(screen.cursorRow).contains("▌ \(piece.named)")
                        || screen.text.contains { $0.contains("▌ \(piece.named) *") }
                }
                try officer.type(piece.typed)
            }
            #expect(try room.list("followup").count == before)
            try officer.press(officer.keys.save)
            try officer.see("已保存")
            try officer.checkFrame()
            try officer.quit()
        }
        let followups = try room.list("followup")
        #expect(followups.count == before + 1)
        let values = followups.first { $0["values"]?["basis_number"]?.text == "榆民函〔2026〕12号" }?["values"]
        #expect(values?["kind"]?.text == "F10")
        #expect(values?["purpose"]?.text == "上门看看有无困难，转告民政")
        #expect(values?["duty"]?.text == "陪同探访")
        #expect(values?["officers"]?.list?.count == 1)
    }
}
