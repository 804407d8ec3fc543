import Terminal
import Testing

@Suite struct TextWidthTests {
    private let width = TextWidth.standard
    private let wide = TextWidth(ambiguous: .wide)

    @Test(arguments: [
        ("a", 1), ("中", 2), ("𠮷", 2), ("㐀", 2), ("，", 2), ("Ａ", 2), ("ｱ", 1), ("é", 1), ("e\u{301}", 1),
        ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2), ("👍", 2), ("👍🏽", 2), ("👨‍👩‍👧", 2), ("🇨🇳", 2), ("❤️", 1), ("1️⃣", 1),
        ("葛\u{E0100}", 2), ("\u{31350}", 2), ("\u{378}", 2), ("\u{E000}", 1), ("\t", 1), ("\u{7F}", 1), ("\u{200B}", 1),
        ("\u{301}", 1), ("“", 1), ("…", 1), ("—", 1), ("·", 1), ("①", 1), ("★", 1), ("℃", 1), ("─", 1), ("█", 1),
        ("▌", 1),
    ])
    func charactersTakeTheColumnsTheyAreSentAs(text: String, columns: Int) {
        #expect(width.columns(of: text) == columns)
    }

    @Test(arguments: ["“", "”", "‘", "’", "…", "—", "·", "①", "★", "℃", "×", "°", "\u{E000}", "\u{F0001}"])
    func ambiguousCharactersFollowTheSetting(character: Character) {
        #expect(width.columns(of: character) == 1)
        #expect(wide.columns(of: character) == 2)
    }

    @Test func wideAmbiguousCharactersTurnLinesIntoASCIISoThatFramesHold() {
        #expect(wide.lines == .ascii)
        for (drawn, ascii) in [("─", "-"), ("│", "|"), ("┌", "+"), ("═", "="), ("█", "#"), ("░", "."), ("▌", ">")] {
            #expect(wide.shape(of: Character(drawn)).glyph.text == ascii)
            #expect(wide.columns(of: drawn) == 1)
            #expect(TextWidth(lines: .ascii).shape(of: Character(drawn)).glyph.text == ascii)
            #expect(width.shape(of: Character(drawn)).glyph.text == drawn)
        }
    }

    @Test(arguments: [
        ("\u{31350}", "〓"), ("👨‍👩‍👧", "👨"), ("👍🏽", "👍"), ("🇨🇳", "CN"), ("❤️", "❤"), ("1️⃣", "1"), ("葛\u{E0100}", "葛"),
        ("\u{301}", "◌\u{301}"), ("\u{200B}", "␦"), ("\t", "␉"),
    ])
    func whatTerminalsDisagreeAboutIsShownAsSomethingSafe(text: String, shown: String) {
        let glyph = width.shape(of: Character(text)).glyph.text
        #expect(Array(glyph.unicodeScalars) == Array(shown.unicodeScalars))
    }

    @Test func theFastPathAgreesWithTheShapeOfEveryCharacter() {
        let text = "走访a b中e\u{301}文，。（x）カ\u{3099}ア👨‍👩‍👧z\u{301}𠮷\r\n末"
        var shapes: [TextShape] = []
        width.forEachShape(in: text) { shape, _ in
            shapes.append(shape)
            return true
        }
        #expect(shapes == text.map { width.shape(of: $0) })
    }

    @Test(arguments: [
        ("走访记录", 8, "走访记录"), ("走访记录", 7, "走访记…"), ("走访记录", 6, "走访…"), ("走访记录", 2, "…"), ("走访", 0, ""),
        ("abc", 2, "a…"), ("", 5, ""),
    ])
    func truncatingMarksTheCut(text: String, columns: Int, expected: String) {
        #expect(width.truncate(text, to: columns) == expected)
        #expect(width.columns(of: expected) <= columns)
    }

    @Test func aMarkerThatDoesNotFitIsLeftOut() {
        #expect(wide.truncate("abcdef", to: 1) == "a")
        #expect(wide.truncate("走访记录", to: 5) == "走…")
    }

    @Test func paddingGivesExactlyTheColumnsAsked() {
        #expect(width.pad("走访", to: 7) == "走访   ")
        #expect(width.pad("走访", to: 7, alignment: .right) == "   走访")
        #expect(width.pad("走访", to: 7, alignment: .center) == " 走访  ")
        #expect(width.columns(of: width.pad("走访记录", to: 4)) == 4)
        #expect(width.columns(of: width.pad("走访记录", to: 5)) == 5)
    }

    @Test func aColumnFindsTheCharacterThatCoversIt() {
        let text = "a中b"
        let found = (0...5).map { text.distance(from: text.startIndex, to: width.index(in: text, atColumn: $0)) }
        #expect(found == [0, 1, 1, 2, 3, 3])
    }
}
