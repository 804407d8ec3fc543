import Interface
import Records
import Terminal
import Testing

/// Stories of three parts: a text with the caret ‸, keys, the text with the caret after them.
@Suite struct TextEditorStoryTests {
    static let stories: [(String, String, String)] = [
        ("‸", "中文", "中文‸"),
        ("中文‸", "<Left>国", "中国‸文"),
        ("中文‸", "<Backspace>", "中‸"),
        ("中‸文", "<Del>", "中‸"),
        ("一行\n二行‸", "<Home><Backspace>", "一行‸二行"),
        ("一‸行\n二行", "<End><Del>", "一行‸二行"),
        ("一行‸二行", "<Enter>", "一行\n‸二行"),
        ("abc def‸", "<Ctrl-Left>", "abc ‸def"),
        ("abc def‸", "<Ctrl-W>", "abc ‸"),
        ("‸老榆里3号楼，单翠萍", "<Ctrl-Right>", "老榆里‸3号楼，单翠萍"),
        ("老榆里3号楼，‸单翠萍", "<Ctrl-Right>", "老榆里3号楼，单翠萍‸"),
        ("老榆里 3‸", "<Ctrl-Left><Ctrl-Left>", "‸老榆里 3"),
        ("一\n‸二", "<Ctrl-Left>", "一‸\n二"),
        ("一‸\n二", "<Ctrl-Right>", "一\n‸二"),
        ("‸", "区文谦<Ctrl-Z>", "‸"),
        ("‸", "区文谦<Ctrl-Z><Ctrl-Y>", "区文谦‸"),
        ("‸", "一句。二句<Ctrl-Z>", "一句。‸"),
        ("甲乙‸", "<Backspace><Backspace><Ctrl-Z>", "甲乙‸"),
        ("‸", "甲<Enter>乙<Ctrl-Z>", "甲\n‸"),
        ("‸", "甲<Ctrl-Z>乙<Ctrl-Y>", "乙‸"),
        ("甲‸", "乙<Left><Right>丙<Ctrl-Z>", "甲乙‸"),
        ("一二三\n四‸", "<Up><End>", "一二三‸\n四"),
        ("一二三\n四\n五六七‸", "<Up><Up>", "一二三‸\n四\n五六七"),
        ("ab\n中文‸", "<Up>", "ab‸\n中文"),
        ("中文‸\nabc", "<Left><Down>", "中文\nab‸c"),
        ("👨‍👩‍👧‸", "<Backspace>", "‸"),
        ("e\u{301}‸", "<Left>", "‸e\u{301}"),
        ("e‸", "\u{301}", "e\u{301}‸"),
        ("🇨🇳🇨🇳‸", "<Left><Backspace>", "‸🇨🇳"),
        ("𠮷‸田", "<Del>", "𠮷‸"),
        ("一\n二\n三‸", "<Ctrl-Home>", "‸一\n二\n三"),
        ("‸一\n二\n三", "<Ctrl-End>", "一\n二\n三‸"),
        ("前文‸后文", "<Ctrl-U>", "‸后文"),
        ("‸", "<lt>中>", "<中>‸"),
    ]

    @Test("An editor does what its keys say", arguments: stories)
    func story(before: String, keys: String, after: String) {
        var editor = Self.editor(before)
        for input in Keys.inputs(keys, in: [.editor]) { _ = editor.handle(input) }
        #expect(Self.marked(editor) == after)
    }

    @Test("Home and End stay on the wrapped row, and typing goes on where the caret is shown")
    func wrappedRows() {
        var editor = Self.editor("‸一二三四五六七八")
        editor.lay(columns: 8)
        for input in Keys.inputs("<End>", in: [.editor]) { _ = editor.handle(input) }
        #expect(Self.marked(editor) == "一二三四‸五六七八")
        var canvas = Canvas(size: Size(rows: 4, columns: 9))
        editor.draw(into: &canvas, area: canvas.bounds, look: Look())
        #expect(canvas.caret == Point(row: 0, column: 8))
        for input in Keys.inputs("<Right><Home>", in: [.editor]) { _ = editor.handle(input) }
        #expect(Self.marked(editor) == "一二三四‸五六七八")
        editor.draw(into: &canvas, area: canvas.bounds, look: Look())
        #expect(canvas.caret == Point(row: 1, column: 0))
    }

