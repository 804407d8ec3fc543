import Printing
import Testing

@Suite("Plain text")
struct TextTests {
    @Test(
        "Columns are counted as a terminal draws them",
        arguments: [
            ("", 0), ("abc", 3), ("中文", 4), ("a中", 3), ("𠮷", 2), ("é", 1), ("e\u{301}", 1), ("　", 2), ("“", 1),
            ("①", 1),
            ("Ａ", 2), ("ｱ", 1), ("👍", 2), ("⚠\u{FE0F}", 2), ("\u{200B}", 0),
        ])
    func widths(_ text: String, _ columns: Int) {
        #expect(ColumnWidth.of(text) == columns)
    }

    @Test("A text that is cut never takes more columns than there are")
    func cut() {
        let text = "老榆里3号楼2单元501室 𠮷田悦"
        for columns in 1...40 {
            let cut = ColumnWidth.cut(text, to: columns)
            #expect(ColumnWidth.of(cut) <= columns)
            #expect(cut == text || cut.hasSuffix("…"))
        }
    }

    @Test(
        "What a terminal would obey, or what turns a line around, becomes a dot; line ends stay where lines are wanted")
    func plain() {
        #expect(PlainText.line("a\u{1B}[2Jb") == "a·[2Jb")
        #expect(PlainText.line("a\r\nb\tc") == "a b c")
        #expect(PlainText.line("\u{202E}abc\u{2066}") == "·abc·")
        #expect(PlainText.lines("一\r\n二\n\n三\u{7}") == ["一", "二", "", "三·"])
        #expect(PlainText.line("区文谦𠮷") == "区文谦𠮷")
    }
}
