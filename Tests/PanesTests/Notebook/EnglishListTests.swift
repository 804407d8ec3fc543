import Interface
import Panes
import Records
import Testing

/// Lists in English, where words are longer and the screen is not.
struct EnglishListTests {
    private func book() throws -> NotebookFixture {
        try NotebookFixture(settings: NotebookSettings(language: .en))
    }

    private func rows(_ book: NotebookFixture, _ range: Range<Int>) -> [String] {
        range.map { book.row($0) }.filter { !$0.isEmpty }
    }

    @Test func `kinds of follow-ups are whole at 80×24, and a paper that is cut stands whole in the status line`()
        throws
    {
        let book = try book()
        book.press("Alt-3")
        #expect(book.row(5).contains("Kind"), "\(book.text)")
        for kind in [
            "Hazard re-inspection", "Older people, visit", "Child in difficulty", "Drug treatment", "Agreement, visit",
            "Corrective education",
        ] {
            #expect(!book.row(with: kind + " ").isEmpty, "\(kind)\n\(book.text)")
        }
        var cut = 0
        for _ in 0..<6 {
            let row = book.row(with: "▌")
            if row.contains("…") {
                cut += 1
                let start = row.drop { $0 != "…" }.isEmpty ? "" : String(row.prefix { $0 != "…" }.suffix(4))
                #expect(book.status.contains(start), "\(row)\n\(book.status)")
                #expect(!book.status.contains("…"))
            } else {
                #expect(book.status.contains("Enter opens it"))
            }
            book.press("Down")
        }
        #expect(cut > 0)
    }

    @Test func `parties, stage and deadline of a mediation are whole at 80×24`() throws {
        let book = try book()
        book.press("Alt-4")
        let list = rows(book, 6..<12)
        #expect(list.count == 3)
        #expect(!list.contains { $0.contains("…") }, "\(book.text)")
        #expect(book.row(with: "缪春生, 逄家旺").contains("settle 6 d left"), "\(book.text)")
        #expect(book.text.contains(" +"), "the third party is counted")
    }

    @Test func `on a wide screen the list of mediations has all its columns`() throws {
        let book = try book()
        book.size = Size(rows: 60, columns: 200)
        book.press("Alt-4")
        #expect(book.row(5).contains("Parties") && book.row(5).contains("Stage"), "\(book.text)")
        book.size = .wide
        #expect(!book.row(5).contains("Parties"), "\(book.text)")
    }

    @Test func `the day's list needs no ellipsis for kinds, days and doors`() throws {
        let book = try book()
        #expect(book.row(with: "Statutory follow-ups").contains("when opened"), "\(book.text)")
        #expect(book.row(with: "Not visited").hasSuffix("this month"), "\(book.text)")
        #expect(book.row(with: "Agreed to call").contains("老榆里3号楼402"), "\(book.text)")
    }

    @Test func `the head of the building sheet leaves out what does not fit as a whole`() throws {
        let book = try book()
        book.press("Alt-2")
        book.openBlock("老榆里3号楼")
        book.press("Ctrl-B")
        #expect(book.row(0).contains("苏行简"), "\(book.text)")
        #expect(!book.row(0).contains("…"), "\(book.text)")
    }
}
