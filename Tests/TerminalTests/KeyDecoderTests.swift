import Terminal
import Testing

@Suite struct KeyDecoderTests {
    /// Feeds bytes at once and lets a long time pass.
    private func decode(_ bytes: some Sequence<UInt8>, charset: Charset = .utf8) -> [InputEvent] {
        var decoder = KeyDecoder(charset: charset)
        decoder.feed(bytes, at: .zero)
        decoder.advance(to: .seconds(10))
        return drain(&decoder)
    }

    private func drain(_ decoder: inout KeyDecoder) -> [InputEvent] {
        var events: [InputEvent] = []
        while let event = decoder.next() { events.append(event) }
        return events
    }

    private func keys(_ text: String) -> [InputEvent] {
        text.unicodeScalars.map { .key(.character(Character($0))) }
    }

    @Test func afterOneBadByteAllFourHundredKeysArrive() {
        let text = String(repeating: "abcd", count: 100)
        #expect(decode([0xFF] + Array(text.utf8)) == [.unreadable(1)] + keys(text))
    }

    @Test func aCharacterInAnotherEncodingCostsOnlyItself() {
        // 中 in GBK, then the same in UTF-8.
        #expect(decode([0xD6, 0xD0] + Array("中a".utf8)) == [.unreadable(2)] + keys("中a"))
    }

    @Test func aCharacterMaySplitBetweenReads() {
        var decoder = KeyDecoder()
        let bytes = Array("𠮷".utf8)
        for (index, byte) in bytes.enumerated() { decoder.feed([byte], at: .milliseconds(10 * index)) }
        #expect(drain(&decoder) == keys("𠮷"))
        #expect(decoder.deadline == nil)
    }

    @Test func halfACharacterIsGivenUpAfterFiftyMilliseconds() {
        var decoder = KeyDecoder()
        decoder.feed([0xE4, 0xB8], at: .zero)
        #expect(decoder.deadline == .milliseconds(50))
        decoder.advance(to: .milliseconds(49))
        #expect(drain(&decoder).isEmpty)
        decoder.advance(to: .milliseconds(50))
        #expect(drain(&decoder) == [.unreadable(2)])
        decoder.feed(Array("a".utf8), at: .milliseconds(60))
        #expect(drain(&decoder) == keys("a"))
    }

    @Test func halfACharacterFollowedByAKeyLosesNoKey() {
        #expect(decode([0xE4, 0xB8] + Array("\u{1B}[A".utf8)) == [.unreadable(2), .key(.up)])
    }

    @Test(
        arguments: [
            [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF8], [0x80],
            [0xC2, 0x9B],
        ] as [[UInt8]])
    func malformedUTF8IsNeverAKey(bytes: [UInt8]) {
        #expect(decode(bytes + [0x61]) == [.unreadable(bytes.count)] + keys("a"))
    }

    @Test func gb18030CharactersOfOneTwoAndFourBytesArrive() {
        // 中文, 𠮷 (four bytes), é (four bytes), a.
        let bytes: [UInt8] = [0xD6, 0xD0, 0xCE, 0xC4, 0x95, 0x34, 0xC0, 0x36, 0xA8, 0xA6, 0x61]
        let converter = GB18030()
        #expect(converter?.encode("中文é") == [0xD6, 0xD0, 0xCE, 0xC4, 0xA8, 0xA6])
        let rare = converter?.encode("𠮷") ?? []
        #expect(rare.count == 4)
        #expect(decode(bytes[..<4] + rare + bytes[8...], charset: .gb18030) == keys("中文𠮷éa"))
    }

    @Test func gb18030ResynchronisesAndGivesUpHalves() {
        #expect(decode([0xFF, 0xD6, 0xD0], charset: .gb18030) == [.unreadable(1)] + keys("中"))
        #expect(decode([0xD6], charset: .gb18030) == [.unreadable(1)])
        #expect(decode([0x81, 0x30, 0x41], charset: .gb18030) == [.unreadable(1)] + keys("0A"))
        #expect(decode([0xD6, 0x0D], charset: .gb18030) == [.unreadable(1), .key(.enter)])
    }

    @Test func gb18030RoundTripsEveryPlane() throws {
        let converter = try #require(GB18030())
        for value in stride(from: UInt32(0xA0), to: 0x32000, by: 37) {
            // Private use is laid out differently in the editions of the standard.
            guard let scalar = Unicode.Scalar(value), !(0xE000...0xF8FF).contains(value) else { continue }
            let text = String(Character(scalar))
            let bytes = try #require(converter.encode(text), "U+\(String(value, radix: 16))")
            #expect(decode(bytes, charset: .gb18030) == keys(text))
        }
    }

