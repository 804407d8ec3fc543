import Interface
import Terminal
import TestSupport
import Testing

@Suite struct TextBufferPropertyTests {
    static let pieces = [
        "a", "b ", "中", "文，", "𠮷", "e\u{301}", "\u{301}", "👨‍👩‍👧", "\u{200D}", "👍🏽", "🇨🇳", "\u{1F1E8}", "\n", "。", "（", "ｱ",
        "\u{FE0F}", "word", " ", "12", "한", "\u{1100}", "\u{0E33}",
    ]

    /// The plainest editor: one string, a caret counted in Unicode scalars.
    struct Model {
        var scalars: [Unicode.Scalar] = []
        var caret = 0

        var text: String {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars)
            return String(view)
        }

        /// Where characters begin, paragraph by paragraph: a line feed is never part of another character.
        var boundaries: [Int] {
            var result: [Int] = []
            var place = 0
            for paragraph in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
                for character in String(Substring(paragraph)) {
                    result.append(place)
                    place += character.unicodeScalars.count
                }
                result.append(place)
                place += 1
            }
            return result
        }

        mutating func settle() { caret = boundaries.first { $0 >= caret } ?? scalars.count }

        mutating func insert(_ text: String) {
            scalars.insert(contentsOf: text.unicodeScalars, at: caret)
            caret += text.unicodeScalars.count
            settle()
        }

        mutating func delete(from start: Int, to end: Int) {
            scalars.removeSubrange(start..<end)
            caret = start
            settle()
        }
    }

    @Test("Random edits leave the same text and caret as the plainest editor", arguments: 1...12)
    func sameAsModel(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        var buffer = TextBuffer()
        var model = Model()
        for _ in 0..<400 {
            switch Int.random(in: 0..<10, using: &random) {
            case 0..<4:
                let piece = Self.pieces.randomElement(using: &random) ?? "a"
                buffer.insert(piece, isTyping: Bool.random(using: &random))
                model.insert(piece)
            case 4:
                buffer.deleteBackward()
                if let before = model.boundaries.last(where: { $0 < model.caret }) {
                    model.delete(from: before, to: model.caret)
                }
            case 5:
                buffer.deleteForward()
                if let after = model.boundaries.first(where: { $0 > model.caret }) {
                    model.delete(from: model.caret, to: after)
                }
            case 6:
                if let place = buffer.position(before: buffer.caret) { buffer.moveCaret(to: place) }
                model.caret = model.boundaries.last { $0 < model.caret } ?? model.caret
            case 7:
                if let place = buffer.position(after: buffer.caret) { buffer.moveCaret(to: place) }
                model.caret = model.boundaries.first { $0 > model.caret } ?? model.caret
            default:
                let target = model.boundaries.randomElement(using: &random) ?? 0
                let head = model.scalars[..<target]
                let paragraph = head.filter { $0 == "\n" }.count
                let last = head.split(separator: "\n", omittingEmptySubsequences: false).last ?? []
                let offset = last.reduce(0) { $0 + UTF8.width($1) }
                buffer.moveCaret(to: TextPosition(paragraph: paragraph, offset: offset))
                model.caret = target
            }
            #expect(buffer.text.unicodeScalars.elementsEqual(model.scalars))
            #expect(Self.scalarsBeforeCaret(buffer) == model.caret)
            #expect(buffer.scalarCount == model.scalars.count)
        }
    }

    @Test("Undoing everything gives the first text, redoing everything the last", arguments: 1...8)
    func undo(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed) + 100)
        var buffer = TextBuffer("开头\n第二段")
        for _ in 0..<120 {
            switch Int.random(in: 0..<6, using: &random) {
            case 0..<3: buffer.insert(Self.pieces.randomElement(using: &random) ?? "a", isTyping: true)
            case 3: buffer.deleteBackward()
            case 4: buffer.delete(to: buffer.wordStart(before: buffer.caret))
            default:
                let paragraph = Int.random(in: 0..<buffer.paragraphs.count, using: &random)
                buffer.moveCaret(to: TextPosition(paragraph: paragraph, offset: Int.random(in: 0...20, using: &random)))
            }
        }
        let last = buffer.text
        var steps = 0
        while buffer.undo() { steps += 1 }
        #expect(buffer.text == "开头\n第二段")
        #expect(steps > 10)
        while buffer.redo() { steps -= 1 }
        #expect(buffer.text.unicodeScalars.elementsEqual(last.unicodeScalars))
        #expect(steps == 0)
    }

    @Test("Wrapping only what an edit touched gives the rows of wrapping everything", arguments: 1...12)
    func incrementalRows(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed) + 500)
        let columns = Int.random(in: 2...24, using: &random)
        var editor = TextEditor()
        editor.lay(columns: columns)
        for _ in 0..<300 {
            switch Int.random(in: 0..<8, using: &random) {
            case 0..<5: _ = editor.handle(.text(Self.pieces.randomElement(using: &random) ?? "a"))
            case 5: _ = editor.handle(.action(StandardActions.Edit.backspace))
            case 6: _ = editor.handle(.action(StandardActions.undo))
            default:
                let paragraph = Int.random(in: 0..<editor.buffer.paragraphs.count, using: &random)
                let most = editor.buffer.paragraphs[paragraph].utf8.count
                editor.moveCaret(
                    to: TextPosition(paragraph: paragraph, offset: Int.random(in: 0...most, using: &random)))
            }
            var canvas = Canvas(size: Size(rows: 6, columns: columns + 1))
            editor.draw(into: &canvas, area: canvas.bounds, look: Look())
            let shown = canvas.text()
            var fresh = TextEditor(editor.text)
            fresh.lay(columns: columns)
            for paragraph in editor.buffer.paragraphs.indices {
                let known = editor.rowStarts(of: paragraph)
                let right = fresh.rowStarts(of: paragraph)
                try #require(known == right)
            }
            #expect(canvas.caret != nil && !shown.contains("\u{1B}"))
        }
    }

    static func scalarsBeforeCaret(_ buffer: TextBuffer) -> Int {
        let before = buffer.paragraphs[..<buffer.caret.paragraph].reduce(0) { $0 + $1.unicodeScalars.count + 1 }
        let text = buffer.paragraphs[buffer.caret.paragraph]
        let index = text.utf8.index(text.startIndex, offsetBy: buffer.caret.offset)
        return before + text.unicodeScalars[..<index].count
    }
}
