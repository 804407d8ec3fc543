import Desk
import Panes
import Records
import Testing

/// What a protection order's form asks for, key by key.
private struct Order {
    var skipped: String?
    var end = "2027-05-20"
    var ruling = ""

    /// Each field in the order of the form, with the keys that fill it in, and the keys that empty it again.
    func fill(_ book: NotebookFixture) {
        let fields: [(name: String, text: String)] = [
            ("对象", "仲孙然"), ("对象是未成年人", "2"), ("依据文书", ""), ("文书编号", "（2026）枫民保令5号"), ("出具单位", "青禾区人民法院"),
            ("文书日期", "2026-11-20"), ("协助目的", "督促遵守保护令"), ("牵头单位", "青禾区人民法院"), ("牵头单位联系人", ""), ("民警职责", "协助执行"),
            ("责任民警和副手", ""), ("起始日期", "2026-11-20"), ("截止日期", end), ("延长裁定文号", ruling), ("频次", ""), ("频次依据", ""),
        ]
        if skipped != "种类" { book.press("7") }
        for field in fields {
            book.press("Tab")
            if field.name == skipped {
                // What the kind filled in is taken out again.
                book.press("Del", "Ctrl-U", "Backspace")
            } else if !field.text.isEmpty {
                book.type(field.text)
            }
        }
    }
}

@Suite struct FollowupFormTests {
    private func count(_ book: NotebookFixture) throws -> Int {
        try book.desk.count(ListQuery(Followup.type.id))
    }

    @Test(
        "A follow-up is refused for each missing piece, and the message names it",
        arguments: [
            "种类", "对象", "依据文书", "文书编号", "出具单位", "文书日期", "协助目的", "牵头单位", "民警职责", "责任民警和副手", "起始日期", "截止日期", "频次",
            "频次依据",
        ])
    func refusesMissing(_ piece: String) throws {
        let book = try NotebookFixture()
        let before = try count(book)
        book.press("Alt-3", "Ctrl-N")
        Order(skipped: piece).fill(book)
        book.press("Ctrl-S")
        #expect(try count(book) == before)
        #expect(book.text.contains(piece), "\(book.text)")
        #expect(book.text.contains("请") || book.text.contains("必填"), "\(book.text)")
    }

    @Test(
        "A complete one is saved, whichever way saving is asked for",
        arguments: [["F2"], ["Ctrl-S"], ["Ctrl-P", "保存", "Enter"]])
    func savesComplete(_ save: [String]) throws {
        let book = try NotebookFixture()
        let before = try count(book)
        book.press("Alt-3", "Ctrl-N")
        Order().fill(book)
        for key in save { book.press(key) }
        #expect(try count(book) == before + 1, "\(book.text)")
        let saved = try #require(
            try book.desk.list(
                ListQuery(Followup.type.id, where: [.equals("kind", .text("F07"))]), limit: 10
            ).records.first)
        #expect(book.desk.whole(saved)[Followup.subject] == "仲孙然")
        // What the kind decides was filled in by itself.
        #expect(saved.values[Followup.basisType] == "09")
        #expect(saved.values[Followup.cadence] == .monthly)
        // The list says what the duty is and never whom it is about.
        #expect(book.text.contains("人身安全保护令协"))
        #expect(!book.text.contains("仲孙然"))
        book.press("Ctrl-Z")
        #expect(try count(book) == before)
        #expect(!book.text.contains("仲孙然"))
        book.press("Ctrl-Y")
        #expect(try count(book) == before + 1)
    }

    @Test func aProtectionOrderOfMoreThanSixMonthsWantsTheExtensionRuling() throws {
        let book = try NotebookFixture()
        let before = try count(book)
        book.press("Alt-3", "Ctrl-N")
        Order(end: "2027-06-30").fill(book)
        book.press("Ctrl-S")
        #expect(try count(book) == before)
        #expect(book.text.contains("延长裁定"))
        #expect(book.text.contains("2027-05-20"))
        // The focus stands on the field that is missing.
        book.type("（2026）枫民保延2号")
        book.press("Ctrl-S")
        #expect(try count(book) == before + 1, "\(book.text)")
    }

    @Test func theDaysSayTheLongestPeriodOfTheKind() throws {
        let book = try NotebookFixture()
        book.press("Alt-3", "Ctrl-N")
        Order(end: "").fill(book)
        // Back from the source of the cadence to the end: three fields.
        book.press("Shift-Tab", "Shift-Tab", "Shift-Tab")
        #expect(book.status.contains("最长6个月，最晚 2027-05-20（反家庭暴力法30、32）"), "\(book.text)")
    }

    @Test("The kind is also found by initials", arguments: ["laotan", "F10"])
    func kindByInitials(_ typed: String) throws {
        let book = try NotebookFixture()
        book.press("Alt-3", "Ctrl-N")
        book.type(typed == "laotan" ? "lnrtf" : typed)
        #expect(book.text.contains("[特殊困难老年人探访]"), "\(book.text)")
    }
}
