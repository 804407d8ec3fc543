import Casework
import Testing

struct NumbersTests {
    @Test("A case number is written, read and counted on by the unit's template")
    func template() throws {
        let template = try #require(CaseNumberTemplate(CaseNumberTemplate.standard))
        #expect(template.text(year: 2026, sequence: 14) == "（2026）榆人调字第014号")
        #expect(template.parse("（2026）榆人调字第014号")?.sequence == 14)
        #expect(template.parse("枫公（榆）调解字〔2026〕12号") == nil)
        let used = ["（2026）榆人调字第002号", "（2026）榆人调字第1000号", "（2025）榆人调字第2000号", "other"]
        #expect(template.next(year: 2026, after: used) == "（2026）榆人调字第1001号")
        #expect(template.next(year: 2027, after: used) == "（2027）榆人调字第001号")
        #expect(CaseNumberTemplate("榆人调字〔{yyyy}〕{seq}号")?.text(year: 2026, sequence: 7) == "榆人调字〔2026〕7号")
    }

    @Test(
        "A template that cannot tell numbers apart is none",
        arguments: ["", "{yyyy}", "{seq}", "{yyyy}{seq}{seq}", "{yyyy", "{yyyy}{seq:0}", "}"])
    func badTemplate(text: String) {
        #expect(CaseNumberTemplate(text) == nil)
    }

    @Test("Two laptops that are offline never give the same working number")
    func working() {
        let used = ["V2026-A0001", "V2026-A0009", "V2026-B0500", "F2026-A0100", "V2025-A0700", "junk"]
        #expect(WorkingNumber.next(letter: "V", year: 2026, terminal: "A", after: used).description == "V2026-A0010")
        #expect(WorkingNumber.next(letter: "V", year: 2026, terminal: "C", after: used).description == "V2026-C0001")
        #expect(WorkingNumber("V2026-A12345")?.sequence == 12_345)
        for text in ["V2026-0001", "V26-A0001", "V2026-A001", "v2026-A0001", "V2026-A0000", ""] {
            #expect(WorkingNumber(text) == nil)
        }
    }
}