    @Test func aLoneEscapeIsAKeyOnceItsTimeIsOver() {
        var decoder = KeyDecoder()
        decoder.feed([0x1B], at: .seconds(1))
        #expect(decoder.deadline == .milliseconds(1025))
        decoder.advance(to: .milliseconds(1024))
        #expect(drain(&decoder).isEmpty)
        decoder.advance(to: .milliseconds(1025))
        #expect(drain(&decoder) == [.key(.escape)])
        var slow = KeyDecoder(escapeDelay: .milliseconds(200))
        slow.feed([0x1B], at: .zero)
        slow.feed(Array("[A".utf8), at: .milliseconds(199))
        #expect(drain(&slow) == [.key(.up)])
    }

    @Test func whatComesAfterTheDelayIsNoPartOfTheEscape() {
        var decoder = KeyDecoder()
        decoder.feed([0x1B], at: .zero)
        decoder.feed(Array("[A".utf8), at: .milliseconds(30))
        #expect(drain(&decoder) == [.key(.escape)] + keys("[A"))
    }

    @Test(arguments: [
        ("\u{1B}[A", "Up"), ("\u{1B}OA", "Up"), ("\u{1B}[1;5C", "Ctrl-Right"), ("\u{1B}[1;2D", "Shift-Left"),
        ("\u{1B}[1;3B", "Alt-Down"), ("\u{1B}[1;8A", "Ctrl-Alt-Shift-Up"), ("\u{1B}[1;9A", "Alt-Up"),
        ("\u{1B}[H", "Home"), ("\u{1B}OH", "Home"), ("\u{1B}[1~", "Home"), ("\u{1B}[7~", "Home"), ("\u{1B}[F", "End"),
        ("\u{1B}[4~", "End"), ("\u{1B}[8~", "End"), ("\u{1B}[2~", "Ins"), ("\u{1B}[3~", "Del"),
        ("\u{1B}[3;5~", "Ctrl-Del"),
        ("\u{1B}[5~", "PgUp"), ("\u{1B}[6~", "PgDn"), ("\u{1B}OP", "F1"), ("\u{1B}[11~", "F1"), ("\u{1B}[[A", "F1"),
        ("\u{1B}[[E", "F5"), ("\u{1B}[15~", "F5"), ("\u{1B}[17~", "F6"), ("\u{1B}[21~", "F10"), ("\u{1B}[23~", "F11"),
        ("\u{1B}[24~", "F12"), ("\u{1B}[24;5~", "Ctrl-F12"), ("\u{1B}[1;2P", "Shift-F1"), ("\u{1B}O5P", "Ctrl-F1"),
        ("\u{1B}[Z", "Shift-Tab"), ("\u{1B}[a", "Shift-Up"), ("\u{1B}Oa", "Ctrl-Up"), ("\u{1B}[5$", "Shift-PgUp"),
        ("\u{1B}[5^", "Ctrl-PgUp"), ("\u{1B}[5@", "Ctrl-Shift-PgUp"), ("\u{1B}\u{1B}[A", "Alt-Up"),
        ("\u{1B}x", "Alt-X"),
        ("\u{1B}X", "Alt-Shift-X"), ("\u{1B}1", "Alt-1"), ("\u{1B}中", "Alt-中"), ("\u{1B}\r", "Alt-Enter"),
        ("\u{1B}\u{7F}", "Alt-Backspace"), ("\u{1B}[27;5;13~", "Ctrl-Enter"), ("\u{1B}[13;5u", "Ctrl-Enter"),
        ("\u{1B}[97;5u", "Ctrl-A"), ("\u{1B}[97;2u", "A"), ("\u{1B}OM", "Enter"), ("\u{1B}Op", "0"),
        ("\u{1}", "Ctrl-A"),
        ("\u{1A}", "Ctrl-Z"), ("\u{13}", "Ctrl-S"), ("\u{11}", "Ctrl-Q"), ("\u{3}", "Ctrl-C"), ("\u{1C}", "Ctrl-\\"),
        ("\u{0}", "Ctrl-Space"), ("\u{1F}", "Ctrl-_"), ("\t", "Tab"), ("\r", "Enter"), ("\n", "Enter"),
        ("\u{8}", "Backspace"),
        ("\u{7F}", "Backspace"), ("\u{1B}[", "Alt-["), ("\u{1B}O", "Alt-Shift-O"), ("\u{1B}", "Esc"), ("？", "？"),
    ])
    func sequencesOfManyTerminalsBecomeKeys(bytes: String, name: String) {
        guard case .key(let key)? = decode(bytes.utf8).first else {
            Issue.record("no key for \(name)")
            return
        }
        #expect(key.name == name)
        #expect(decode(bytes.utf8).count == 1)
    }

