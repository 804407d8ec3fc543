import Interface
import Records
import Testing

@Suite struct FieldTextTests {
    @Test("A value is shown with its unit, weekday and label, and masked to its last four characters")
    func shown() {
        #expect(FieldText.shown(.number(8805), .money, language: .zh) == "88.05 元")
        #expect(FieldText.shown(.text("2026-11-21"), .day, language: .zh) == "2026-11-21 周六")
        #expect(FieldText.shown(.bool(false), .yesNo, language: .en) == "No")
        #expect(FieldText.shown(.text("9"), .choice(CodeTable(id: "t", rows: [])), language: .zh) == "9")
        #expect(FieldText.masked("110105199003071234") == "**************1234")
        #expect(FieldText.masked("123") == "***")
    }
}
