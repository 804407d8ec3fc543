import Terminal
import TestSupport
import Testing

@Suite struct CanvasDiffTests {
    @Test(arguments: 100..<160) func applyingTheDiffTurnsOneFrameIntoTheOther(seed: UInt64) {
        var exerciser = CanvasExerciser(seed: seed)
        let size = Size(rows: 1 + exerciser.number(below: 8), columns: 1 + exerciser.number(below: 30))
        var terminal = ModelTerminal(size: size)
        var shown: Canvas?
        var canvas = Canvas(size: size)
        for frame in 0..<40 {
            if exerciser.number(below: 6) == 0 { canvas = Canvas(size: size, style: exerciser.style()) }
            for _ in 0..<exerciser.number(below: 5) { exerciser.step(&canvas) }
            terminal.apply(CanvasDiff(from: shown, to: canvas))
            shown = canvas
            var expected = ModelTerminal.cells(of: canvas)
            expected[expected.count - 1] = terminal.cells[expected.count - 1]
            #expect(terminal.cells == expected, "seed \(seed), frame \(frame)")
            #expect(terminal.violations == 0)
            #expect(terminal.cells.last == .glyph(.space, .plain, columns: 1))
        }
    }

    @Test func anUnchangedFrameSendsNothing() {
        var canvas = Canvas(size: Size(rows: 3, columns: 10))
        canvas.write("片警本", at: .zero)
        #expect(CanvasDiff(from: canvas, to: canvas).rows.isEmpty)
    }

    @Test func onlyTheChangedSpanOfARowIsSentAndItHoldsWholeCharacters() {
        var old = Canvas(size: Size(rows: 2, columns: 12))
        old.write("一二三四五", at: .zero)
        var new = old
        new.write("x", at: Point(row: 0, column: 3))
        let diff = CanvasDiff(from: old, to: new)
        #expect(diff.rows.map(\.row) == [0])
        #expect(diff.rows.first?.blanked == 2..<4)
        #expect(diff.rows.first?.runs.flatMap(\.scalars) == [" ", "x"])
    }

    @Test func runsSplitWhereTheStyleChanges() {
        var canvas = Canvas(size: Size(rows: 2, columns: 4))
        canvas.write("中", at: .zero, style: Style(attributes: .reverse))
        let runs = CanvasDiff(from: nil, to: canvas).rows[0].runs
        #expect(runs.map(\.columns) == [0..<2, 2..<4])
        #expect(runs.map(\.style.attributes) == [.reverse, []])
    }

    @Test func aFrameOfAnotherExtentIsSentWhole() {
        let old = Canvas(size: Size(rows: 2, columns: 4))
        let new = Canvas(size: Size(rows: 3, columns: 5))
        #expect(CanvasDiff(from: old, to: new).rows.map(\.blanked) == [0..<5, 0..<5, 0..<4])
        #expect(CanvasDiff(from: nil, to: Canvas(size: Size(rows: 1, columns: 1))).rows.isEmpty)
        #expect(CanvasDiff(from: nil, to: Canvas(size: Size(rows: 0, columns: 0))).rows.isEmpty)
    }
}
