import Desk
import Interface
import Panes
import Records
import Testing

/// What the list of doors says of each when the dossier stands beside it.
struct DoorMarkTests {
    private func list(_ size: Size) throws -> NotebookFixture {
        let book = try NotebookFixture(size)
        book.press("Alt-2")
        book.openBlock("老榆里3号楼")
        return book
    }

    /// The list part of a row.
    private func row(_ room: String, _ book: NotebookFixture) -> String {
        let line = book.row(with: " \(room) ")
        return String(line.prefix { $0 != "│" })
    }

    @Test func `at 100 columns a short mark tells the state of each door`() throws {
        let book = try list(.wide)
        #expect(row("201", book).contains("✓"))
        #expect(row("202", book).contains("谢绝 "))
        #expect(row("601", book).contains("未了1"))
        #expect(row("502", book).contains("空置"))
        #expect(!row("602", book).contains("✓"))
        let open = try #require(book.desk.sheet(of: "老榆里3号楼").first { $0.household.values[Household.room] == "402室" })
        #expect(!open.isVisitedThisMonth)
        #expect(!row("402", book).contains("✓"))
        book.press("Home", "Down", "Down", "Down", "Down", "1")
        #expect(row("401", book).contains("11-21 见面"), "\(book.text)")
        #expect(row("401", book).contains("✓"))
    }

    @Test func `at 160 columns the state stands there in full`() throws {
        let book = try list(Size(rows: 50, columns: 160))
        #expect(row("201", book).contains("本月已走访"), "\(book.text)")
        #expect(row("202", book).contains("谢绝走访，2027-01-14 前不提示"))
        #expect(row("601", book).contains("未了 1"))
        #expect(row("502", book).contains("（空置）"))
    }

    @Test func `the dossier shows the key that changes the household`() throws {
        let book = try list(.standard)
        book.press("Enter")
        #expect(book.row(23).contains("F4 Ctrl-X 修改"), "\(book.row(23))")
        book.press("Ctrl-X")
        #expect(book.row(0).contains("户"), "\(book.text)")
        #expect(book.text.contains("F2 保存"))
    }
}
