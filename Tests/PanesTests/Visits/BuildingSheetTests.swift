import Desk
import Interface
import Panes
import Records
import Testing

/// A building in one go.
struct BuildingSheetTests {
    private func sheet(_ block: String = "老榆里3号楼") throws -> NotebookFixture {
        let book = try NotebookFixture()
        book.press("Alt-2")
        book.openBlock(block)
        book.press("Ctrl-B")
        return book
    }

    @Test func `a building of twelve doors takes at most thirty keys besides the text`() throws {
        let book = try NotebookFixture()
        book.press("Alt-2")
        book.openBlock("老榆里3号楼")
        let due = try book.desk.sheet(of: "老榆里3号楼").count { !$0.isVisitedThisMonth }
        let start = book.keyCount
        var text = 0
        book.press("Ctrl-B", "Home")
        // Every door of the building, whether it was met before or not; two of them have something to say.
        for number in 0..<12 {
            switch number {
            case 3, 8:
                let sentence = "楼道纸箱，物业周一清。"
                book.type(sentence)
                text += sentence.unicodeScalars.count
                book.press("Enter")
            case 5: book.press("3")
            default: book.press("1")
            }
        }
        book.press("Esc")
        #expect(book.keyCount - start - text <= 30)
        #expect(due >= 4)
        #expect(try book.desk.sheet(of: "老榆里3号楼").count { !$0.isVisitedThisMonth } < due)
    }

    @Test func `every door of a building can be gone through with the arrows and one digit each`() throws {
        let book = try sheet()
        let start = book.keyCount
        book.press("Home")
        for number in 0..<12 {
            book.press("1")
            let place = try #require(book.desk.sheet(of: "老榆里3号楼").dropFirst(number).first)
            #expect(book.focused != nil, "\(place.household.id)")
            book.press("Home")
            for _ in 0..<(number + 1) { book.press("Down") }
        }
        let done = try book.desk.sheet(of: "老榆里3号楼").filter {
            $0.lastValues?[Visit.date] == book.desk.today && $0.lastValues?[Visit.outcome] == .metNothingNew
        }
        #expect(done.count == 12)
        #expect(book.keyCount > start)
    }

    @Test func `a digit records the row and moves on to the next door that is due, past empty and visited ones`() throws
    {
        let book = try sheet()
        let rows = try book.desk.sheet(of: "老榆里3号楼")
        let first = try #require(book.focused)
        let place = try #require(rows.firstIndex { $0.household.id == first })
        #expect(!rows[place].isVisitedThisMonth)
        book.press("1")
        #expect(try book.visits(at: first).first?[Visit.outcome] == .metNothingNew)
        let next = try #require(book.focused)
        let after = try #require(rows.firstIndex { $0.household.id == next })
        #expect(after > place)
        for row in rows[(place + 1)..<after] {
            let isPaused = row.lastValues?[Visit.outcome] == .declined
            #expect(row.isVisitedThisMonth || row.household.values[Household.tenure] == .empty || isPaused)
        }
        #expect(book.status.contains("1 户已存"))
    }

    @Test func `another digit on the same row corrects the visit instead of making a second one`() throws {
        let book = try sheet()
        let household = try #require(book.focused)
        let before = try book.visits(at: household).count
        book.press("1", "Home")
        while book.focused != household { book.press("Down") }
        book.press("3")
        #expect(try book.visits(at: household).count == before + 1)
        #expect(try book.visits(at: household).first?[Visit.outcome] == .notMet)
    }

    @Test func `typing starts the sentence on the row, Chinese first, and Down saves it`() throws {
        let book = try sheet()
        let household = try #require(book.focused)
        book.type("一切正常，老人问了医保。")
        #expect(book.selectedRow.contains("一切正常，老人问了医保。"))
        book.press("Down")
        #expect(try book.visits(at: household).first?[Visit.notes] == "一切正常，老人问了医保。")
        #expect(try book.visits(at: household).first?[Visit.outcome] == .metWithNotes)
        #expect(book.text.contains("✓ 一切正常，老人问了医保。"))
    }

    @Test func `notes without a sentence are refused with the next step`() throws {
        let book = try sheet()
        book.press("2", "Enter")
        #expect(book.status.contains("没有就按 1"))
    }

    @Test func `another day wants the day, and understands it as officers write it`() throws {
        let book = try sheet()
        let household = try #require(book.focused)
        book.press("4", "Enter")
        #expect(book.status.contains("改约要有日期"))
        book.type("什么")
        book.press("Enter")
        #expect(book.status.contains("昨天 / -1"))
        book.press("Ctrl-U")
        book.type("+3")
        book.press("Enter")
        #expect(try book.visits(at: household).first?[Visit.nextDate] == book.desk.today.adding(days: 3))
    }

    @Test func `what the household raises is put on its visit with a promise`() throws {
        let book = try sheet()
        let household = try #require(book.focused)
        book.press("Ctrl-N", "1")
        book.type("办居住证")
        book.press("Enter")
        book.type("+5")
        book.press("Enter")
        #expect(book.status.contains("已记服务：办居住证"))
        let visit = try #require(try book.visits(at: household).first)
        let row = try #require(visit.rows(of: Visit.raised).first)
        #expect(visit[Visit.raisedText, row, of: Visit.raised] == "办居住证")
        #expect(visit[Visit.raisedKind, row, of: Visit.raised] == .service)
        #expect(visit[Visit.raisedPromised, row, of: Visit.raised] == book.desk.today.adding(days: 5))
        #expect(try book.desk.todayBoard().tasks.waiting.contains { $0.what.zh == "办居住证" })
    }

