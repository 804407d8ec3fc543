import Desk
import Interface
import Panes
import Records
import TestSupport
import Testing

/// The beat by buildings, with one digit for a visit.
struct VisitsPaneTests {
    @Test func `a household is found by initials, and one digit records that nothing is new`() throws {
        let book = try NotebookFixture()
        let quota = try book.desk.quota().met
        book.press("Alt-2")
        let start = book.keyCount
        // 区文谦: nobody was met there this month.
        book.type("owq")
        book.press("Enter", "1")
        #expect(book.keyCount - start == 5)
        let household = try book.household("602室", in: "老榆里3号楼")
        #expect(try book.visits(at: household.id).first?[Visit.outcome] == .metNothingNew)
        #expect(try book.visits(at: household.id).first?[Visit.date] == book.desk.today)
        #expect(book.selectedRow.contains("✓ 见面"))
        #expect(try book.desk.quota().met >= quota)
    }

    @Test func `a household is found by name and by door as well`() throws {
        for query in ["万俟雪", "老榆里3号楼701"] {
            let book = try NotebookFixture()
            book.press("Alt-2", "Tab")
            book.type(query)
            #expect(book.selectedRow.contains("万俟雪"), "\(query)")
        }
    }

    @Test func `the row shows what was recorded, the cursor moves on, and the plan counts`() throws {
        let book = try NotebookFixture()
        book.press("Alt-2")
        book.openBlock("老榆里3号楼")
        let before = try book.desk.quota()
        let row = book.selectedRow
        book.press("1")
        #expect(book.row(with: "✓").contains("✓ 见面·无新情况"))
        #expect(book.selectedRow != row)
        let after = try book.desk.quota()
        #expect(after.met == before.met + 1)
        #expect(book.row(3).contains(after.label.zh))
    }

    @Test func `PgDn and PgUp go from building to building`() throws {
        let book = try NotebookFixture()
        book.press("Alt-2")
        book.openBlock("老榆里3号楼")
        book.press("PgDn")
        #expect(book.row(3).hasPrefix(" 老榆里4号楼"))
        book.press("PgUp", "PgUp", "PgUp", "PgUp")
        #expect(book.row(3).hasPrefix(" 老榆里1号楼"))
        #expect(book.status.contains("已是第一栋"))
    }

    @Test func `the telephone number is shown only on Ctrl-E and hidden again for the next household`() throws {
        let book = try NotebookFixture(.wide)
        book.press("Alt-2")
        book.openBlock("老榆里3号楼")
        book.press("Home")
        let household = try book.desk.record(try #require(book.focused))
        let phone = try #require(household.values[Household.phone])
        #expect(book.text.contains("已登记"))
        #expect(!book.text.contains(phone))
        book.press("Ctrl-E")
        #expect(book.text.contains(phone))
        book.press("Down", "Up")
        #expect(!book.text.contains(phone))
    }

    @Test func `beside the list stands the dossier on a wide screen`() throws {
        let book = try NotebookFixture(.wide)
        book.press("Alt-2")
        book.openBlock("老榆里3号楼")
        book.press("Home")
        for _ in 0..<6 { book.press("Down") }
        #expect(book.row(3).contains("│ 老榆里3号楼2单元501室"))
        #expect(book.text.contains("单翠萍 等3人（未成年 1） · 自有 · 已告知 2026-01-06"))
        #expect(book.text.contains("天花板已修好，双方无新问题。"))
    }

    @Test func `Enter opens the whole dossier, whose visits can be opened, corrected and deleted`() throws {
        let book = try NotebookFixture()
        book.press("Alt-2")
        book.type("dancuiping")
        book.press("Backspace", "Ctrl-U")
        book.type("scp")
        book.press("Enter", "Enter")
        #expect(book.row(0).contains("老榆里3号楼2单元501室"))
        let household = try book.household("501室", in: "老榆里3号楼").id
        let before = try book.visits(at: household).count
        book.press("3")
        #expect(book.status.contains("已记：老榆里3号楼501 未见面"))
        book.press("1")
        #expect(try book.visits(at: household).count == before + 1)
        book.press("Home", "Enter")
        #expect(book.row(0).contains("走访 · 老榆里3号楼501 单翠萍"))
        book.press("Esc", "Del", "2")
        #expect(book.status.contains("已删除：走访"))
        #expect(try book.visits(at: household).count == before)
    }

    @Test func `a new household is registered and its building appears`() throws {
        let book = try NotebookFixture()
        book.press("Alt-2", "Ctrl-N")
        book.type("梧桐弄9号楼1单元101室")
        book.press("Tab")
        book.type("梧桐弄")
        book.press("Tab")
        book.type("9号楼")
        book.press("Tab", "Tab")
        book.type("101室")
        book.press("Tab")
        book.type("测试户")
        book.press("F2")
        #expect(book.status.contains("已保存：户 "))
        #expect(try book.desk.blocks().contains { $0.name == "梧桐弄9号楼" })
        #expect(book.text.contains("梧桐弄9号楼"))
    }

    @Test func `a refusal keeps the form, names what is missing and puts the cursor there`() throws {
        let book = try NotebookFixture()
        book.press("Alt-2")
        book.openBlock("老榆里3号楼")
        book.press("Enter", "Ctrl-N", "2", "F2")
        #expect(book.status.contains("谈话记要"))
        book.type("补上一句")
        book.press("F2")
        #expect(book.status.contains("已保存"))
    }

    @Test func `a phrase goes in where the caret stands`() throws {
        let book = try NotebookFixture()
        book.press("Alt-2")
        book.openBlock("老榆里3号楼")
        book.press("Enter", "Ctrl-N", "2", "Tab", "F7", "3")
        #expect(book.text.contains("现场查看，"))
    }

    @Test func `in a notebook that can only be read nothing is recorded and the reason is said`() throws {
        let first = try NotebookFixture()
        let book = try NotebookFixture(disk: first.disk)
        book.press("Alt-2")
        book.openBlock("老榆里3号楼")
        let household = try #require(book.focused)
        let before = try book.visits(at: household).count
        book.press("1")
        #expect(try book.visits(at: household).count == before)
        #expect(book.text.contains("只读："))
        #expect(!book.status.isEmpty)
    }
}
