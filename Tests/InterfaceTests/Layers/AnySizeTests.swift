import Interface
import Records
import Terminal
import TestSupport
import Testing

@Suite struct AnySizeTests {
    /// Everything that draws itself, in several states.
    static func layers(_ random: inout SeededGenerator) -> [any Layer] {
        let visit = FormLayer(form: Samples.visitForm()) { _ in .close }
        let paths = ["outcome", "notes", "topics", "date", "start", "officers", "page"]
        visit.form.focus(on: FieldPath(paths.randomElement(using: &random) ?? "notes"))
        for text in ["苏", "s", "𠮷田", "👨‍👩‍👧", "0903", "e\u{301}"].shuffled(using: &random).prefix(2) {
            _ = visit.handle(.text(text))
        }
        if Bool.random(using: &random) { _ = visit.form.attemptSave() }
        let household = FormLayer(form: Samples.householdForm()) { _ in .close }
        for _ in 0..<Int.random(in: 0...8, using: &random) { _ = household.handle(.action(StandardActions.Form.next)) }
        let room = Room()
        room.detail = DetailView([.heading("标题"), .paragraph(String(repeating: "现场看过，", count: 30))])
        for _ in 0..<Int.random(in: 0...6, using: &random) { _ = room.handle(.action(StandardActions.Move.down)) }
        let progress = ProgressDialog(title: Label("同步", "Sync"), text: Label("读取…", "Reading"), onStop: { .close })
        progress.bar = Bar(3, of: 8, columns: 30)
        return [
            visit, household, room, progress,
            HelpLayer(for: visit, actions: Room.actions, keys: Room.keys),
            PaletteLayer(for: room, actions: Room.actions, keys: Room.keys, matcher: .pinyin),
            MenuLayer(for: room, actions: Room.actions, keys: Room.keys),
            MessageDialog(title: Label("封账", "Closed"), text: Label(String(repeating: "原数不变，", count: 20), "x")),
            ChoiceDialog(
                title: Label("问", "Q"), text: Label("协议采用哪种形式？", "?"), choices: [Label("口头", "a"), Label("书面", "b")],
                onChoice: { _ in .close }),
            PromptDialog(
                title: Label("移送", "Refer"), text: Label("哪里？", "?"), answer: "司法所", onAnswer: { _ in .close }),
            TextViewer(title: Label("文", "T"), blocks: [.entry("走访", "天花板已修好"), .rule, .paragraph("一\n二")]),
        ]
    }

    @Test("Nothing leaves half a character or writes outside its place, in any extent", arguments: 1...40)
    func noHalves(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let looks = [
            Look(), Look(language: .en), Look(textWidth: TextWidth(ambiguous: .wide)),
            Look(textWidth: TextWidth(lines: .ascii)),
        ]
        for layer in Self.layers(&random) {
            let size = Size(
                rows: Int.random(in: 1...(seed % 2 == 0 ? 8 : 60), using: &random),
                columns: Int.random(in: 1...(seed % 3 == 0 ? 12 : 200), using: &random))
            let look = looks.randomElement(using: &random) ?? Look()
            var canvas = Canvas(size: size, textWidth: look.textWidth)
            canvas.fill(canvas.bounds, with: "底")
            let before = canvas
            let inset = Int.random(in: 0...3, using: &random)
            let area = canvas.bounds.inset(rows: inset, columns: inset)
            layer.draw(into: &canvas, area: area, look: look)
            #expect(CanvasExerciser.fault(in: canvas) == nil, "\(type(of: layer)) in \(area)")
            if let caret = canvas.caret {
                #expect(canvas.bounds.contains(caret) || area.isEmpty, "\(type(of: layer)) \(caret) \(area)")
            }
            for row in 0..<size.rows {
                for column in 0..<size.columns where !area.contains(Point(row: row, column: column)) {
                    let point = Point(row: row, column: column)
                    // A neighbour may only lose the other half of a character that reached into the place.
                    let touches =
                        area.contains(Point(row: row, column: column - 1))
                        || area.contains(Point(row: row, column: column + 1))
                    if !touches {
                        #expect(canvas[point] == before[point], "\(type(of: layer)) wrote at \(point) of \(area)")
                    }
                }
            }
        }
    }

    @Test("On the whole screen no field ever stands on the bottom row", arguments: [24, 25, 30, 60])
    func fieldsOffTheBottomRow(rows: Int) {
        let stack = Room.stack()
        for form in [Samples.visitForm(), Samples.householdForm()] {
            let layer = FormLayer(form: form) { _ in .close }
            stack.push(layer)
            for _ in 0..<20 {
                let canvas = stack.frame(rows, 80)
                #expect((canvas.caret?.row ?? .max) < rows - 3)
                #expect(CanvasExerciser.fault(in: canvas) == nil)
                stack.press("<Tab>")
                if layer.form.focus == .fold(0) { stack.press("<Enter>") }
            }
        }
    }
}
