import Desk
import Panes
import Records
import Testing

@Suite struct FindTests {
    @Test("It is found from anywhere by initials", arguments: ["Alt-1", "Alt-2", "Alt-3", "Alt-4"])
    func findsByInitials(_ pane: String) throws {
        let book = try NotebookFixture()
        book.press(pane, "Ctrl-F")
        book.type("scp")
        #expect(book.row(with: "▌").contains("«单翠萍»"), "\(book.text)")
        #expect(book.row(with: "▌").contains("老榆里3号楼501"))
        #expect(book.row(0).contains("2 类 3 条"))
    }

    @Test func enterOpensInItsPaneAndEscComesBackToTheResults() throws {
        let book = try NotebookFixture()
        book.press("Ctrl-F")
        book.type("scp")
        book.press("Down", "Enter")
        #expect(book.row(1).contains("[调解"), "\(book.text)")
        #expect(book.text.contains("登记✓"))
        book.press("Esc")
        #expect(book.row(0).contains("查找  scp"))
        book.press("Esc")
        #expect(book.row(1).contains("[今日"))
    }

    @Test func fromWhatWasFoundTheKeysWorkAsAnywhere() throws {
        let book = try NotebookFixture()
        book.press("Ctrl-F")
        book.type("scp")
        book.press("Enter", "1")
        #expect(book.text.contains("走访 6"), "\(book.text)")
        book.press("Ctrl-Z")
        #expect(book.text.contains("走访 5"), "\(book.text)")
        #expect(book.status.contains("已撤销"), "\(book.status)")
        book.press("Ctrl-Y")
        #expect(book.text.contains("走访 6"), "\(book.text)")
        book.press("Ctrl-F")
        book.type("jdy")
        #expect(book.row(0).contains("查找  jdy"), "\(book.text)")
        book.press("Esc", "Esc")
        #expect(book.row(0).contains("查找  scp"), "\(book.text)")
    }

    @Test func kindsAndPeriodsNarrowIt() throws {
        let book = try NotebookFixture()
        book.press("Ctrl-F")
        book.type("scp 类:调解")
        #expect(book.row(0).contains("1 类 2 条"), "\(book.text)")
        book.type(" 前:2026-06")
        #expect(book.row(0).contains("1 类 1 条"), "\(book.text)")
        #expect(book.text.contains("第001号"))
        book.press("Ctrl-U")
        book.type("类：tj 期：本月")
        #expect(book.text.contains("调解 "), "\(book.text)")
        #expect(!book.text.contains("第001号"))
        book.press("Ctrl-U")
        book.type("期:去年春天")
        #expect(book.status.contains("看不懂「去年春天」"))
    }

    @Test func tabCompletesTheNarrowingWords() throws {
        let book = try NotebookFixture()
        book.press("Ctrl-F")
        book.type("scp")
        book.press("Tab")
        #expect(book.row(0).contains("scp 类:"))
        book.press("Tab")
        #expect(book.row(0).contains("scp 街:"))
        book.press("Ctrl-U")
        book.type("scp 类:t")
        book.press("Tab")
        #expect(book.row(0).contains("scp 类:调解"))
        #expect(book.row(0).contains("1 类 2 条"))
    }

    @Test func nobodyWhoIsFollowedUpIsFoundByName() throws {
        let book = try NotebookFixture()
        let duties = try book.desk.list(ListQuery(Followup.type.id), limit: 100).records
        #expect(duties.count >= 8)
        for duty in duties {
            let values = book.desk.whole(duty)
            let names = [values[Followup.subject], values[Followup.guardian]].compactMap(\.self)
            for name in names {
                let groups = try book.desk.find(Desk.FindRequest(name), limit: 200)
                #expect(!groups.contains { $0.type == Followup.type.id })
                book.press("Ctrl-F")
                book.type(name)
                #expect(!book.text.contains("法定协助 1"), "\(book.text)")
                book.press("Esc")
            }
        }
    }

    @Test func aDutyIsFoundByItsPaperAndTheRowNamesNobody() throws {
        let book = try NotebookFixture()
        let duty = try #require(
            try book.desk.list(
                ListQuery(Followup.type.id, where: [.equals("kind", .text("F03"))]), limit: 1
            ).records.first)
        let name = try #require(book.desk.whole(duty)[Followup.subject])
        let number = try #require(duty.values[Followup.basisNumber])
        book.press("Ctrl-F")
        book.type(number)
        #expect(book.row(with: "▌").contains("社区戒毒"), "\(book.text)")
        #expect(!book.text.contains(name))
    }

    @Test func aPhoneIsFoundByItsLastFourDigitsAndNoFewer() throws {
        let book = try NotebookFixture()
        book.press("Ctrl-F")
        book.type("001")
        #expect(!book.text.contains("单翠萍    "), "\(book.text)")
        book.press("Ctrl-U")
        book.type("没有这个人")
        #expect(book.text.contains("没有相符的"))
    }
}
