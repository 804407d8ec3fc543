import Terminal
import TestSupport
import Testing

@Suite struct CanvasTests {
    private func canvas(_ rows: Int = 2, _ columns: Int = 8) -> Canvas {
        Canvas(size: Size(rows: rows, columns: columns))
    }

    @Test func writingReturnsTheColumnsUsedAndShowsTheText() {
        var canvas = canvas(2, 20)
        #expect(canvas.write("走访 ab", at: Point(row: 0, column: 1)) == 7)
        #expect(canvas.text() == " 走访 ab\n")
    }

    @Test func aWideCharacterThatDoesNotFitInTheLastColumnIsLeftOutWithTheRest() {
        var canvas = canvas(2, 5)
        #expect(canvas.write("中文字a", at: .zero) == 4)
        #expect(canvas.rowText(0) == "中文")
        #expect(canvas[Point(row: 0, column: 4)]?.glyph == .space)
    }

    @Test func maxColumnsClipsWholeCharacters() {
        var canvas = canvas()
        #expect(canvas.write("a中文", at: .zero, maxColumns: 4) == 3)
        #expect(canvas.rowText(0) == "a中")
        #expect(canvas.write("x", at: .zero, maxColumns: 0) == 0)
    }

    @Test func textLeftOfTheCanvasIsCutByWholeCharacters() {
        var canvas = canvas()
        #expect(canvas.write("中文ab", at: Point(row: 0, column: -1)) == 6)
        #expect(canvas.rowText(0) == " 文ab")
        #expect(canvas.write("中文", at: Point(row: 0, column: -20)) == 4)
        #expect(canvas.write("中", at: Point(row: 7, column: 0)) == 0)
    }

    @Test(arguments: [(0, "x 文|"), (1, " x文|"), (2, "中x |"), (3, "中 x|")])
    func writingOneHalfOfAWideCharacterBlanksTheOther(column: Int, expected: String) {
        var canvas = canvas()
        canvas.write("中文|", at: .zero)
        canvas.write("x", at: Point(row: 0, column: column))
        #expect(canvas.rowText(0) == expected)
    }

    @Test func theBottomRightCellStaysBlankExceptInAPopup() {
        var screen = canvas(2, 4)
        screen.write("abcd", at: Point(row: 1, column: 0))
        #expect(screen.text() == "\nab")
        screen.fill(screen.bounds, with: "中")
        #expect(screen.text() == "中中\n中")
        var popup = Canvas(size: Size(rows: 1, columns: 3), isPopup: true)
        popup.write("abc", at: .zero)
        #expect(popup.text() == "abc")
        screen.draw(popup, at: Point(row: 0, column: 1))
        #expect(screen.text() == " abc\n中")
    }

    @Test func aPopupCutsCharactersUnderItsEdgesAndBringsItsCaret() {
        var canvas = canvas(2, 12)
        canvas.write("中文字词句a", at: .zero)
        var popup = Canvas(size: Size(rows: 1, columns: 3), isPopup: true)
        popup.write("abc", at: .zero)
        popup.placeCaret(at: Point(row: 0, column: 2))
        canvas.draw(popup, at: Point(row: 0, column: 3))
        #expect(canvas.rowText(0) == "中 abc词句a")
        #expect(canvas.caret == Point(row: 0, column: 5))
        #expect(canvas.isCaretVisible)
    }

    @Test func styleChangesWideCharactersWholeOrNotAtAll() {
        var canvas = canvas()
        canvas.write("中文", at: .zero)
        canvas.setStyle(Style(attributes: .bold), in: Rect(row: 0, column: 1, rows: 1, columns: 2))
        let styles = (0..<4).map { canvas[Point(row: 0, column: $0)]?.style.attributes }
        #expect(styles == [[], [], .bold, .bold])
    }

    @Test func controlCharactersNeverReachTheTerminalAsThemselves() {
        var canvas = canvas(2, 20)
        canvas.write("a\tb\nc\u{1B}[31m\u{7F}\u{9B}\r\n", at: .zero)
        #expect(canvas.text() == "a␉b␊c␛[31m␡␦␊\n")
        for cell in canvas.cells {
            cell.glyph.forEachScalar { #expect($0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value)) }
        }
    }

    @Test(arguments: 0..<40) func noRandomDrawingEverLeavesHalfACharacter(seed: UInt64) {
        var exerciser = CanvasExerciser(seed: seed)
        let ambiguous = TextWidth.Ambiguous.allCases[Int(seed) % 3]
        var canvas = Canvas(
            size: Size(rows: 1 + exerciser.number(below: 8), columns: 1 + exerciser.number(below: 24)),
            textWidth: TextWidth(ambiguous: ambiguous))
        for step in 0..<600 {
            exerciser.step(&canvas)
            if let fault = CanvasExerciser.fault(in: canvas) {
                Issue.record("seed \(seed), step \(step): \(fault)\n\(canvas.text())")
                return
            }
        }
        #expect(CanvasExerciser.fault(in: canvas) == nil)
    }
}
