import Records
import Testing

@Suite struct ValueTextTests {
    private let table = CodeTable(id: "t", rows: [.init("1", Label("见面", "Met")), .init("3", Label("未见面", "Not met"))])

    @Test func codesReferencesAndAmountsBecomeWords() {
        let text = ValueText(language: .zh) { $0.rawValue == "h1" ? "老榆里3号楼501 单翠萍" : nil }
        #expect(text.text(of: .text("3"), in: FieldSpec("o", Label("结果", "Outcome"), .choice(table))) == "未见面")
        #expect(text.text(of: .text("9"), in: FieldSpec("o", Label("结果", "Outcome"), .choice(table))) == "9")
        #expect(
            text.text(of: .text("h1"), in: FieldSpec("h", Label("户", "Household"), .reference("household")))
                == "老榆里3号楼501 单翠萍")
        #expect(text.text(of: .number(80_005), in: FieldSpec("a", Label("金额", "Amount"), .money)) == "¥800.05")
        #expect(
            text.text(
                of: .list([.text("1"), .text("3")]), in: FieldSpec("c", Label("多选", "Several"), .choices(table)))
                == "见面、未见面")
    }

    @Test func aMaskedValueShowsItsLastFourUntilAskedFor() {
        let field = FieldSpec("phone", Label("电话", "Phone"), .phone, sensitivity: .masked)
        #expect(ValueText(language: .zh).text(of: .text("13000000001"), in: field) == "****0001")
        #expect(ValueText(language: .zh, showsMasked: true).text(of: .text("13000000001"), in: field) == "13000000001")
        #expect(ValueText.masked("110") == "***")
    }
}
