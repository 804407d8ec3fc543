import Casework
import Desk
import Interface
import Records
import Testing

@testable import Panes

/// The list of disputes, the opened one, and a draft of a new one.
struct MediationListTests {
    @Test func `the most urgent deadline comes first, goals after what a rule sets`() throws {
        let book = try NotebookFixture()
        book.press("Alt-4")
        for filter in [MediationFilter.inProgress, .agreed] {
            let records = try book.desk.list(filter.query, limit: 100).records
            #expect(records.count > 1)
            var seen: [RecordID] = []
            book.press("Home")
            for _ in records {
                seen.append(try #require(book.focused))
                book.press("Down")
            }
            #expect(Set(seen).count == records.count)
            let keys = try seen.map { id in
                let deadline = MediationRows.mostUrgent(book.desk.deadlines(of: try book.desk.record(id).values))
                return (deadline.map { $0.isGoal ? 1 : 0 } ?? 2, deadline?.due ?? book.desk.today)
            }
            for (first, second) in zip(keys, keys.dropFirst()) { #expect(first <= second) }
            book.press("Tab")
        }
    }

    @Test func `urgency puts a rule before a goal and nothing due last`() throws {
        let book = try NotebookFixture()
        let records = try book.desk.list(MediationFilter.all.query, limit: 100).records
        let rows = MediationRows(today: book.desk.today, language: .zh, deadlines: book.desk.deadlines)
        let sorted = rows.byUrgency(records.reversed())
        #expect(sorted.count == records.count)
        let kinds = sorted.map { MediationRows.mostUrgent(book.desk.deadlines(of: $0.values)).map(\.isGoal) }
        let ranks = kinds.map { $0 == false ? 0 : $0 == true ? 1 : 2 }
        #expect(ranks == ranks.sorted())
        #expect(Set(ranks).count > 1)
    }

    @Test func `Enter on an opened matter offers what can be done, and the hint says so`() throws {
        for pane in ["Alt-4", "Alt-3"] {
            let book = try NotebookFixture()
            book.press(pane, "Enter")
            #expect(book.row(23).hasPrefix(" Enter 可办的事"), "\(book.row(23))")
            #expect(!book.row(23).contains("打开"))
            book.press("Enter")
            #expect(book.text.contains("─ 可办的事 ─"), "\(book.text)")
        }
    }

    @Test func `a draft of a new mediation is gone on with in the form in which it was begun`() throws {
        let book = try NotebookFixture()
        book.press("Alt-4", "Ctrl-N")
        book.type("门前堆煤")
        book.press("Tab")
        let sections = book.text.split(separator: "\n").dropFirst().map(String.init)
        #expect(book.row(0).contains("新建调解"))
        book.press("Esc")
        book.command("草稿")
        book.press("Enter")
        #expect(book.row(0).contains("新建调解"), "\(book.text)")
        #expect(book.text.contains("门前堆煤"))
        book.press("Tab")
        #expect(book.text.split(separator: "\n").dropFirst().map(String.init).prefix(16) == sections.prefix(16))
    }
}
