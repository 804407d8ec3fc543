import Desk
import Interface
import Panes
import Records
import TestSupport
import Testing

/// What an officer types is there again, whatever happens.
struct DraftTests {
    /// The visit form of 老榆里3号楼602.
    private func form(_ book: NotebookFixture) {
        book.press("Ctrl-Right")
        book.openBlock("老榆里3号楼")
        book.press("End", "Up", "Up", "Enter", "Ctrl-N")
    }

    /// About 300 characters, among them what terminals get wrong.
    static let long =
        String(repeating: "区文谦反映602室门前楼道堆放纸箱，已与物业电话联系。", count: 10)
        + "𠮷田家的龘字牌匾要重挂，一家👨‍👩‍👧‍👦都在场。“中文引号”和——破折号，Café 也在。"

    @Test func `a long note with rare characters, a family of emoji and a pasted paragraph is stored as it was typed`()
        throws
    {
        let book = try NotebookFixture()
        form(book)
        book.press("2", "Tab")
        book.type(Self.long)
        book.paste("第二段：\n粘贴的文字，两行。")
        book.press("F2")
        #expect(book.status.contains("已保存：走访 老榆里3号楼602 区文谦"))
        let household = try book.household("602室", in: "老榆里3号楼")
        let visit = try #require(try book.desk.referring(to: household.id, types: [Visit.type.id]).first)
        #expect(visit.values[Visit.notes] == Self.long + "第二段：\n粘贴的文字，两行。")
        #expect(try book.desk.drafts().isEmpty)
    }

    @Test func `Esc keeps what was typed as a draft, and the draft is offered when the notebook is opened again`()
        throws
    {
        let book = try NotebookFixture()
        form(book)
        book.press("2", "Tab")
        book.type("反映602室门前堆物")
        book.press("Esc")
        #expect(book.status.contains("草稿已存 14:10"))
        let again = try book.reopened()
        #expect(again.text.contains("有 1 份草稿"))
        #expect(again.text.contains("走访 老榆里3号楼602 区文谦 “反映602室门前堆物” 14:10"))
        again.press("1")
        #expect(again.text.contains("反映602室门前堆物"))
        again.press("F2")
        #expect(again.status.contains("已保存"))
        #expect(try again.desk.drafts().isEmpty)
    }

    @Test func `two seconds without a key put the draft on the disk, and a power cut later it is offered`() throws {
        let book = try NotebookFixture()
        form(book)
        book.press("2", "Tab")
        book.type("没有按 Tab 的半句")
        #expect(try book.desk.drafts().allSatisfy { $0.values[Visit.notes] == nil })
        book.notebook.idle(milliseconds: Notebook.draftWait)
        #expect(try book.desk.drafts().first?.values[Visit.notes] == "没有按 Tab 的半句")
        let again = try NotebookFixture(disk: book.disk.crashed(seed: 3))
        #expect(again.text.contains("“没有按 Tab 的半句”"))
    }

    @Test func `half a date is kept as it was typed`() throws {
        let book = try NotebookFixture()
        form(book)
        book.press("4", "Tab", "Tab", "Tab")
        book.type("下下")
        book.press("Esc")
        let again = try book.reopened()
        again.press("1")
        #expect(again.text.contains("下下"))
    }

    @Test func `a sentence begun on a building sheet is a draft after Esc and stands there again on the row`() throws {
        let book = try NotebookFixture()
        book.press("Ctrl-Right")
        book.openBlock("老榆里3号楼")
        book.press("Ctrl-B")
        let row = book.selectedRow
        book.type("纱窗还没修")
        book.press("Esc")
        #expect(book.status.contains("草稿已存"))
        book.press("2")
        #expect(book.selectedRow.contains("纱窗还没修"))
        #expect(book.selectedRow.prefix(6) == row.prefix(6))
        book.press("Enter")
        #expect(try book.desk.drafts().isEmpty)
        #expect(book.text.contains("✓ 纱窗还没修"))
    }

    @Test func `a draft is thrown away only after a second question`() throws {
        let book = try NotebookFixture()
        form(book)
        book.press("2", "Tab")
        book.type("不要了")
        book.press("Esc")
        book.command("草稿")
        book.press("Del", "Enter")
        #expect(try book.desk.drafts().count == 1)
        book.press("Del", "2")
        #expect(book.status.contains("草稿已扔掉"))
        #expect(try book.desk.drafts().isEmpty)
        #expect(book.text.contains("没有草稿"))
    }

    @Test func `leaving a form untouched leaves no draft`() throws {
        let book = try NotebookFixture()
        form(book)
        book.press("Tab", "Tab", "Esc")
        #expect(try book.desk.drafts().isEmpty)
        #expect(!book.status.contains("草稿"))
    }

    @Test(arguments: [InputEvent.terminate, .hangup])
    func `the end of the terminal or of the system keeps the draft`(_ event: InputEvent) throws {
        let book = try NotebookFixture()
        form(book)
        book.press("2", "Tab")
        book.type("来不及保存")
        book.notebook.handle(event)
        #expect(book.notebook.exitReason == (event == .hangup ? .hangup : .terminated))
        #expect(try book.desk.drafts().first?.values[Visit.notes] == "来不及保存")
    }

    @Test func `quitting asks only while something is unsaved, and says that it is kept`() throws {
        let book = try NotebookFixture()
        form(book)
        book.press("2", "Tab")
        book.type("写到一半")
        book.press("Ctrl-Q")
        #expect(book.notebook.exitReason == nil)
        #expect(book.text.contains("草稿已经留好"))
        book.press("2")
        #expect(book.text.contains("写到一半"))
        book.press("Ctrl-Q", "1")
        #expect(book.notebook.exitReason == .quit)
        #expect(try book.desk.drafts().count == 1)
        let other = try NotebookFixture()
        other.press("Ctrl-Q")
        #expect(other.notebook.exitReason == .quit)
    }

    @Test func `another pane in the middle of a form keeps the draft and says so`() throws {
        let book = try NotebookFixture()
        form(book)
        book.press("2", "Tab")
        book.type("换页签")
        book.press("Alt-1")
        #expect(book.status.contains("已存为草稿"))
        #expect(book.row(1).contains("[今日"))
        #expect(try book.desk.drafts().count == 1)
    }
}
