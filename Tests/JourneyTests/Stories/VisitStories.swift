import Records
import TestSupport
import Testing

@Suite("Visits, from the keyboard to the disk")
struct VisitStories {
    @Test("a household is found and 见面·无新情况 recorded with one digit", arguments: Setting.all)
    func oneDigit(setting: Setting) throws {
        let room = try PoliceRoom(setting)
        try room.open { officer in
            try officer.signIn()
            try officer.pane(2)
            try officer.type("slq")
            try officer.see("单立群")
            try officer.press("<Enter>1")
            try officer.see("✓ 见面")
            // A pane, the end of the search, one digit.
            #expect(officer.keysPressed == 3)
            try officer.checkFrame()
            try officer.quit()
        }
        let visits = try room.visits()
        #expect(visits.mapValues(\.count) == ["401": 1])
        let values = visits["401"]?.first?["values"]
        #expect(values?["outcome"]?.text == "1")
        #expect(values?["notes"] == nil)
        #expect(values?["visitors"]?.list?.count == 1)
    }

    @Test("a building of twelve households takes at most thirty keys besides the text", arguments: Setting.all)
    func building(setting: Setting) throws {
        let room = try PoliceRoom(setting)
        try room.open { officer in
            try officer.signIn()
            try officer.pane(2)
            try officer.type(PoliceRoom.building)
            try officer.see("尉迟安")
            try officer.press("<Enter>" + officer.keys.sheet)
            try officer.see("走访 · \(PoliceRoom.building)")
            // The search ends on its best match; the first door is one key away.
            try officer.press("<Home>11")
            try officer.type("楼道堆放纸箱，已与物业联系，周一清运。")
            try officer.press("<Enter>31")
            try officer.press("2")
            try officer.type("想装扶手，答应问街道。")
            try officer.press("<Enter>4")
            try officer.type("+3")
            try officer.press("<Enter>511")
            try officer.type("“门禁”坏了，𠮷野静愿意开门等师傅。")
            try officer.press("<Enter>1")
            try officer.see("12 户已存")
            try officer.check("the last row is marked") { screen in
                screen.text.contains { $0.contains("602") && $0.contains("✓ 见面·无新情况") }
            }
            try officer.checkFrame()
            #expect(officer.keysPressed <= 30)
            try officer.press("<Esc>")
            try officer.quit()
        }
        let visits = try room.visits()
        func all(_ name: String) -> [String?] {
            PoliceRoom.doors.map { visits[$0.room]?.first?["values"]?[name]?.text }
        }
        #expect(visits.values.allSatisfy { $0.count == 1 })
        #expect(all("outcome") == ["1", "1", "2", "3", "1", "2", "4", "5", "1", "1", "2", "1"])
        #expect(visits["201"]?.first?["values"]?["notes"]?.text == "楼道堆放纸箱，已与物业联系，周一清运。")
        #expect(visits["601"]?.first?["values"]?["notes"]?.text == "“门禁”坏了，𠮷野静愿意开门等师傅。")
        #expect(visits["401"]?.first?["values"]?["next_date"]?.text != nil)
    }

    /// 300 characters: rare ones, quotes, an emoji family, then a paragraph that is pasted.
    static let note: (typed: String, pasted: String) = {
        let pasted = "通知原文：\n一、本周六 8:00–17:00 停水，请各户备水。\n二、“二次供水”水箱清洗，由物业负责。\n"
        var typed = "区思远说：“楼上漏水，想请物业来看。”𠮷野静、龘文海都在场，👨‍👩‍👧‍👦一家四口也来了，约好下周再去。"
        let sentence = "现场查看，地漏反水弯老化，不是有意为之；双方愿意各退一步。"
        while typed.count + pasted.count < 300 {
            typed += sentence.prefix(300 - typed.count - pasted.count)
        }
        return (typed, pasted)
    }()

    @Test("a visit keeps a note of three hundred characters, typed and pasted, to the last one", arguments: Setting.all)
    func longNote(setting: Setting) throws {
        let room = try PoliceRoom(setting)
        let whole = Self.note.typed + Self.note.pasted
        #expect(whole.count == 300)
        try room.open { officer in
            try officer.signIn()
            try officer.openVisit(at: "qsy", of: "区思远")
            try officer.type(Self.note.typed)
            try officer.terminal.paste(Self.note.pasted)
            try officer.see("水箱清洗")
            try officer.press(officer.keys.save)
            try officer.see("已保存")
            try officer.checkFrame()
            try officer.quit()
        }
        let visit = try #require(try room.visits()["301"]?.first)
        #expect(visit["values"]?["notes"]?.text == whole)
        let id = try #require(visit["id"]?.text)
        #expect(try room.show(id)["values"]?["notes"]?.text == whole)
        try room.open { officer in
            try officer.signIn()
            try officer.pane(2)
            try officer.type("qsy")
            try officer.see("区思远")
            try officer.press("<Enter><Enter>")
            try officer.see("见面·有记要")
            try officer.press("<Enter>")
            try officer.see("谈话记要")
            try officer.press("<Tab><C-End>")
            try officer.see("水箱清洗")
            try officer.press("<C-Home>")
            for text in ["“楼上漏水，想请物业来看。”", "𠮷野静、龘文海", "👨"] { try officer.see(text) }
            try officer.checkFrame()
            try officer.quit()
        }
    }
}
