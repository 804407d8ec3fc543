import Desk
import Panes
import Records
import Testing

/// A way to press what an F-key or a menu does.
enum KeyWay: CaseIterable {
    case functionKeys, control, palette

    func save(_ book: NotebookFixture) {
        switch self {
        case .functionKeys: book.press("F2")
        case .control: book.press("Ctrl-S")
        case .palette: book.command("保存")
        }
    }

    /// Takes a step of the opened mediation: by its digit in the menu, or by its name.
    func step(_ digit: String, _ name: String, _ book: NotebookFixture) {
        if self == .palette { book.command(name) } else { book.press("Ctrl-O", digit) }
    }
}

@Suite struct MediationJourneyTests {
    private func record(_ book: NotebookFixture) throws -> Record? {
        try book.desk.list(ListQuery(Mediation.type.id), limit: 100).records
            .first { $0.values[Mediation.title] == "门前堆煤" }
    }

    /// Puts the cursor of the list on that dispute.
    private func select(_ book: NotebookFixture) {
        book.press("Home")
        for _ in 0..<20 where !book.row(with: "▌").contains("门前堆煤") { book.press("Down") }
    }

    /// Registers a dispute with three parties, the way an officer does.
    private func register(_ book: NotebookFixture, _ way: KeyWay, consents: [String] = ["1", "1", "1"]) {
        book.press("Alt-4", "Ctrl-N")
        book.type("门前堆煤")
        book.press("Tab", "1", "Tab", "2", "Tab", "Tab", "Tab", "Tab", "Tab")
        book.type("枫溪街12号")
        book.press("Tab")
        book.type("煤堆占了过道，下雨淌黑水。")
        // Past the folded particulars to the parties.
        book.press("Tab", "Tab")
        for (number, name) in ["费德宝", "丘吉祥", "榆钱物业"].enumerated() {
            book.press("Enter", "Tab", "Tab")
            book.type(name)
            book.press("Tab", "Tab", "Tab", "Tab", "Tab", "Tab", consents[number])
            way.save(book)
            book.press("Down")
        }
        way.save(book)
    }

    @Test(
        "Three parties, two sessions, an agreement: by keys alone, whichever keys the keyboard lets through",
        arguments: KeyWay.allCases)
    func journey(_ way: KeyWay) throws {
        let book = try NotebookFixture()
        register(book, way)
        #expect(book.row(with: "▌").contains("门前堆煤"), "the cursor stands on what was made\n\(book.text)")
        let made = try #require(try record(book), "\(book.text)")
        #expect(made.values.rows(of: Mediation.parties).count == 3)
        select(book)
        book.press("Enter")
        #expect(book.text.contains("登记✓ 意愿✓ [受理]"), "\(book.text)")
        // Nothing is mediated before it is accepted; the article and the next step are named.
        way.step("1", "记一次调解", book)
        #expect(book.status.contains("人民调解法17") || book.text.contains("人民调解法17"), "\(book.text)")
        book.press("Esc")
        if book.text.contains("[受理]") == false { book.press("Enter") }
        way.step("6", "受理", book)
        way.save(book)
        let accepted = try #require(try record(book))
        #expect(accepted.values[Mediation.accepted] == book.desk.today)
        #expect(accepted.values[Mediation.officialNumber]?.contains("榆人调字第") == true)
        for points in ["双方到场，各自说明经过。", "约定月底前清走煤堆。"] {
            way.step("1", "记一次调解", book)
            book.type(points)
            way.save(book)
        }
        #expect(book.text.contains("[调解 第2次]"), "\(book.text)")
        #expect(try #require(try record(book)).values.rows(of: Mediation.sessions).count == 2)
        book.press("Ctrl-Z")
        #expect(try #require(try record(book)).values.rows(of: Mediation.sessions).count == 1)
        #expect(!book.text.contains("约定月底前清走煤堆。"))
        book.press("Ctrl-Y")
        #expect(try #require(try record(book)).values.rows(of: Mediation.sessions).count == 2)
        #expect(book.text.contains("约定月底前清走煤堆。"), "\(book.text)")
        way.step("2", "达成协议", book)
        book.press("1")
        book.type("费德宝月底前清走煤堆，此后不再堆放。")
        book.press("Tab", "Tab", "2", "Tab")
        book.type("+9")
        way.save(book)
        let settled = try #require(try record(book)).values
        #expect(settled[Mediation.result] == .written, "\(book.text)")
        #expect(settled[Mediation.copies] == 4)
        #expect(settled[Mediation.performanceDue] == CalendarDay("2026-11-30"))
        #expect(book.text.contains("协议✓ [履行]"), "\(book.text)")
    }

    @Test func aPartyThatHasSaidNothingStopsAcceptanceAndIsAskedFirst() throws {
        let book = try NotebookFixture()
        register(book, .control, consents: ["1", "1", "3"])
        select(book)
        book.press("Enter", "Ctrl-O", "6")
        #expect(book.status.contains("第3方还没有表示意愿，请先征询（人民调解法17）"), "\(book.text)")
        book.press("Esc", "Ctrl-O", "5")
        // The cursor stands on the party that has said nothing.
        #expect(book.row(with: "▌").contains("榆钱物业"), "\(book.text)")
        book.press("Enter", "1", "Ctrl-S")
        #expect(book.text.contains("登记✓ 意愿✓ [受理]"), "\(book.text)")
        let values = try #require(try record(book)).values
        let last = try #require(values.rows(of: Mediation.parties).last)
        #expect(values[MediationParty.consentOn, last, of: Mediation.parties] == book.desk.today)
    }

    @Test func aNewLevelWantsItsOwnReason() throws {
        let book = try NotebookFixture()
        book.press("Alt-4", "Down")
        #expect(book.row(with: "▌").contains("蓝"))
        book.press("Enter", "Ctrl-O", "7", "3", "Ctrl-S")
        #expect(book.text.contains("定级理由"), "\(book.text)")
        if book.text.contains("处要改") { book.press("Esc") }
        book.type("双方亲属介入，争吵两次")
        book.press("Ctrl-S")
        #expect(book.text.contains("橙 · "), "\(book.text)")
        // The old level and its reason stand in the history.
        book.command("修改历史")
        #expect(book.text.contains("蓝 → 橙"), "\(book.text)")
    }

    @Test func notSettlingWantsTheOtherRemediesTold() throws {
        let book = try NotebookFixture()
        book.press("Alt-4", "Down", "Enter", "Ctrl-O", "3", "Ctrl-S")
        #expect(book.text.contains("人民调解法26") || book.text.contains("告知"), "\(book.text)")
        if book.text.contains("处要改") { book.press("Esc") }
        book.press("1", "Ctrl-S")
        #expect(book.text.contains("调解不成（终止）"), "\(book.text)")
    }

    @Test func phonesAndAddressesAreShownOnlyWhenAsked() throws {
        let book = try NotebookFixture()
        book.press("Alt-4", "Tab", "Tab", "Tab", "End")
        book.press("Enter")
        let phones = try book.desk.list(ListQuery(Mediation.type.id), limit: 100).records.flatMap { record in
            record.values.rows(of: Mediation.parties).compactMap {
                record.values[MediationParty.phone, $0, of: Mediation.parties]
            }
        }
        #expect(!phones.isEmpty)
        for phone in phones { #expect(!book.text.contains(phone)) }
        book.press("Ctrl-E")
        #expect(phones.contains { book.text.contains($0) }, "\(book.text)")
    }
}