    @Test func twoEscapesAreTwoKeys() {
        #expect(decode([0x1B, 0x1B]) == [.key(.escape), .key(.escape)])
        #expect(decode([0x1B, 0x1B, 0x61]) == [.key(.escape), .key(.alt("a"))])
    }

    @Test(arguments: [
        "\u{1B}[I", "\u{1B}[O", "\u{1B}[?1;2c", "\u{1B}[>0;1c", "\u{1B}[24;80R0", "\u{1B}[201~", "\u{1B}[999~",
    ])
    func focusAndAnswersOfTheTerminalAreNoText(bytes: String) {
        let events = decode(Array(bytes.utf8) + [0x61])
        #expect(events.last == .key(.character("a")))
        #expect(!events.contains { if case .key(.character("[")) = $0 { true } else { false } })
    }

    @Test func aBrokenSequenceLosesNoLaterKey() {
        #expect(decode("\u{1B}[1;\u{1B}[B".utf8) == [.unreadable(4), .key(.down)])
        #expect(decode(("\u{1B}[" + String(repeating: "1", count: 200) + "q").utf8).last == .key(.character("q")))
    }

    @Test func aPasteIsOneEventWhateverItHolds() {
        let pasted = "第一行\r\n第二行\r\tok\n末"
        let events = decode(("a\u{1B}[200~" + pasted + "\u{1B}[201~b").utf8)
        #expect(events == keys("a") + [.paste("第一行\n第二行\n\tok\n末")] + keys("b"))
    }

    @Test func escapeSequencesInsideAPasteAreTextAndNeverKeys() {
        let events = decode("\u{1B}[200~x\u{1B}[A\u{1B}[200~y\u{3}\u{1B}[201~".utf8)
        #expect(events == [.paste("x\u{FFFD}[A\u{FFFD}[200~y\u{FFFD}"), .unreadable(3)])
    }

    @Test func badBytesInAPasteAreReplacedAndCounted() {
        let bytes = Array("\u{1B}[200~中".utf8) + [0xFF, 0xE4, 0xB8] + Array("文\u{1B}[201~".utf8)
        #expect(decode(bytes) == [.paste("中\u{FFFD}\u{FFFD}\u{FFFD}文"), .unreadable(3)])
    }

    @Test func aMegabyteArrivesInPiecesAsOnePaste() {
        let text = String(repeating: "居民反映楼道~ok\n", count: 46_000)
        let bytes = Array("\u{1B}[200~".utf8) + Array(text.utf8) + Array("\u{1B}[201~".utf8)
        #expect(bytes.count > 1_000_000)
        var decoder = KeyDecoder()
        var time = Duration.zero
        for start in stride(from: 0, to: bytes.count, by: 4093) {
            decoder.feed(bytes[start..<min(bytes.count, start + 4093)], at: time)
            time += .milliseconds(1)
        }
        #expect(decoder.next() == .paste(text))
        #expect(decoder.next() == nil)
        #expect(decoder.deadline == nil)
    }

    @Test func aPasteWithoutEndIsDeliveredAfterASecondOfSilence() {
        var decoder = KeyDecoder()
        decoder.feed("\u{1B}[200~abc".utf8, at: .zero)
        #expect(decoder.deadline == .seconds(1))
        decoder.advance(to: .milliseconds(999))
        #expect(drain(&decoder).isEmpty)
        decoder.feed("\r".utf8, at: .seconds(2))
        #expect(drain(&decoder) == [.paste("abc"), .key(.enter)])
    }

    @Test(arguments: 0..<50) func anySplitOfTheSameBytesGivesTheSameEvents(seed: UInt64) {
        var state = seed &* 6_364_136_223_846_793_005 &+ 1
        func number(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        let pieces: [[UInt8]] = [
            [0x1B], Array("[A".utf8), Array("中".utf8), [0xFF], [0xE4], Array("\u{1B}[200~".utf8),
            Array("\u{1B}[201~".utf8),
            Array("\u{1B}[1;5C".utf8), Array("x".utf8), [0x0D], Array("\u{1B}O".utf8),
        ]
        let bytes = (0..<40).flatMap { _ in pieces[number(pieces.count)] }
        var decoder = KeyDecoder()
        var start = 0
        while start < bytes.count {
            let end = min(bytes.count, start + 1 + number(5))
            decoder.feed(bytes[start..<end], at: .zero)
            start = end
        }
        decoder.advance(to: .seconds(10))
        func joined(_ events: [InputEvent]) -> [InputEvent] {
            events.reduce(into: []) { result, event in
                if case .unreadable(let more) = event, case .unreadable(let before)? = result.last {
                    result[result.count - 1] = .unreadable(before + more)
                } else {
                    result.append(event)
                }
            }
        }
        #expect(joined(drain(&decoder)) == joined(decode(bytes)), "seed \(seed)")
    }
}
