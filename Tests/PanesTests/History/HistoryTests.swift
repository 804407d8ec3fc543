import Desk
import Panes
import Records
import Testing

@Suite struct HistoryTests {
    @Test func itSaysWhoChangedWhatIntoWhat() throws {
        let book = try NotebookFixture()
        book.press("Alt-4", "Enter", "Ctrl-P")
        book.type("修改")
        book.press("Enter")
        book.press("Backspace", "Backspace")
        book.type("乱停")
        book.press("Ctrl-S")
        book.command("修改历史")
        #expect(book.row(0).contains("修改历史 · 调解"))
        #expect(book.row(2).contains("苏行简  修改"), "\(book.text)")
        #expect(book.row(3).contains("→ "), "\(book.text)")
        book.press("Esc", "Ctrl-Z")
        book.command("修改历史")
        // Steps of one minute stand in any order here: the clock of the test does not move.
        #expect(book.text.contains("苏行简  撤销"), "\(book.text)")
    }

    @Test func theHistoryOfADutyMasksNamesUntilAsked() throws {
        let book = try NotebookFixture()
        book.press("Alt-3", "Down", "Down", "Down")
        book.command("修改历史")
        book.press("2")
        let duty = try #require(
            try book.desk.list(
                ListQuery(Followup.type.id, where: [.equals("kind", .text("F03"))]), limit: 1
            ).records.first)
        let name = try #require(book.desk.whole(duty)[Followup.subject])
        #expect(book.text.contains("种类"), "\(book.text)")
        #expect(!book.text.contains(name))
        book.press("Ctrl-E")
        #expect(book.text.contains(name))
    }

    @Test func aDeletedMediationIsKeptAndComesBack() throws {
        let book = try NotebookFixture()
        book.press("Alt-4")
        let row = book.row(with: "▌")
        book.command("删除这条记录")
        book.press("Enter")
        #expect(book.row(with: "▌") == row)
        book.command("删除这条记录")
        book.press("2")
        #expect(book.status.contains("已删除"))
        #expect(book.row(with: "▌") != row)
        book.command("已删除的记录")
        book.press("Enter", "Esc")
        #expect(book.text.contains("快递柜占道"), "\(book.text)")
    }
}
