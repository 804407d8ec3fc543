import Desk
import Interface
import Panes
import Records
import Testing

/// Someone may stand at the desk (RIGHTS.md rules 3 and 4).
struct DiscretionTests {
    @Test func `no screen that opens by itself names a person who is followed up`() throws {
        let book = try NotebookFixture(signsIn: false)
        var frames: [String] = []
        for size in [Size.standard, .wide, Size(rows: 50, columns: 160)] {
            book.size = size
            frames.append(book.text)
        }
        book.press("2")
        for size in [Size.standard, .wide, Size(rows: 50, columns: 160)] {
            book.size = size
            for pane in 1...9 {
                book.press("Alt-\(pane)")
                frames.append(book.text)
                book.press("Ctrl-P")
                frames.append(book.text)
                book.press("Esc")
            }
        }
        book.press("F12")
        frames.append(book.text)
        book.press("2")
        frames.append(book.text)
        let followups = try book.desk.list(ListQuery(Followup.type.id), limit: 1000).records
        let names = Set(followups.compactMap { book.desk.whole($0)[Followup.subject] })
        #expect(names.count >= 5)
        for name in names {
            #expect(!frames.contains { $0.contains(name) }, "a screen that opens by itself shows a name")
        }
    }

    @Test func `a draft of a follow-up is offered without a name`() throws {
        let book = try NotebookFixture()
        let followup = try #require(
            try book.desk.list(ListQuery(Followup.type.id), limit: 100).records.first {
                book.desk.access(to: Followup.type, $0.values) >= .write
            })
        let whole = try book.desk.openRecord(followup.id, reason: "核对文书")
        let name = try #require(whole.values[Followup.subject])
        var values = whole.values
        values[Followup.purpose] = "只在打开后看得到的话"
        var draft = book.desk.newDraft(of: Followup.type.id, base: whole, values: values)
        draft.values = values
        try book.desk.keep(draft)
        let again = try book.reopened()
        #expect(again.text.contains("有 1 份草稿"))
        #expect(again.text.contains(Followup.type.label.zh))
        #expect(!again.text.contains(name))
        #expect(!again.text.contains("只在打开后看得到的话"))
    }
}
