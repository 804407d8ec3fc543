import Desk
import Interface
import Panes
import Records
import Testing

/// Questions on and below the rows: what they let through, what they refuse, which keys they show.
struct RowPromptTests {
    private func sheet(_ size: Size = .standard) throws -> NotebookFixture {
        let book = try NotebookFixture(size)
        book.press("Alt-2")
        book.openBlock("老榆里3号楼")
        book.press("Ctrl-B")
        return book
    }

    @Test func `while the day of a late entry is asked for, locking, quitting and the palette work`() throws {
        for key in ["F12", "Ctrl-K"] {
            let book = try sheet()
            book.press("Ctrl-T", key)
            #expect(book.text.contains("已锁屏"), "\(key)")
        }
        let palette = try sheet()
        palette.press("Ctrl-T", "Ctrl-P")
        #expect(palette.text.contains("─ 命令 ─"), "\(palette.text)")
        palette.press("Esc")
        palette.type("昨天")
        palette.press("Enter")
        #expect(palette.text.contains("手写本第几页？"))
        palette.press("Ctrl-Q")
        #expect(palette.notebook.exitReason == .quit)
    }

    @Test func `while what a household raised is typed, locking and quitting work as well`() throws {
        let book = try sheet()
        book.press("Ctrl-N", "1", "F12")
        #expect(book.text.contains("已锁屏"))
        let other = try sheet()
        other.press("4", "Ctrl-Q")
        #expect(other.notebook.exitReason == .quit)
    }

    @Test func `while a household is looked for, locking and quitting work`() throws {
        let book = try NotebookFixture()
        book.press("Alt-2")
        book.type("owq")
        book.press("F12")
        #expect(book.text.contains("已锁屏"))
        let other = try NotebookFixture()
        other.press("Alt-2")
        other.type("owq")
        other.press("Ctrl-Q")
        #expect(other.notebook.exitReason == .quit)
    }

    @Test func `a command at a door is not taken by a list below while something is typed`() throws {
        for keys in [["Ctrl-T"], ["4"], ["Ctrl-N", "1"]] {
            let book = try sheet()
            for key in keys { book.press(key) }
            let before = book.row(0)
            book.press("Ctrl-N")
            #expect(book.status.contains("先按 Enter 完成，或按 Esc 取消"), "\(keys) \(book.text)")
            #expect(!book.text.contains("反映什么？"))
            #expect(book.row(0) == before)
        }
    }

    @Test(arguments: ["明天", "+3", "后天"])
    func `a day to come is refused for a late entry, with the forms that are understood`(_ day: String) throws {
        let book = try sheet()
        book.press("Ctrl-T")
        book.type(day)
        book.press("Enter")
        #expect(book.status.contains("走访日期不能在今天之后。可输入 昨天 / -1 / 周四 / 0903。"), "\(book.text)")
        #expect(book.text.contains("哪天走访的？"))
        #expect(!book.row(0).contains("补录"))
    }

    @Test func `the last row shows what Enter and Esc do with the question`() throws {
        let book = try sheet()
        book.press("Ctrl-T")
        #expect(book.row(23).hasPrefix(" Enter 下一步   Esc 取消"), "\(book.row(23))")
        #expect(!book.row(23).contains("保存这一行"))
        book.press("Enter")
        #expect(book.row(23).hasPrefix(" Enter 下一步   Esc 取消"), "\(book.row(23))")
        book.press("Esc", "4")
        #expect(book.row(23).hasPrefix(" Enter 保存这一行   Esc 取消"), "\(book.row(23))")
        book.press("Esc", "2")
        #expect(book.row(23).hasPrefix(" Enter 保存这一行   Esc 留作草稿"), "\(book.row(23))")
        book.press("Esc", "Esc", "4")
        #expect(book.row(23).hasPrefix(" Enter 保存这一行   Esc 取消"), "\(book.row(23))")
    }
}
