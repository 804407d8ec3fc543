import Desk
import Interface
import Records
import Testing

@testable import Panes

/// What waits to be decided, on the screen.
struct InboxTests {
    private static let ours = "天花板已修好，双方无新问题。\n楼上愿意下周换洗衣机水管。"
    private static let theirs = "天花板已修好，双方无新问题。\n楼上已于当日换洗衣机水管。\n居民要求加装地漏防返阀。"

    /// The last visit at a door.
    private static func visit(_ desk: Desk) throws -> Record {
        let page = try desk.list(ListQuery(Household.type.id), limit: 500)
        let door = try #require(
            page.records.first { $0.values[Household.address]?.contains("3号楼2单元501") == true })
        return try #require(try desk.referring(to: door.id, types: [Visit.type.id]).first)
    }

    private static func write(_ desk: Desk, _ text: String) throws {
        let visit = try visit(desk)
        var values = visit.values
        values[Visit.outcome] = .metWithNotes
        values[Visit.notes] = text
        try desk.save(values, of: Visit.type, base: visit)
    }

    private static func book(_ size: Size = .standard) throws -> NotebookFixture {
        try .met(size, second: { try write($0, theirs) }, first: { try write($0, ours) })
    }

    private func lines(_ book: NotebookFixture) -> String {
        (0..<book.size.rows).map { book.row($0) }.joined(separator: "\n")
    }

    @Test func `the title line counts, and one key lists what waits`() throws {
        let book = try Self.book()
        #expect(book.row(0).contains("冲突 1"))
        book.press("Ctrl-A")
        #expect(
            lines(book) == """
                 冲突待定                                                                  1 处

                 ▌ ≠ 走访 老榆里3号楼501 单翠萍      谈话记要                             14:10


















                 两台电脑各写各的，两份都在；决定后另一份留在历史里。
                                                                               演示数据（虚构）
                 Enter 打开   Ctrl-N 新增   Ctrl-F 查找   Ctrl-P 命令   F12 锁屏   ? 说明
                """)
    }

    @Test func `the two texts under each other, 80×24, what differs between marks`() throws {
        let book = try Self.book()
        book.press("Ctrl-A", "Enter")
        #expect(
            lines(book) == """
                 冲突 1/1 · 走访 谈话记要               2026-11-01 老榆里3号楼2单元501室 单翠萍

                 甲 沈若谷 · 另一台电脑 · 11-20 15:56
                 ─────────────────────────────────────────────────────────────────────────────
                 天花板已修好，双方无新问题。
                 楼上«已于当日»换洗衣机水管。
                 «居民要求加装地漏防返阀。»

                 乙 苏行简 · 本机 · 14:10  现在显示
                 ─────────────────────────────────────────────────────────────────────────────
                 天花板已修好，双方无新问题。
                 楼上«愿意下周»换洗衣机水管。









                 两份原文都会留在历史里。
                                                                               演示数据（虚构）
                 1 用甲   2 用乙   3 都留   4 另写   Tab 下一处   Ctrl-N 新增   ? 说明
                """)
    }

    @Test func `the two texts beside each other, 100×30`() throws {
        let book = try Self.book(.wide)
        book.press("Ctrl-A", "Enter")
        #expect(
            lines(book) == """
                 冲突 1/1 · 走访 谈话记要                                   2026-11-01 老榆里3号楼2单元501室 单翠萍

                 甲 沈若谷 · 另一台电脑 · 11-20 15:56              乙 苏行简 · 本机 · 14:10  现在显示
                 ───────────────────────────────────────────────   ───────────────────────────────────────────────
                 天花板已修好，双方无新问题。                      天花板已修好，双方无新问题。
                 楼上«已于当日»换洗衣机水管。                      楼上«愿意下周»换洗衣机水管。
                 «居民要求加装地漏防返阀。»




















                 两份原文都会留在历史里。
                                                                                                   演示数据（虚构）
                 1 用甲   2 用乙   3 都留   4 另写   Tab 下一处   Ctrl-N 新增   Ctrl-F 查找   Ctrl-P 命令   ? 说明
                """)
    }

    @Test func `the two texts beside each other, 160×50, while a third is written`() throws {
        let book = try Self.book(Size(rows: 50, columns: 160))
        book.press("Ctrl-A", "Enter", "4")
        #expect(
            lines(book) == """
                 冲突 1/1 · 走访 谈话记要                                                                                               2026-11-01 老榆里3号楼2单元501室 单翠萍

                 甲 沈若谷 · 另一台电脑 · 11-20 15:56                                            乙 苏行简 · 本机 · 14:10  现在显示
                 ─────────────────────────────────────────────────────────────────────────────   ─────────────────────────────────────────────────────────────────────────────
                 天花板已修好，双方无新问题。                                                    天花板已修好，双方无新问题。
                 楼上«已于当日»换洗衣机水管。                                                    楼上«愿意下周»换洗衣机水管。
                 «居民要求加装地漏防返阀。»

























                 结果
                  天花板已修好，双方无新问题。
                  楼上已于当日换洗衣机水管。
                  居民要求加装地漏防返阀。
                  楼上愿意下周换洗衣机水管。










                 两份原文都会留在历史里。
                                                                                                                                                               演示数据（虚构）
                 F2 用结果   Ctrl-N 新增   Ctrl-F 查找   Ctrl-P 命令   F12 锁屏   Esc 稍后   Ctrl-G 说明
                """)
    }

    /// A note of 3,000 characters, written apart: a word in the beginning, a line in the middle, a sentence at the end.
    private static func longBook(_ size: Size) throws -> NotebookFixture {
        let lines = (0..<85).map { "第\($0)段：现场看过，地漏反水弯老化，双方同意请物业来看，费用另议，下次再谈。" }
        var (one, other) = (lines, lines)
        one[3] = one[3].replacing("物业", with: "师傅")
        other[41] = "第41段：乙方已经垫付三百元。"
        one[84] += "到此为止。"
        return try .met(
            size, second: { try write($0, other.joined(separator: "\n")) },
            first: { try write($0, one.joined(separator: "\n")) })
    }

    @Test(arguments: [Size.standard, .wide])
    func `of long texts only what differs is shown at first, both sides in step, and 0 shows them whole`(
        _ size: Size
    ) throws {
        let book = try Self.longBook(size)
        book.press("Ctrl-A", "Enter")
        let first = book.text
        #expect(first.contains("垫付三百元") && first.contains("0 看全文"), "\(first)")
        // The same stretches are left out on both sides.
        book.press("End")
        let folds = Set((first + book.text).matches(of: /相同 (\d+) 字/).map(\.output.1))
        #expect(folds.count == 2, "\(folds)")
        #expect(book.text.contains("下次再谈。«到"), "\(book.text)")
        book.press("0")
        #expect(!book.text.contains("相同") && book.text.contains("第7段") && book.text.contains("0 只看不同"))
        book.press("End")
        #expect(book.text.contains("第83段"))
        // Beside each other, who wrote what stays in sight.
        #expect(size == .standard || book.text.contains("甲 沈若谷"), "\(book.text)")
        book.press("0", "4", "Ctrl-Home")
        book.type("改过。")
        book.press("F2")
        let visit = try Self.visit(book.desk)
        #expect(visit.values[Visit.notes]?.hasPrefix("改过。第0段") == true && visit.conflicts.isEmpty)
        book.press("Ctrl-Z", "Ctrl-A", "Enter")
        // Which of the two is shown until somebody decides may have changed.
        func sides(_ text: String) -> [Substring] { text.split(separator: "\n").filter { !$0.contains(" · ") } }
        #expect(sides(book.text) == sides(first))
    }

    @Test(arguments: [("1", theirs), ("2", ours), ("F3", theirs), ("F4", ours)])
    func `a digit takes a side, the inbox is empty, and undo asks again`(_ key: String, _ text: String) throws {
        let book = try Self.book()
        book.press("Ctrl-A", "Enter", key)
        #expect(try Self.visit(book.desk).values[Visit.notes] == text)
        #expect(book.status.contains("都决定了"))
        #expect(!book.text.contains("冲突 1"))
        book.press("Esc", "Ctrl-Z")
        #expect(book.row(0).contains("冲突 1"))
    }

    @Test func `both are kept, line by line`() throws {
        let book = try Self.book()
        book.press("Ctrl-A", "Enter", "F5")
        let notes = try Self.visit(book.desk).values[Visit.notes] ?? ""
        #expect(notes.split(separator: "\n").count == 4)
    }

    @Test func `a third text is written, Esc keeps it as a draft, F2 saves it`() throws {
        let book = try Self.book()
        book.press("Ctrl-A", "Enter", "4")
        book.type("另记一句。")
        book.press("Esc")
        #expect(book.status.contains("草稿"))
        #expect(try book.desk.drafts().first?.values[Visit.notes]?.hasSuffix("另记一句。") == true)
        #expect(try book.desk.conflicts().count == 1)
        book.press("4")
        book.type("又记一句。")
        book.press("F2")
        #expect(try Self.visit(book.desk).values[Visit.notes]?.hasSuffix("又记一句。") == true)
        #expect(try book.desk.conflicts().isEmpty)
    }

    @Test func `the form says which field is in conflict`() throws {
        let book = try Self.book()
        let visit = try Self.visit(book.desk)
        book.notebook.stack.push(RecordForm(book.notebook.workspace, type: Visit.type, base: visit))
        #expect(book.text.contains("≠ 冲突"))
    }

    @Test func `a visit deleted here and amended there is kept or deleted by a digit, with what was written in sight`()
        throws
    {
        for (key, isGone) in [("1", true), ("2", false)] {
            var id: RecordID?
            let book = try NotebookFixture.met(
                second: { desk in
                    id = try Self.visit(desk).id
                    try Self.write(desk, Self.theirs)
                }, first: { desk in try desk.delete(Self.visit(desk).id) })
            book.press("Ctrl-A")
            #expect(book.text.contains("一边删除，一边修改"))
            book.press("Enter")
            #expect(book.text.contains("删除了这条记录") && book.text.contains("居民要求加装地漏防返阀。"))
            book.press(key)
            #expect(try book.desk.record(#require(id), includingDeleted: true).isDeleted == isGone)
        }
    }

    @Test func `in English, too`() throws {
        let book = try NotebookFixture.met(
            second: { try Self.write($0, Self.theirs) }, first: { try Self.write($0, Self.ours) })
        book.command("English")
        book.press("Ctrl-A")
        #expect(book.row(0).hasPrefix(" Conflicts to settle"))
        book.press("Enter")
        #expect(book.row(0).hasPrefix(" Conflict 1 of 1 · Visit, Notes"))
        #expect(book.row(23).hasPrefix(" 1 Take A   2 Take B   3 Keep both   4 Write another"))
    }
}
