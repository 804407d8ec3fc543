import Casework
import Desk
import Interface
import Panes
import Records
import Store
import TestSupport
import Testing

/// What is on a screen is not cut beside free space, said twice, or of no use.
struct RoomOnScreenTests {
    @Test func `the day of an empty notebook says what to do first, and no longer once a household is there`() throws {
        let book = try NotebookFixture.clear()
        #expect(book.text.contains("按 Ctrl-N 登记第一户"))
        var values = book.desk.newValues(of: Household.type)
        values[Household.address] = "老榆里3号楼501室"
        values[Household.head] = "单翠萍"
        try book.desk.save(values, of: Household.type)
        let again = NotebookFixture(book.desk, disk: book.disk, size: .standard, settings: NotebookSettings())
        #expect(!again.text.contains("按 Ctrl-N 登记第一户"))
    }

    @Test func `a rule is not cut while there is room beside the matter`() throws {
        let book = try NotebookFixture(Size(rows: 30, columns: 120), settings: NotebookSettings(language: .en))
        let frame = book.text
        #expect(frame.contains("Large matter, three days"), "\(frame)")
        #expect(frame.contains("30 days, Civil Procedure Law"))
    }

    @Test func `a list of follow-ups on a very wide screen keeps the paper and the end`() throws {
        let book = try NotebookFixture(Size(rows: 50, columns: 160))
        book.press("Alt-3")
        #expect(book.text.contains("文书编号"))
        #expect(book.text.contains("截止"))
        book.size = .wide
        #expect(!book.row(with: "种类").contains("文书编号"))
    }

    @Test func `in English the step at which a mediation stands is seen, and what follows`() throws {
        let book = try NotebookFixture(settings: NotebookSettings(language: .en))
        book.press("Alt-4", "Enter")
        let row = book.row(with: "[")
        #expect(book.text.contains("[Mediation"))
        #expect(!row.contains("Agree…"), "\(row)")
    }

    @Test func `a new mediation offers no steps that only a saved one can take`() throws {
        let book = try NotebookFixture()
        book.press("Alt-4", "Ctrl-N", "Ctrl-O")
        #expect(!book.text.contains("没有选中的调解"), "\(book.text)")
        #expect(!book.text.contains("记一次调解"))
    }

    @Test func `a draft that is nothing but its title is named once in the list`() throws {
        let book = try NotebookFixture()
        var values = book.desk.newValues(of: Mediation.type)
        values[Mediation.title] = "门前堆煤"
        try book.desk.keep(book.desk.newDraft(of: Mediation.type.id, values: values))
        book.command("草稿")
        let row = book.row(with: "门前堆煤")
        #expect(row.contains("调解 门前堆煤"))
        #expect(!row.contains("“门前堆煤”"), "\(row)")
    }

    @Test func `a find shows an outcome whole at 80 columns`() throws {
        let book = try NotebookFixture()
        book.press("Ctrl-Right", "Tab")
        book.type("老榆里3号楼501")
        book.press("Enter", "1")
        #expect(book.text.contains("✓ 见面·无新情况"), "\(book.text)")
    }
}