    @Test func `what is raised after a sentence belongs to the door of the sentence, not to the next`() throws {
        let book = try sheet()
        let household = try #require(book.focused)
        book.press("2")
        book.type("灯泡坏了")
        book.press("Ctrl-N")
        #expect(book.focused == household)
        book.press("1")
        book.type("换灯泡")
        book.press("Enter")
        book.type("+3")
        book.press("Enter")
        let visits = try book.visits(at: household)
        let visit = try #require(visits.first)
        #expect(visit[Visit.notes] == "灯泡坏了")
        #expect(visit.rows(of: Visit.raised).map { visit[Visit.raisedText, $0, of: Visit.raised] } == ["换灯泡"])
        #expect(book.focused == household)
        #expect(book.text.contains("上次未了：换灯泡"), "\(book.text)")
    }

    @Test func `the help of the sheet names each digit`() throws {
        let book = try sheet()
        book.press("Ctrl-G")
        for line in ["1 ", "2 ", "3 ", "4 ", "5 ", "Ctrl-N "] {
            #expect(!book.row(with: " " + line).isEmpty, "\(line)\n\(book.text)")
        }
        #expect(book.row(with: " 1 ").contains("见面·无新情况"), "\(book.text)")
        #expect(book.row(with: " 5 ").contains("谢绝走访"))
    }

    @Test func `what was left open stands below the rows and is settled with F6`() throws {
        let book = try sheet()
        let household = try book.household("701室", in: "老榆里3号楼").id
        book.press("Home")
        while book.focused != household { book.press("Down") }
        #expect(book.text.contains("上次未了：纱窗松动，答应联系物业（08-30）   F6 已解决 / 仍在"))
        book.press("F6", "Enter")
        #expect(try book.desk.openMatters(at: household).count == 1)
        book.press("Ctrl-R", "1")
        #expect(book.status.contains("已解决：纱窗松动"))
        #expect(try book.desk.openMatters(at: household).isEmpty)
        #expect(!book.text.contains("上次未了：纱窗"))
    }

    @Test func `what was left open is at hand while a sentence is typed, and the sentence stays`() throws {
        let book = try sheet()
        let household = try book.household("701室", in: "老榆里3号楼").id
        book.press("Home")
        while book.focused != household { book.press("Down") }
        book.type("看了纱窗")
        book.press("F6", "1")
        #expect(try book.desk.openMatters(at: household).isEmpty)
        #expect(book.selectedRow.contains("看了纱窗"))
        book.press("Enter")
        #expect(try book.visits(at: household).first?[Visit.notes] == "看了纱窗")
    }

    @Test func `locking in the middle of a sentence keeps it, and undo on the sheet takes the mark away`() throws {
        let book = try sheet()
        book.press("1")
        book.type("锁屏前的半句")
        book.press("F12")
        #expect(try book.desk.drafts().first?.values[Visit.notes] == "锁屏前的半句")
        book.press("Enter")
        #expect(book.selectedRow.contains("锁屏前的半句"))
        book.press("Esc", "Ctrl-Z")
        #expect(book.status.contains("已撤销"))
        #expect(!book.text.contains("✓"))
        #expect(book.row(0).hasSuffix("52/80"))
    }

    @Test func `a sheet from the paper notebook has its own day and page, and no time of day`() throws {
        let book = try sheet()
        let household = try #require(book.focused)
        book.press("Ctrl-T")
        book.type("昨天")
        book.press("Enter")
        book.type("46")
        book.press("Enter")
        #expect(book.row(0).contains("11-20 补录   手写本 46页"))
        book.press("1", "1")
        let visit = try #require(try book.visits(at: household).first { $0[Visit.page] != nil })
        #expect(visit[Visit.date] == book.desk.today.adding(days: -1))
        #expect(visit[Visit.page] == 46)
        #expect(visit[Visit.pageRow] == 1)
        #expect(visit[Visit.start] == nil)
    }

    @Test func `a declined visit stops the prompt for ninety days and is no longer due`() throws {
        let book = try sheet()
        let household = try #require(book.focused)
        book.press("5", "Home")
        while book.focused != household { book.press("Down") }
        #expect(try book.visits(at: household).first?[Visit.outcome] == .declined)
        book.press("Esc", "Esc")
        book.openBlock("老榆里3号楼")
        #expect(book.focused != household)
    }

    @Test func `a sentence that labels a person is warned about, and the officer decides`() throws {
        let book = try sheet()
        let household = try #require(book.focused)
        let before = try book.visits(at: household).count
        book.type("这人是重点人员")
        book.press("Enter")
        #expect(book.text.contains("保存前请看"))
        #expect(try book.visits(at: household).count == before)
        book.press("1")
        #expect(book.selectedRow.contains("这人是重点人员"))
        book.press("Enter", "2")
        #expect(try book.visits(at: household).count == before + 1)
    }
}
