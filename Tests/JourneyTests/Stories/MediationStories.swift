import Records
import TestSupport
import Testing

@Suite("Mediations, from the keyboard to the disk")
struct MediationStories {
    @Test(
        "three parties and two sessions are recorded, undone, redone, and all there after a new start",
        arguments: Setting.all)
    func wholeMediation(setting: Setting) throws {
        let room = try PoliceRoom(setting)
        try room.open { officer in
            try officer.signIn()
            try officer.pane(4)
            try register(officer)
            try officer.press("<Home>" + String(repeating: "<Down>", count: try row(of: "天台晾衣", officer)))
            try officer.press("<Enter>")
            try officer.see("天台晾衣")
            for name in ["单立群", "解知秋", "榆钱物业"] {
                try officer.choose("征询意愿")
                try officer.see(name)
                try officer.press("<Enter>")
                try officer.see("调解意愿 \(name)")
                try officer.press("1" + officer.keys.save)
                try officer.see("已保存")
            }
            try officer.choose("受理")
            try officer.see("受理日期")
            try officer.press(officer.keys.save)
            try officer.see("已保存")
            for points in Self.sessions {
                try officer.choose("记一次调解")
                try officer.see("要点")
                try officer.type(points)
                try officer.press(officer.keys.save)
                try officer.see("已保存")
            }
            try officer.see("第2次")
            try officer.checkFrame()
            #expect(try points(room) == Self.sessions)

            try officer.press("<C-z>")
            try officer.see("已撤销")
            #expect(try points(room) == Array(Self.sessions.prefix(1)))
            try officer.press("<C-y>")
            try officer.see("已重做")
            #expect(try points(room) == Self.sessions)
            try officer.quit()
        }
        try room.open { officer in
            try officer.signIn()
            try officer.pane(4)
            try officer.see("天台晾衣")
            try officer.press("<Home>" + String(repeating: "<Down>", count: try row(of: "天台晾衣", officer)))
            try officer.press("<Enter>")
            for text in ["单立群", "解知秋", "榆钱物业", "第1次", "第2次"] { try officer.see(text) }
            try officer.checkFrame()
            // What was done before the restart can still be taken back.
            try officer.press("<C-z>")
            try officer.see("已撤销")
            try officer.press("<C-y>")
            try officer.see("已重做")
            try officer.quit()
        }
        let values = try #require(try mediation(room)["values"])
        let parties = values["parties"]?.list ?? []
        #expect(parties.compactMap { $0["name"]?.text } == ["单立群", "解知秋", "榆钱物业"])
        #expect(parties.compactMap { $0["consent"]?.text } == ["1", "1", "1"])
        #expect(values["accepted"]?.text != nil)
        #expect(try points(room) == Self.sessions)
    }

    private static let sessions = ["现场查看，雨棚滴水到楼下。", "双方同意装一根导水管，“三天内”办好。"]

    private func register(_ officer: Officer) throws {
        try officer.press("<C-n>")
        try officer.see("新建调解")
        try officer.type("天台晾衣")
        try officer.press("<Tab>")
        try officer.type("邻里")
        try officer.press("<Tab>1<Tab><Tab><Tab><Tab><Tab>")
        try officer.type(PoliceRoom.building)
        try officer.press("<Tab>")
        try officer.type("楼上晾衣滴水，楼下雨棚受潮。")
        // Over the folded particulars to the first party.
        try officer.press("<C-End><Down><Down><Enter>")
        try officer.see("姓名（名称）")
        try officer.press("1<Tab><Tab>")
        try officer.type("单立群")
        try officer.press(officer.keys.save + "<Tab><Enter>")
        try officer.press("2<Tab><Tab>")
        try officer.type("解知秋")
        try officer.press(officer.keys.save + "<C-n>")
        try officer.press("<Tab>2<Tab>")
        try officer.type("榆钱物业")
        try officer.press(officer.keys.save)
        try officer.see("3 行")
        try officer.press(officer.keys.save)
        try officer.see("已保存")
        try officer.see("天台晾衣")
    }

    /// In which row of the list a dispute stands, from 0.
    private func row(of title: String, _ officer: Officer) throws -> Int {
        let screen = officer.screen
        let head = try #require(screen.text.firstIndex { $0.contains("文号") && $0.contains("纠纷") })
        let row = try #require(screen.text.indices.first { $0 > head && screen.row($0).contains(title) })
        return row - head - 1
    }

    private func mediation(_ room: PoliceRoom) throws -> Value {
        try #require(try room.list("mediation").first { $0["values"]?["title"]?.text == "天台晾衣" })
    }

    private func points(_ room: PoliceRoom) throws -> [String] {
        (try mediation(room)["values"]?["sessions"]?.list ?? []).compactMap { $0["points"]?.text }
    }
}
