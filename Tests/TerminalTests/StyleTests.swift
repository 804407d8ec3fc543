import Terminal
import Testing

@Suite struct StyleTests {
    @Test func coloursKeepBothNumbers() {
        for basic in UInt8(0)..<16 {
            for extended in [nil, 0, 81, 255] as [UInt8?] {
                let color = Color(basic: basic, extended: extended)
                #expect(color.basic == basic)
                #expect(color.extended == extended)
                #expect(color.number(at: .sixteen) == basic)
                #expect(color.number(at: .twoHundredFiftySix) == extended ?? basic)
                #expect(color.number(at: .eight) == basic & 7)
                #expect(color.number(at: .mono) == nil)
            }
        }
        #expect(Color.standard.basic == nil)
        #expect(Color.standard(extended: 235).number(at: .twoHundredFiftySix) == 235)
        #expect(Color.standard(extended: 235).number(at: .sixteen) == nil)
    }

    @Test func eightColoursShowBrightAsBoldAndNeverBlackOnBlack() {
        let bright = ResolvedStyle(Style(foreground: Color(basic: 9)), at: .eight)
        #expect(bright.foreground == 1)
        #expect(bright.attributes.contains(.bold))
        let gray = ResolvedStyle(Style(foreground: Color(basic: 8)), at: .eight)
        #expect(gray.foreground == nil)
        for foreground in UInt8(0)..<16 {
            for background in UInt8(0)..<16 where foreground != background {
                let style = Style(foreground: Color(basic: foreground), background: Color(basic: background))
                let resolved = ResolvedStyle(style, at: .eight)
                #expect(resolved.foreground == nil || resolved.foreground != resolved.background)
            }
        }
    }

    @Test func withoutColourTheAttributesStay() {
        let style = Style(foreground: Color(basic: 1), background: Color(basic: 4), attributes: [.reverse, .bold])
        let resolved = ResolvedStyle(style, at: .mono)
        #expect(resolved.foreground == nil && resolved.background == nil)
        #expect(resolved.attributes == [.reverse, .bold])
    }
}
