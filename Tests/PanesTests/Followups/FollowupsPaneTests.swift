import Desk
import Interface
import Panes
import Records
import Store
import TestSupport
import Testing

@Suite struct FollowupsPaneTests {
    /// Every name that a duty of the demo is about.
    private func hiddenNames(_ book: NotebookFixture) throws -> [String] {
        try book.desk.list(ListQuery(Followup.type.id), limit: 100).records.map { book.desk.whole($0) }
            .flatMap { [$0[Followup.subject], $0[Followup.guardian]].compactMap(\.self) }
    }

    @Test("No list and no page beside it names whom a duty is about", arguments: [Size.standard, Size.wide])
    func listsHideNames(_ size: Size) throws {
        let book = try NotebookFixture(size)
        let names = try hiddenNames(book)
        #expect(names.count >= 3)
        book.press("Alt-3")
        for _ in 0..<3 {
            for _ in 0..<8 {
                for name in names { #expect(!book.text.contains(name), "\(book.text)") }
                book.press("Down")
            }
            book.press("Tab")
        }
    }

    @Test func openingShowsTheNameAndMasksTheContactUntilAsked() throws {
        let book = try NotebookFixture()
        book.press("Alt-3", "Down", "Down", "Down", "Enter")
        // C3: first the reason, by digit.
        #expect(book.text.contains("为什么打开"))
        #expect(!book.text.contains("敖某"))
        book.press("1")
        let record = try #require(
            try book.desk.list(
                ListQuery(Followup.type.id, where: [.equals("kind", .text("F03"))]), limit: 1
            ).records.first)
        let values = book.desk.whole(record)
        let name = try #require(values[Followup.subject])
        let contact = try #require(values[Followup.leadContact])
        #expect(book.text.contains("社区戒毒"))
        #expect(book.text.contains(name))
        #expect(!book.text.contains(contact))
        #expect(book.text.contains("Ctrl-E 显示"))
        book.press("Ctrl-E")
        #expect(book.text.contains(contact))
        // Opened again it is masked again.
        book.press("Esc", "Enter", "6")
        #expect(book.text.contains("自己写") == false)
        book.press("Enter")
        #expect(book.text.contains("请写一个理由"))
        book.type("核对期限")
        book.press("Enter")
        #expect(book.text.contains(name))
        #expect(!book.text.contains(contact))
    }

    @Test func anEntryIsWrittenFromTheMenuAndMovesTheNextCall() throws {
        let book = try NotebookFixture()
        book.press("Alt-3", "Down")
        #expect(book.row(with: "▌").contains("11-21 今天"))
        book.press("Enter", "Ctrl-O", "1")
        book.press("1", "Tab")
        book.type("上门看望，灯泡换好。")
        book.press("Ctrl-S")
        #expect(book.text.contains("协助记录已保存"))
        #expect(book.row(with: "下次").contains("12-21 余 30天"), "\(book.text)")
        book.press("PgDn")
        #expect(book.text.contains("上门看望，灯泡换好。"), "\(book.text)")
        book.press("Ctrl-Z")
        #expect(!book.text.contains("上门看望，灯泡换好。"))
        book.press("Ctrl-Y", "PgDn")
        #expect(book.text.contains("上门看望，灯泡换好。"))
        for entry in try book.desk.list(ListQuery(FollowupEntry.type.id), limit: 100).records {
            #expect(entry.conflicts.isEmpty, "\(entry.registers)")
        }
        #expect(book.desk.conflictCount == 0)
    }

    @Test func endingEarlyWantsReasonAndPaperAndThenItIsReadOnly() throws {
        let book = try NotebookFixture()
        book.press("Alt-3", "Down", "Enter", "Ctrl-O", "2", "Ctrl-S")
        #expect(book.text.contains("结束原因"), "\(book.text)")
        if book.text.contains("处要改") { book.press("Esc") }
        book.press("2", "Ctrl-S")
        #expect(book.text.contains("结束文书编号"), "\(book.text)")
        if book.text.contains("处要改") { book.press("Esc") }
        book.type("民终〔2026〕9号")
        book.press("Ctrl-S")
        #expect(book.text.contains("已结束，只读"), "\(book.text)")
        book.press("Ctrl-O", "1")
        #expect(book.status.contains("已结束，只能看"))
        book.press("Esc", "Esc")
        #expect(!book.text.contains("特殊困难老年人探访"))
        book.press("Tab", "Tab")
        #expect(book.text.contains("特殊困难老年人探访"))
    }

    @Test func extendingNeedsANewPaper() throws {
        let book = try NotebookFixture()
        book.press("Alt-3", "Down", "Enter", "Ctrl-O", "3")
        // The old number is not offered again.
        book.press("Ctrl-S")
        #expect(book.text.contains("文书编号"), "\(book.text)")
        let record = try #require(
            try book.desk.list(
                ListQuery(Followup.type.id, where: [.equals("kind", .text("F10"))]), limit: 1
            ).records.first)
        #expect(record.values[Followup.end] == CalendarDay("2026-12-31"))
    }

    @Test func aClearNotebookThatIsNoDemoSaysWhyItTakesNoneAndWhatToDo() throws {
        let book = try NotebookFixture.clear()
        book.press("Alt-3")
        #expect(book.text.contains("这个本子没有加密，不记法定协助。"))
        #expect(book.text.contains("电脑丢失就会泄露"))
        #expect(book.text.contains("怎么办"))
        book.press("Ctrl-N")
        #expect(book.status.contains("请记在有口令的本子里"))
    }
}
