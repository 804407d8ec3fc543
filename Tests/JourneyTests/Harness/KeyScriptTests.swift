import TestSupport
import Testing

@Suite("Key names are what a keyboard sends")
struct KeyScriptTests {
    static let keys: [(script: String, bytes: String)] = [
        ("张a<lt>b>", "张a<b>"), ("<Enter><Tab><Esc><Backspace><Space>", "\r\t\u{1B}\u{7F} "),
        ("<Up><Down><Right><Left><Home><End>", "\u{1B}[A\u{1B}[B\u{1B}[C\u{1B}[D\u{1B}[H\u{1B}[F"),
        ("<C-Left><S-Up><C-S-End>", "\u{1B}[1;5D\u{1B}[1;2A\u{1B}[1;6F"),
        ("<PgUp><PgDn><Ins><Del><C-Del>", "\u{1B}[5~\u{1B}[6~\u{1B}[2~\u{1B}[3~\u{1B}[3;5~"),
        ("<F1><F4><F5><F12><S-F2><S-F6>", "\u{1B}OP\u{1B}OS\u{1B}[15~\u{1B}[24~\u{1B}[1;2Q\u{1B}[17;2~"),
        ("<C-s><C-Z><C-Space><A-x><A-C-a><S-Tab>", "\u{13}\u{1A}\u{0}\u{1B}x\u{1B}\u{1}\u{1B}[Z"),
        ("<Paste:两 行\n二>", "两 行\r二"),
    ]

    @Test("for each name", arguments: keys.indices)
    func names(index: Int) throws {
        let (script, bytes) = Self.keys[index]
        #expect(try EscapedBytes.text(KeyScript.bytes(script)) == EscapedBytes.text(bytes.utf8))
    }

    @Test("arrows and pastes follow the modes the program has set")
    func modes() throws {
        let bytes = try KeyScript.bytes("<Up><C-Up><Paste:a>", applicationCursorKeys: true, bracketedPaste: true)
        #expect(EscapedBytes.text(bytes) == #"\eOA\e[1;5A\e[200~a\e[201~"#)
    }

    @Test("text is sent in the terminal's charset, raw bytes as they are")
    func charsets() throws {
        #expect(try KeyScript.bytes("区<Byte:FF>", charset: .gb18030) == [0xC7, 0xF8, 0xFF])
    }

    @Test("a name that is none is refused", arguments: ["<Nothing>", "<C-Enterr>", "<C-张>", "<Byte:XY>", "<>"])
    func unknown(script: String) {
        #expect(throws: JourneyFailure.self) { try KeyScript.bytes(script) }
    }
}
