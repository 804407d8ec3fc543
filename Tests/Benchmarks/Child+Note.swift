import Interface
import Panes
import Records
import Terminal

extension Child {
    /// A note of 100,000 characters in one paragraph: opening it, and keys in its middle, by itself and in the form of a visit.
    func note() throws {
        let text = String(repeating: "双方在楼道争吵一次，现场看过是地漏反水弯老化；“电话”已登记 3 次。", count: 2800)
        try alone(text)
        let typist = Typist(try Room.open(store))
        typist.show(pane: 1)
        typist.press(.control("n"))
        typist.press(.enter)
        // Past the household and the place to the outcome that asks for a note, and to the note.
        for _ in 0..<2 { typist.press(.tab) }
        typist.press(Key(.character("2")))
        typist.press(.tab)
        let watch = Stopwatch()
        typist.notebook.handle(.paste(text))
        typist.screen.present(typist.notebook.frame(typist.screen.size))
        var pasting = Samples()
        pasting.add(watch.time)
        if show { print(typist.screen.text) }
        guard typist.screen.text.contains("双方在楼道") else { throw BenchmarkError("the note is not on the screen") }
        Line.of("paste \(text.count) characters into a visit, painted", records, pasting, budget: 5).print()
        for _ in 0..<300 { typist.press(.pageUp) }
        let samples = typist.wander(Self.typing, 400)
        if show { print(typist.screen.text) }
        Line.of("key → painted, in the middle of that note", records, samples, budget: 5).print()
    }

    /// The editor without anything around it.
    private func alone(_ text: String) throws {
        let area = Rect(row: 0, column: 0, rows: 5, columns: 64)
        var opening = Samples()
        var editor = TextEditor()
        for _ in 0..<20 {
            let watch = Stopwatch()
            editor = TextEditor(text)
            draw(&editor, area)
            opening.add(watch.time)
        }
        Line.of("editor: open \(text.count) characters in one paragraph", records, opening, budget: 5).print()
        editor.moveCaret(to: TextPosition(offset: text.utf8.count / 2))
        var keys = Samples()
        for turn in 0..<400 {
            let watch = Stopwatch()
            _ = turn % 2 == 0 ? editor.handle(.text("x")) : editor.handle(.action(StandardActions.Edit.backspace))
            draw(&editor, area)
            keys.add(watch.time)
        }
        Line.of("editor: a key in its middle", records, keys, budget: 5).print()
    }

    private func draw(_ editor: inout TextEditor, _ area: Rect) {
        var canvas = Canvas(size: area.size)
        editor.draw(into: &canvas, area: area, look: Look())
    }

    private static let typing: [Key] =
        [.left, .right, .up, .down, .backspace] + "老榆里x。2".map { Key(.character($0)) }
}
