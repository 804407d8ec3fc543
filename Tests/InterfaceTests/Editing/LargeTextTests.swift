import Interface
import Terminal
import Testing

@Suite struct LargeTextTests {
    @Test("A pasted megabyte of many lines is taken whole, and only rows in sight are wrapped")
    func pastedMegabyte() {
        let line = "区文谦反映602室门前楼道堆放纸箱，已与物业电话联系。"
        let text = Array(repeating: line, count: 1_048_576 / line.utf8.count + 1).joined(separator: "\n")
        var editor = TextEditor("前")
        var canvas = Canvas(size: Size(rows: 10, columns: 61))
        editor.draw(into: &canvas, area: canvas.bounds, look: Look())
        #expect(editor.handle(.paste(text)) == .changed)
        editor.draw(into: &canvas, area: canvas.bounds, look: Look())
        #expect(editor.text == "前" + text)
        #expect(editor.wrappedRows < 100)
        for input in Keys.inputs("<Ctrl-Home><PgDn><Ctrl-End>好<Ctrl-Z><Ctrl-Z>", in: [.editor]) {
            _ = editor.handle(input)
            editor.draw(into: &canvas, area: canvas.bounds, look: Look())
        }
        #expect(editor.text == "前")
        #expect(editor.wrappedRows < 300)
    }

    @Test("In a paragraph of 100,000 characters a key wraps a few rows, not all")
    func longParagraph() {
        let text = String(repeating: "双方在楼道争吵一次，现场看过是地漏反水弯老化。", count: 4400)
        #expect(text.count > 100_000)
        var editor = TextEditor(text)
        var canvas = Canvas(size: Size(rows: 10, columns: 61))
        editor.draw(into: &canvas, area: canvas.bounds, look: Look())
        let all = editor.wrappedRows
        #expect(all > 3000)
        editor.moveCaret(to: TextPosition(paragraph: 0, offset: 150_000 / 3 * 3))
        for _ in 0..<50 {
            // Typing half a row shifts every row below until the next clause ends at the same place: the rows are wrapped
            // again only up to there.
            _ = editor.handle(.text("x"))
            _ = editor.handle(.action(StandardActions.Edit.backspace))
        }
        #expect(editor.text == text)
        let rows = (editor.wrappedRows - all) / 100
        #expect(rows < all)
    }
}
