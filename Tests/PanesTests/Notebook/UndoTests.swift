import Desk
import Panes
import Records
import Testing

/// Ctrl-Z and Ctrl-Y act on saved records, and say on which.
struct UndoTests {
    @Test func `undo and redo name the visit and survive a restart`() throws {
        let book = try NotebookFixture()
        book.press("Ctrl-Right")
        book.openBlock("老榆里3号楼")
        let household = try #require(book.focused)
        let before = try book.desk.referring(to: household, types: [Visit.type.id]).count
        book.press("1")
        #expect(try book.desk.referring(to: household, types: [Visit.type.id]).count == before + 1)
        book.press("Ctrl-Z")
        #expect(book.status.contains("已撤销：走访 老榆里3号楼"))
        #expect(try book.desk.referring(to: household, types: [Visit.type.id]).count == before)
        let again = try book.reopened()
        again.press("Ctrl-Y")
        #expect(again.status.contains("已重做：走访 老榆里3号楼"))
        #expect(try again.desk.referring(to: household, types: [Visit.type.id]).count == before + 1)
        let third = try again.reopened()
        third.press("Ctrl-Z")
        #expect(third.status.contains("已撤销"))
        #expect(try third.desk.referring(to: household, types: [Visit.type.id]).count == before)
    }

    @Test func `the invented records of the demo are not taken back by a key`() throws {
        let book = try NotebookFixture()
        book.press("Ctrl-Z")
        #expect(book.status.contains("没有可撤销的操作"))
    }

    @Test func `inside a field undo takes typing back and leaves records alone`() throws {
        let book = try NotebookFixture()
        book.press("Ctrl-Right")
        book.openBlock("老榆里3号楼")
        book.press("1", "Ctrl-B", "2")
        book.type("多写的")
        book.press("Ctrl-Z")
        #expect(!book.selectedRow.contains("多写的"))
        #expect(!book.status.contains("已撤销"))
        book.press("Esc", "Esc", "Ctrl-Z")
        #expect(book.status.contains("已撤销：走访"))
    }

    @Test func `a follow-up that was undone is not named in the status line`() throws {
        let book = try NotebookFixture()
        let followup = try #require(
            try book.desk.list(ListQuery(Followup.type.id), limit: 50).records.first {
                book.desk.access(to: Followup.type, $0.values) >= .write
            })
        let name = try #require(book.desk.whole(followup)[Followup.subject])
        try book.desk.delete(followup.id)
        book.press("Ctrl-Z")
        #expect(book.status.contains("已撤销"))
        #expect(!book.text.contains(name))
    }
}