    @Test("Going down past a short row keeps the column")
    func goalColumn() {
        var editor = Self.editor("一二三四\n五\n六七八‸九")
        for input in Keys.inputs("<Up><Up>", in: [.editor]) { _ = editor.handle(input) }
        #expect(Self.marked(editor) == "一二三‸四\n五\n六七八九")
    }

    @Test("Up in the first row and down in the last are left to the form")
    func edges() {
        var editor = Self.editor("一‸\n二")
        #expect(editor.handle(.action(StandardActions.Move.up)) == .ignored)
        #expect(editor.handle(.action(StandardActions.Move.down)) == .moved)
        #expect(editor.handle(.action(StandardActions.Move.down)) == .ignored)
    }

    @Test("A pasted text keeps its line ends and is undone as one step")
    func paste() {
        var editor = Self.editor("前‸后")
        #expect(editor.handle(.paste("一\r\n二\r三\u{2028}四\t五")) == .changed)
        #expect(Self.marked(editor) == "前一\n二\n三\n四  五‸后")
        _ = editor.handle(.action(StandardActions.undo))
        #expect(Self.marked(editor) == "前‸后")
        #expect(editor.handle(.action(StandardActions.undo)) == .refused(Label.nothingToUndo))
    }

    @Test("Beyond the limit nothing is taken, and the officer is told")
    func limit() {
        var editor = TextEditor("一二", limit: 4)
        let outcome = editor.handle(.paste("三四五六"))
        #expect(editor.text == "一二三四")
        guard case .refused(let reason) = outcome else {
            Issue.record("not refused")
            return
        }
        #expect(reason.zh.contains("最多 4 字"))
    }

    @Test("A line takes pasted line ends as spaces and scrolls by whole characters")
    func line() {
        var line = LineEditor()
        _ = line.handle(.paste("老榆里\n3号楼\r\n602"))
        #expect(line.text == "老榆里 3号楼 602")
        var canvas = Canvas(size: Size(rows: 2, columns: 8))
        line.draw(into: &canvas, area: Rect(row: 0, column: 0, rows: 1, columns: 8), look: Look())
        #expect(canvas.textWithCaret() == " 楼 602‸\n")
        for input in Keys.inputs("<Home>", in: [.field]) { _ = line.handle(input) }
        line.draw(into: &canvas, area: Rect(row: 0, column: 0, rows: 1, columns: 8), look: Look())
        #expect(canvas.caret == Point(row: 0, column: 0))
    }

    static func editor(_ marked: String) -> TextEditor {
        let parts = marked.split(separator: "‸", maxSplits: 1, omittingEmptySubsequences: false)
        let head = parts[0]
        var editor = TextEditor(parts.joined())
        let paragraph = head.filter { $0 == "\n" }.count
        let last = head.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
        editor.moveCaret(to: TextPosition(paragraph: paragraph, offset: last.utf8.count))
        return editor
    }

    static func marked(_ editor: TextEditor) -> String {
        var paragraphs = editor.buffer.paragraphs
        let caret = editor.buffer.caret
        let text = paragraphs[caret.paragraph]
        let index = text.utf8.index(text.startIndex, offsetBy: caret.offset)
        paragraphs[caret.paragraph] = text[..<index] + "‸" + text[index...]
        return paragraphs.joined(separator: "\n")
    }

    @Test(
        "Every kind of line end starts a line, and marks that share its bytes do not",
        arguments: ["\n", "\r", "\r\n", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}"])
    func lineEnds(end: String) {
        let buffer = TextBuffer("一“二”…—\u{2027}\u{202A}Å\u{A8}©" + end + "三")
        #expect(buffer.paragraphs == ["一“二”…—\u{2027}\u{202A}Å\u{A8}©", "三"])
        #expect(TextBuffer("一" + end + "二", isSingleLine: true).paragraphs == ["一 二"])
    }
}
