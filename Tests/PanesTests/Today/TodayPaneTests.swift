import Desk
import Interface
import Panes
import Records
import Testing

/// The screen that opens first.
struct TodayPaneTests {
    @Test func `people who wait stand first, then today's duties, then the internal goals`() throws {
        let book = try NotebookFixture()
        let rows = (3..<20).map { book.row($0) }
        let places = ["等答复 2", "今天 6", "目标（内部）"].map { heading in
            rows.firstIndex { $0.hasPrefix(" " + heading) }
        }
        let found = places.compactMap { $0 }
        #expect(found.count == 3)
        #expect(found == found.sorted())
        #expect(book.row(with: "居住证代办").contains("老榆里3号楼601"))
        #expect(book.row(with: "居住证代办").hasSuffix("超 1天"))
    }

    @Test func `an internal goal is past, never overdue`() throws {
        let book = try NotebookFixture()
        #expect(book.row(with: "大事三天").contains("过 21天"))
        #expect(!book.row(with: "大事三天").contains("超"))
    }

    @Test func `follow-ups are one number`() throws {
        let book = try NotebookFixture()
        #expect(book.row(with: "法定协助 待办").contains("法定协助 待办 2 项"))
        #expect(book.row(with: "法定协助 待办").contains("打开后显示"))
    }

    @Test func `a rule that is cut stands whole in the status line; one that is not is not said again`()
        throws
    {
        let book = try NotebookFixture()
        #expect(book.status.contains("10-19 起算，11-20 到期"))
        #expect(!book.status.contains("答应 11-20"))
        book.press("Down")
        #expect(book.row(with: "▌").contains("民诉法…"))
        #expect(book.status.contains("30日 人民调解法33、民诉法205 · 11-24 到期"))
        #expect(!book.status.contains("节假日表"), "the foot says it for all rows")
    }

    @Test func `the line of keys stays as it is when the cursor moves`() throws {
        for language in [Language.zh, .en] {
            let book = try NotebookFixture(settings: NotebookSettings(language: language))
            let keys = book.row(23)
            #expect(keys.contains("F6"))
            for _ in 0..<9 {
                book.press("Down")
                #expect(book.row(23) == keys)
            }
        }
    }

    @Test func `F6 where no household is meant says so, and Enter opens the household`() throws {
        let book = try NotebookFixture()
        book.press("Down", "F6")
        #expect(book.status.contains("没有未了的事"))
        book.press("Up")
        book.press("Enter")
        #expect(book.row(0).contains("老榆里3号楼2单元601室"))
        book.press("F6", "1", "Esc")
        #expect(book.row(with: "等答复").contains("等答复 1"))
        #expect(book.row(1).contains("[今日 7]"))
    }

    @Test func `a visit recorded elsewhere moves the bar`() throws {
        let book = try NotebookFixture()
        #expect(book.row(with: "走访 █").contains("52/80"))
        book.press("Alt-2")
        book.openBlock("老榆里3号楼")
        book.press("1", "Alt-1")
        #expect(book.row(with: "走访 █").contains("53/80"))
    }

    @Test func `Ctrl-N asks what is new`() throws {
        let book = try NotebookFixture()
        book.press("Ctrl-N")
        #expect(book.text.contains("新走访"))
        book.press("1")
        #expect(book.row(0).contains("新走访"))
    }
}
