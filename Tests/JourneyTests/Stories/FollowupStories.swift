import Records
import TestSupport
import Testing

@Suite("Follow-ups, from the keyboard to the disk")
struct FollowupStories {
    /// What is filled in, in the order in which it is asked for: what a refusal says, and the keys.
    private static let pieces: [(named: String, keys: String)] = [
        ("种类", "特殊困难"), ("对象", "尉迟安"), ("依据文书", "<Space>"), ("文书编号", "榆民函〔2026〕12号"), ("出具单位", "榆钱街道民政办"),
        ("文书日期", "-1"), ("协助目的", "上门看看有无困难，转告民政"), ("牵头单位", "榆钱街道民政办"), ("牵头单位联系人", "13000000009"),
        ("民警职责", "陪同探访"), ("起始日期", "-1"), ("截止日期", "+60"),
    ]

    @Test("a follow-up is refused for each missing piece with what to do, and saved when all is there", arguments: Setting.all)
    func refusals(setting: Setting) throws {
        let room = try PoliceRoom(setting)
        let before = try room.list("followup").count
        try room.open { officer in
            try officer.signIn()
            try officer.pane(3)
            try officer.see("法定协助")
            try officer.press("<C-n>")
            for piece in Self.pieces {
                try officer.press(officer.keys.save)
                try officer.check("it is refused for \(piece.named)") { $0.contains(piece.named) }
                throw officer.terminal.failure("explore")
            }
            try officer.press(officer.keys.save)
            try officer.see("已保存")
            try officer.checkFrame()
            try officer.quit()
        }
        #expect(try room.list("followup").count == before + 1)
    }
}
