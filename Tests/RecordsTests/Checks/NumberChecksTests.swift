import Records
import Testing

/// Vectors of `check_vectors.json`.
struct NumberChecksTests {
    private let today = CalendarDay(year: 2026, month: 11, day: 21)!

    @Test(
        "An ID number is judged as the standard and its examples say",
        arguments: [
            ("11010519491231002X", []), ("440524188001010014", [.over130]), ("000000197001010019", [.testRegion]),
            ("000000198802290027", [.testRegion]), ("000000198502290025", [.impossibleDate, .testRegion]),
            ("00000019580704207X", [.testRegion]), ("00000020260101018X", [.testRegion]),
            ("000000197001010029", [.wrongCheck, .testRegion]), ("110105491231002", [.oldLength]),
            ("11010520271231002X", [.wrongCheck, .future]),
        ] as [(String, [IDNumber.Finding])])
    func findings(text: String, expected: [IDNumber.Finding]) throws {
        #expect(try #require(IDNumber(text)).findings(today: today) == expected)
    }

    @Test("A first-generation number shows its eighteen characters without being replaced")
    func legacy() throws {
        let number = try #require(IDNumber("110105491231002"))
        #expect(number.eighteen == "11010519491231002X")
        #expect(number.text == "110105491231002")
        #expect(number.isFemale)
    }

    @Test("Full-width digits, spaces and a small x are read as meant")
    func typed() {
        #expect(IDNumber("１１０１０５ １９４９１２３１ ００２ｘ")?.text == "11010519491231002X")
    }

    @Test("What is not shaped like an ID number is none", arguments: ["", "1234", "E12345678", "1101051949123100XX"])
    func notShaped(text: String) {
        #expect(IDNumber(text) == nil)
    }

    @Test("A masked number does not tell the place of origin")
    func masked() {
        #expect(IDNumber("11010519491231002X")?.masked == "**************002X")
        #expect(Masking.lastFour("123") == "***")
    }

    @Test(
        "Residence cards of Hong Kong, Macau and Taiwan and the permanent residence card are known",
        arguments: [
            ("810000", IDNumber.Card.hongKongMacau), ("820000", .hongKongMacau), ("830000", .taiwan),
            ("911044", .permanentResident), ("110105", .citizen),
        ])
    func cards(region: String, card: IDNumber.Card) throws {
        let seventeen = region + "19900101" + "001"
        let text = seventeen + String(IDNumber.check(of: seventeen))
        let number = try #require(IDNumber(text))
        #expect(number.card == card)
        #expect(number.findings(today: today).isEmpty)
    }

    @Test(
        "A credit code is checked by both standards",
        arguments: [
            ("91350100M000100Y43", true), ("91000000MA0000007C", true), ("52000000MJ000000X2", true),
            ("1200000040000000X0", true), ("93000000MF0000005A", true), ("91000000MA0000007D", false),
            ("91000000MI0000007C", false), ("９１３５０１００ｍ０００１００ｙ４３", true), ("110105600123456", true), ("123", false),
        ])
    func creditCodes(text: String, isValid: Bool) {
        #expect((CreditCode(text) != nil) == isValid)
    }

    @Test("One wrong character never passes a credit code")
    func creditCodeChanges() {
        let code = Array("91350100M000100Y43")
        for position in code.indices {
            for other in "0123456789ABCDEFGHJKLMNPQRTUWXY" where other != code[position] {
                var changed = code
                changed[position] = other
                #expect(CreditCode(String(changed)) == nil)
            }
        }
    }

    @Test(
        "Telephone numbers are brought to the form in which they are dialled",
        arguments: [
            ("13000000001", "13000000001"), ("+86 130 0000 0001", "13000000001"), ("86-13000000001", "13000000001"),
            ("１３０００００００ ０１", "13000000001"), ("0000-0000017", "0000-0000017"), ("010 8888 7777", "010-88887777"),
            ("(0471)1234567", "0471-1234567"), ("0471-1234567-12", "0471-1234567-12"), ("400-123-4567", "4001234567"),
            ("110", "110"), ("12345", "12345"), ("96110", "96110"),
        ])
    func phones(typed: String, dialled: String) {
        #expect(PhoneNumber(typed)?.text == dialled)
    }

    @Test(
        "What cannot be dialled is not a telephone number",
        arguments: ["12000000001", "130000000", "abc", "1300000000123", "5"])
    func noPhones(typed: String) {
        #expect(PhoneNumber(typed) == nil)
    }

    @Test("A field may hold several numbers, or say that there is none")
    func severalPhones() {
        let both = PhoneNumber.all(in: "13000000001、0000-0000017；12")
        #expect(both.numbers.map(\.text) == ["13000000001", "0000-0000017"])
        #expect(both.unreadable == ["12"])
        #expect(PhoneNumber.all(in: "家里没有电话").unreadable.isEmpty)
    }

    @Test(
        "Amounts are written in capitals as on a receipt",
        arguments: [
            (5, "伍分"), (50, "伍角"), (60_650, "陆佰零陆元伍角"), (80_000, "捌佰元整"), (100_507, "壹仟零伍元零柒分"),
            (1_000_100, "壹万零壹元整"), (1_426_000, "壹万肆仟贰佰陆拾元整"), (9_640_000, "玖万陆仟肆佰元整"),
            (18_000_000, "壹拾捌万元整"), (102_000_000, "壹佰零贰万元整"), (10_000_000_000, "壹亿元整"), (0, "零元整"),
            (10_010_000_000, "壹亿零壹拾万元整"), (10_005, "壹佰元零伍分"), (1_000, "壹拾元整"),
        ])
    func capitals(fen: Int, text: String) {
        #expect(Yuan.capitals(fen) == text)
    }

    @Test("An agreement shows an amount both ways")
    func bothWays() {
        #expect(Yuan.both(80_000) == "人民币捌佰元整（¥800.00）")
        #expect(Yuan.capitals(-1) == nil)
    }

    @Test(
        "Amounts are read as people type them",
        arguments: [
            ("800", 80_000), ("606.5", 60_650), ("96 400", 9_640_000), ("１２，０００元", 1_200_000), ("¥0.05", 5),
            ("1.234", nil),
            ("-5", nil), ("", nil), ("万", nil),
        ] as [(String, Int?)])
    func amounts(typed: String, fen: Int?) {
        #expect(Yuan.fen(typed) == fen)
    }
}
