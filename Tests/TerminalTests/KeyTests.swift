import Terminal
import Testing

@Suite struct KeyTests {
    @Test(arguments: [
        "Ctrl-S", "F2", "F12", "PgUp", "PgDn", "Enter", "Shift-Tab", "Alt-1", "Esc", "Backspace", "Space", "Ctrl-Space",
        "?",
        "a", "A", "中", "-", "Ctrl--", "Alt-Shift-X", "Ctrl-Alt-Del", "Ctrl-Left", "Shift-F3", "Ins", "Home", "End",
        "Up", "F",
        "Ctrl-\\",
    ])
    func namesSurviveReadingAndWriting(name: String) throws {
        #expect(try #require(Key(name: name)).name == name)
    }

    @Test func everyKeyHasANameThatReadsBack() {
        let codes: [Key.Code] =
            [
                .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .insert, .delete, .enter, .tab, .backspace,
                .escape,
            ]
            + (1...20).map { .function($0) } + Array("abz019/?[]é中 ").map { .character($0) }
        for code in codes {
            for bits in UInt8(0)..<8 {
                let key = Key(code, Key.Modifiers(rawValue: bits))
                // Shift alone never comes with a character: it is part of it.
                if case .character = code, key.modifiers == .shift { continue }
                #expect(Key(name: key.name) == key, "\(key.name)")
            }
        }
    }

    @Test(arguments: ["", "Ctrl-", "F0", "F64", "F-1", "Shift-a", "Ctrl-Ctrl-a", "Nonsense", "ab", "F01"])
    func whatIsNoKeyIsRefused(name: String) {
        #expect(Key(name: name) == nil)
    }

    @Test func namesMayBeWrittenInEitherCaseAndLongForm() {
        #expect(Key(name: "ctrl-s") == .control("s"))
        #expect(Key(name: "PageDown") == .pageDown)
        #expect(Key(name: "ESCAPE") == .escape)
    }

    @Test func fullWidthASCIIFoldsToTheKeyMeant() {
        #expect(Key.character("？").folded == .character("?"))
        #expect(Key.character("：").folded == .character(":"))
        #expect(Key.character("Ａ").folded == .character("A"))
        #expect(Key.character("。").folded == .character("."))
        #expect(Key.character("　").folded == .character(" "))
        #expect(Key.character("中").folded == .character("中"))
        #expect(Key.enter.folded == .enter)
        for value in UInt32(0xFF01)...0xFF5E {
            let scalar = Unicode.Scalar(value).map(Character.init)
            #expect(scalar.map { Key.character($0).folded.text?.isASCII } == true)
        }
    }
}
