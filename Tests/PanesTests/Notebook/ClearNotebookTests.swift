import Desk
import Panes
import Records
import Store
import TestSupport
import Testing

/// A notebook that is neither sealed nor the fictional demo: whoever has the disk can read it.
struct ClearNotebookTests {
    @Test func `what was found on opening is read by whoever chooses their name, each kind once`() throws {
        let disk = SimulatedFileSystem()
        let made = try Desk.create(
            at: NotebookFixture.place, environment: .simulated(disk), room: "榆钱社区警务室", officer: "苏行简")
        var helper = made.newValues(of: Officer.type)
        helper[Officer.name] = "陶望舒"
        helper[Officer.role] = .beat
        try made.save(helper, of: Officer.type)
        made.close()
        for number in 1...40 { disk.put([0], at: "\(NotebookFixture.place)/general/segments/w/strange\(number)") }
        let desk = try Desk.open(at: NotebookFixture.place, environment: .simulated(disk, seed: 2))
        let book = NotebookFixture(desk, disk: disk, size: .standard, settings: NotebookSettings())
        book.press("2")
        #expect(book.text.contains("打开时的提示") && book.text.contains("39 处，用 beatbook verify 看全部"), "\(book.text)")
        book.press("Enter")
        #expect(book.row(1).contains("[今日"))
    }

    @Test func `a minor who was typed into a party stands nowhere on the disk, and the field says why`() throws {
        let book = try NotebookFixture.clear(.wide)
        book.press("Alt-4", "Ctrl-N")
        book.type("门前堆煤")
        for _ in 0..<20 where !book.row(with: "▌").contains("未表态") { book.press("Tab") }
        book.press("Enter", "Tab", "Tab")
        #expect(book.text.contains("没有加密，不记未成年人和身份号码"))
        #expect(!book.text.contains("公民身份号码"))
        #expect(!book.text.contains("监护人"))
        book.type("万俟小雪")
        book.press("Tab", "Tab")
        book.type("2015")
        book.press("Tab")
        #expect(book.text.contains("未加密的本子不记未成年人"), "\(book.text)")
        book.type("13900001234")
        book.press("Tab")
        book.notebook.idle(milliseconds: Notebook.draftWait)
        #expect(book.disk.holds("门前堆煤"), "the draft itself is kept")
        for text in ["万俟小雪", "2015", "13900001234"] { #expect(!book.disk.holds(text), "\(text)") }
        book.press("Esc", "Esc")
        #expect(book.disk.holds("门前堆煤"))
        #expect(!book.disk.holds("万俟小雪"))
    }

    @Test func `an ID number or a follow-up in a draft is stripped before it reaches the disk`() throws {
        let book = try NotebookFixture.clear(.wide)
        let row = RowID("r1")
        var values = book.desk.newValues(of: Household.type)
        values[Household.address] = "老榆里3号楼501室"
        values.addRow(row, to: "members")
        values[Household.memberID, row, of: Household.members] = "11010519491231002X"
        var draft = book.desk.newDraft(of: Household.type.id, values: values)
        draft.unread = [FieldPath("members", row: row, cell: "id_number"): "11010519491231"]
        try book.desk.keep(draft)
        #expect(book.disk.holds("老榆里3号楼501室"))
        #expect(!book.disk.holds("11010519491231"))
        #expect(try book.desk.drafts().count == 1)
        var duty = FieldValues()
        duty[Followup.subject] = "解大勇"
        try book.desk.keep(book.desk.newDraft(of: Followup.type.id, values: duty))
        #expect(!book.disk.holds("解大勇"))
        // What became a minor's after it was kept goes from the disk again.
        var matter = book.desk.newValues(of: Mediation.type)
        matter[Mediation.title] = "校门口推搡"
        let second = try book.desk.keep(book.desk.newDraft(of: Mediation.type.id, values: matter))
        #expect(book.disk.holds("校门口推搡"))
        var marked = second
        marked.values[Mediation.minor] = true
        try book.desk.keep(marked)
        #expect(!book.disk.holds("校门口推搡"))
    }

    @Test func `an ID number in a note is refused in plain words, and the draft has the note without it`() throws {
        let book = try NotebookFixture.clear(.wide)
        var household = book.desk.newValues(of: Household.type)
        household[Household.address] = "老榆里3号楼501室"
        household[Household.head] = "单翠萍"
        let door = try book.desk.save(household, of: Household.type).id
        var values = book.desk.newValues(of: Visit.type)
        values[Visit.household] = door
        values[Visit.outcome] = .metWithNotes
        values[Visit.notes] = "楼道灯不亮，登记 １１０１０５ 19491231 002x 待核。"
        let draft = try book.desk.keep(book.desk.newDraft(of: Visit.type.id, values: values))
        #expect(draft.values[Visit.notes]?.contains("19491231") == true, "what is in the form stays")
        #expect(try book.desk.drafts().map { $0.values[Visit.notes] } == ["楼道灯不亮，登记 ****************** 待核。"])
        #expect(book.disk.holds("楼道灯不亮"))
        #expect(!book.disk.holds("19491231"))
        #expect(throws: DeskError.self) { try book.desk.save(values, of: Visit.type) }
        #expect(!book.disk.holds("19491231"))
        #expect(throws: DeskError.self) { try book.desk.handOver(note: "请核对 11010519491231002X") }
        #expect(!book.disk.holds("11010519491231002X"))
        book.press("Alt-2", "Enter", "2")
        book.type("证件 11010519491231002X")
        book.press("Enter")
        #expect(book.text.contains("写了身份号码"), "\(book.text)")
        book.notebook.idle(milliseconds: Notebook.draftWait)
        #expect(!book.disk.holds("11010519491231002X"))
    }
}
