import Casework
import Desk
import Panes
import Records
import TestSupport
import Testing

@Suite("Erasing on the screen")
struct ErasureScreenTests {
    @Test("A preview, a basis and a question stand before it; then the record is gone from the list and the files")
    func erasing() throws {
        let book = try NotebookFixture()
        book.press("Alt-4")
        let row = book.row(with: "▌")
        let count = try book.desk.count(ListQuery(Mediation.type.id))
        book.command("依法删除")
        #expect(book.row(0).contains("依法删除 · 预览"), "\(book.text)")
        #expect(book.text.contains("将清除") && book.text.contains("general/snapshot"), "\(book.text)")
        book.press("Enter")
        book.type("本人申请")
        book.press("Enter")
        #expect(book.text.contains("任何人都不能恢复"), "\(book.text)")
        // The first answer keeps it.
        book.press("Enter")
        #expect(book.row(0).contains("依法删除 · 预览"))
        book.press("Enter")
        book.type("本人申请")
        book.press("Enter", "2")
        #expect(book.status.contains("已依法删除"), "\(book.text)")
        #expect(book.row(with: "▌") != row, "\(book.text)")
        #expect(try book.desk.count(ListQuery(Mediation.type.id)) == count - 1)
        #expect(try book.desk.deleted(Mediation.type.id).isEmpty)
        book.command("依法删除情况")
        #expect(book.text.contains("苏行简  本人申请") && book.text.contains("已执行 1 台"), "\(book.text)")
    }

    @Test("What is due is listed, and Enter only previews it")
    func due() throws {
        let book = try NotebookFixture()
        let door = try #require(try book.desk.list(ListQuery(Household.type.id), limit: 1).records.first)
        var values = door.values
        values[Household.movedOut] = book.desk.today.adding(months: -13)
        values[Household.movedIn] = nil
        try book.desk.save(values, of: Household.type, base: door)
        book.command("到期清单")
        let address = try #require(door.values[Household.address])
        #expect(book.text.contains(address) && book.text.contains("保留至"), "\(book.text)")
        book.press("Enter")
        #expect(book.row(0).contains("依法删除 · 预览"), "\(book.text)")
        // The source may stand over the end of a row.
        #expect(book.text.filter { !$0.isWhitespace }.contains("个人信息保护法19"), "\(book.text)")
        book.press("Esc")
        #expect(book.text.contains(address))
        #expect(try book.desk.record(door.id).id == door.id)
    }

    @Test("A record of limited use leaves every list, and comes back from its own")
    func limiting() throws {
        let book = try NotebookFixture()
        book.press("Alt-4")
        let row = book.row(with: "▌")
        book.command("限制处理")
        book.type("本人申请")
        book.press("Enter")
        #expect(book.status.contains("已限制处理"), "\(book.text)")
        #expect(book.row(with: "▌") != row)
        book.command("限制处理的记录")
        #expect(book.text.contains("本人申请"), "\(book.text)")
        book.press("Enter", "Esc")
        #expect(try book.desk.limited().isEmpty)
        let words = row.split(separator: " ").map(String.init)
        #expect(words.count > 2 && book.text.contains(words[1]), "\(book.text)")
    }

    @Test("The opened record says until when it is kept and by which article")
    func retention() throws {
        let book = try NotebookFixture()
        let page = try book.desk.list(ListQuery(Mediation.type.id), limit: 100)
        let ended = try #require(page.records.first { book.desk.retentionEnd(of: $0) != nil })
        #expect(book.desk.retentionEnd(of: ended)?.label.zh.hasPrefix("保留至 ") == true)
        let open = try #require(page.records.first { $0.values[Mediation.resultOn] == nil })
        #expect(book.desk.retentionEnd(of: open) == nil)
    }
}
