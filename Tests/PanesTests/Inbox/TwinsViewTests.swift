import Desk
import Interface
import Records
import Testing

@testable import Panes

/// Two that look like one, on the screen.
struct TwinsViewTests {
    private static func add(_ desk: Desk, _ head: String, phone: String, note: String) throws {
        var values = desk.newValues(of: Household.type)
        values[Household.address] = "槐树胡同7号"
        values[Household.head] = head
        values[Household.phone] = phone
        values[Household.note] = note
        try desk.save(values, of: Household.type)
    }

    private static func book(_ size: Size = .standard) throws -> NotebookFixture {
        try .met(
            size, second: { try add($0, "万俟雪", phone: "13900005678", note: "有一只猫。") },
            first: { try add($0, "万俟雪", phone: "13900001234", note: "门朝北。") })
    }

    private static func households(_ book: NotebookFixture) throws -> [Record] {
        try book.desk.list(
            ListQuery(Household.type.id, where: [.equals(Household.address.key, .text("槐树胡同7号"))]), limit: 10
        ).records
    }

    private func lines(_ book: NotebookFixture) -> String {
        (0..<book.size.rows).map { book.row($0) }.joined(separator: "\n")
    }

    @Test func `the pair beside each other, 80×24: what differs is marked, what is taken stands in brackets`() throws {
        let book = try Self.book()
        book.press("Ctrl-A", "Enter", "2")
        let screen = lines(book)
        #expect(screen.contains("可能登记了两次"))
        #expect(book.row(with: "电话").contains("≠"))
        #expect(book.row(with: "户主").contains("万俟雪") && !book.row(with: "户主").contains("≠"))
        // Masked numbers stay masked until asked for.
        #expect(!screen.contains("13900001234"))
        book.press("Ctrl-E")
        #expect(book.text.contains("13900001234") && book.text.contains("13900005678"))
    }

    @Test func `the count in the title follows a moment later, F2 merges, and undo takes all of it back`() throws {
        let book = try Self.book()
        book.notebook.idle(milliseconds: 2000)
        #expect(book.row(0).contains("冲突 1"))
        book.press("Ctrl-A", "Enter", "F2")
        #expect(book.status.contains("已并成一条"))
        #expect(try Self.households(book).count == 1)
        let note = try #require(try Self.households(book).first?.values[Household.note])
        #expect(note.contains("门朝北。") && note.contains("有一只猫。"))
        book.press("Esc", "Ctrl-Z")
        #expect(try Self.households(book).count == 2)
    }

    @Test func `what strayed from a merge is listed, and one choice moves it`() throws {
        let book = try Self.book()
        let pair = try #require(try book.desk.twins().first)
        try book.desk.merge(pair)
        // As it comes from a laptop that did not know of the merge.
        var values = book.desk.newValues(of: Visit.type)
        values[Visit.household] = pair.second.id
        values[Visit.outcome] = .metNothingNew
        let stray = try book.desk.save(values, of: Visit.type).id
        book.notebook.idle(milliseconds: 2000)
        #expect(book.row(0).contains("冲突 1"))
        book.press("Ctrl-A")
        #expect(book.row(with: "→ 走访").contains("写在已并掉的户下 1 条"))
        book.press("Enter")
        #expect(book.text.contains("已并入") && book.text.contains("改到并入的一条"))
        book.press("1")
        #expect(book.status.contains("已决定"))
        #expect(try book.desk.record(stray).values[Visit.household] == pair.first.id)
        #expect(book.text.contains("没有等人决定的事"))
    }

    @Test func `that they are two is remembered`() throws {
        let book = try Self.book()
        book.press("Ctrl-A", "Enter", "F3")
        #expect(book.status.contains("不再提示"))
        #expect(try book.desk.twins().isEmpty)
        #expect(try Self.households(book).count == 2)
    }
}
