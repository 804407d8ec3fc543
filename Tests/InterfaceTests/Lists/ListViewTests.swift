import Interface
import Records
import Terminal
import TestSupport
import Testing

@Suite struct ListViewTests {
    @Test("Of 100,000 rows only those in sight are asked for, whatever is pressed")
    func windowed() {
        var asked = 0
        let source = RowSource(count: 100_000) { range in
            asked += range.count
            return range.map { ListRow([StyledLine("\($0) 号")]) }
        }
        var list = ListView(columns: [ListColumn()])
        var canvas = Canvas(size: Size(rows: 20, columns: 60))
        list.draw(into: &canvas, area: canvas.bounds, look: Look(), source: source)
        for action in [
            StandardActions.Move.down, StandardActions.Move.pageDown, StandardActions.Move.end, StandardActions.Move.up,
            StandardActions.Move.pageUp, StandardActions.Move.start,
        ] {
            asked = 0
            _ = list.handle(.action(action), in: source)
            list.draw(into: &canvas, area: canvas.bounds, look: Look(), source: source)
            #expect(asked < 60, "\(action)")
        }
    }

    @Test("Nothing moves when the cursor moves, except to keep it in sight")
    func stable() {
        let rows = (0..<200).map { $0 % 9 == 4 ? ListRow.heading("第\($0)组") : ListRow([StyledLine("第 \($0) 户")]) }
        let source = RowSource(rows)
        var list = ListView(columns: [ListColumn()])
        var random = SeededGenerator(seed: 7)
        var before: (top: Int, selected: Int)?
        for _ in 0..<600 {
            var canvas = Canvas(size: Size(rows: 12, columns: 30))
            list.draw(into: &canvas, area: canvas.bounds, look: Look(), source: source)
            #expect(rows[list.selected].kind == .item)
            #expect((list.top..<list.top + 12).contains(list.selected))
            #expect(canvas.caret == Point(row: list.selected - list.top, column: 1))
            #expect(!canvas.isCaretVisible)
            if let before, (before.top..<before.top + 12).contains(list.selected),
                abs(before.selected - list.selected) < 3,
                list.selected > 3
            {
                #expect(list.top == before.top)
            }
            before = (list.top, list.selected)
            let action = [StandardActions.Move.up, StandardActions.Move.down].randomElement(using: &random)
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                _ = list.handle(.action(action ?? StandardActions.Move.down), in: source)
                before = nil
            }
        }
        #expect(before != nil || list.selected >= 0)
    }

    @Test("Going up to the first row shows the heading above it again")
    func headingAbove() {
        let source = RowSource([.heading("一")] + (0..<50).map { ListRow([StyledLine("\($0)")]) })
        var list = ListView(columns: [ListColumn()])
        var canvas = Canvas(size: Size(rows: 5, columns: 30))
        for _ in 0..<20 { _ = list.handle(.action(StandardActions.Move.down), in: source) }
        list.draw(into: &canvas, area: canvas.bounds, look: Look(), source: source)
        for _ in 0..<30 { _ = list.handle(.action(StandardActions.Move.up), in: source) }
        var after = Canvas(size: Size(rows: 5, columns: 30))
        list.draw(into: &after, area: after.bounds, look: Look(), source: source)
        #expect(after.rowText(0) == " 一")
        #expect(after.rowText(1) == " ▌ 0")
    }

    @Test("A list that got shorter keeps a row selected")
    func shorter() {
        var list = ListView(columns: [ListColumn()])
        list.selected = 90
        var canvas = Canvas(size: Size(rows: 5, columns: 30))
        let source = RowSource([ListRow(["一"]), .heading("二"), .space])
        list.draw(into: &canvas, area: canvas.bounds, look: Look(), source: source)
        #expect(list.selected == 0)
        #expect(canvas.rowText(0) == " ▌ 一")
    }

    @Test("A bar looks full only when all is done, and says what it is out of")
    func bar() {
        #expect(Bar(52, of: 80, columns: 25).line.text == "████████████████░░░░░░░░░ 52/80")
        #expect(Bar(79, of: 80, columns: 5).line.text == "████░ 79/80")
        #expect(Bar(1, of: 80, columns: 5).line.text == "█░░░░ 1/80")
        #expect(Bar(0, of: 0, columns: 3).line.text == "░░░ 0/0")
        #expect(Bar(90, of: 80, columns: 3).line.text == "███ 90/80")
    }

    @Test("The bar covers what names a row; what stands aside keeps its colours, selected or not")
    func selectionBar() {
        let look = Look()
        let rows = ["甲", "乙"].map { ListRow([StyledLine($0), StyledLine("超 2天", .overdue)]) }
        var list = ListView(columns: [
            ListColumn(width: .fixed(6)), ListColumn(width: .fixed(8), alignment: .right, isAside: true),
        ])
        var canvas = Canvas(size: Size(rows: 2, columns: 40))
        list.draw(into: &canvas, area: canvas.bounds, look: look, source: RowSource(rows))
        func styles(_ row: Int, _ columns: Range<Int>) -> Set<Style> {
            Set(columns.map { canvas.cells[row * 40 + $0].style })
        }
        #expect(styles(0, 2..<10) == [look[.selection]])
        #expect(!styles(0, 10..<40).contains(look[.selection]))
        #expect(styles(0, 13..<19) == [look[.overdue]])
        let before = canvas
        list.selected = 1
        canvas = Canvas(size: Size(rows: 2, columns: 40))
        list.draw(into: &canvas, area: canvas.bounds, look: look, source: RowSource(rows))
        // A step sends the bar's columns again and nothing beside them.
        for row in CanvasDiff(from: before, to: canvas).rows { #expect(row.blanked.upperBound <= 10) }
    }
}
