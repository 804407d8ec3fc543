import Interface
import Records
import Terminal
import Testing

@Suite struct LayerStackTests {
    @Test("A key is looked up from the inside out")
    func lookUp() {
        let room = Room()
        let stack = Room.stack(room)
        stack.press("1m１<Enter>")
        #expect(room.taken == ["visit.met", "visit.met", "visit.met", "open"])
    }

    @Test("A Chinese character outside a field says which keys work, and changes nothing")
    func chineseOutsideField() {
        let room = Room()
        let stack = Room.stack(room)
        stack.press("查")
        #expect(stack.notice?.text.zh == "这里不输入文字。查找：Ctrl-F，全部命令：Ctrl-P，说明：Ctrl-G")
        #expect(room.taken.isEmpty)
        stack.press("<Down>")
        #expect(stack.notice == nil)
    }

    @Test("Pasted text is taken by fields only")
    func paste() {
        let room = Room()
        let stack = Room.stack(room)
        stack.handle(.paste("1\nm\n1"))
        #expect(stack.notice?.text.zh == "粘贴只在输入框里有效。")
        #expect(room.taken.isEmpty)
        let layer = FormLayer(form: Samples.visitForm()) { _ in .close }
        layer.form.focus(on: FieldPath("notes"))
        stack.push(layer)
        stack.handle(.paste("一\n二"))
        layer.idle()
        #expect(layer.form.values["notes"] == .text("一\n二"))
    }

    @Test("A question keeps every key to itself, except locking and redrawing")
    func modal() {
        let room = Room()
        var answers: [Int] = []
        var outside: [ActionID] = []
        let stack = Room.stack(room) { action in
            outside.append(action)
            return .consumed
        }
        stack.push(
            ChoiceDialog(title: Label("问", "Q"), text: Label("", ""), choices: [Label("甲", "A"), Label("乙", "B")]) {
                index in
                answers.append(index)
                return .consumed
            })
        stack.press("m<Ctrl-N><Ctrl-F><Ctrl-P><F12><Ctrl-L>9")
        #expect(room.taken.isEmpty)
        #expect(outside == ["lock", "redraw"])
        #expect(stack.layers.count == 2)
        stack.press("2")
        #expect(answers == [1])
        #expect(stack.layers.count == 1)
    }

    @Test(
        "A line that is asked for is answered by the key that saves a form, too", arguments: ["Enter", "F2", "Ctrl-S"])
    func prompt(key: String) {
        var answers: [String] = []
        let stack = Room.stack()
        stack.push(
            PromptDialog(title: Label("号码", "Number"), text: Label("写下来。", "Write it down.")) { answer in
                answers.append(answer)
                return .consumed
            })
        stack.press("0503<\(key)>")
        #expect(answers == ["0503"] && stack.layers.count == 1)
    }

    @Test("A long answer stands whole, over several rows, and keeps its digit and its mark")
    func longAnswers() {
        let long = "开始日期：看不懂“下下周的那个星期几”。可以写 昨天、-1、周四、0903、2026-09-03，或者留空；到期日由规则自己算出来。"
        let dialog = ChoiceDialog(
            title: Label("3 处要改", "3 to mend"), text: Label("", ""),
            choices: [long, "户主：请填写", long].map { Label($0, $0) }, selected: 2
        ) { _ in .consumed }
        for columns in [80, 60, 40] {
            let shown = drawn(20, columns) { dialog.draw(into: &$0, area: $1, look: $2) }
            let said = shown.filter { !$0.isWhitespace && !"▌─".contains($0) }
            #expect(said.ranges(of: long.filter { !$0.isWhitespace }).count == 2, "\(shown)")
            for start in ["1  开始日期", "2  户主", "▌ 3  开始日期"] { #expect(shown.contains(start), "\(shown)") }
        }
        // Where there is no room for all, the end of the selected one is in sight.
        #expect(drawn(9, 40) { dialog.draw(into: &$0, area: $1, look: $2) }.contains("算出来。"))
    }

    @Test("A refused action says why")
    func refusal() {
        let room = Room()
        let stack = Room.stack(room)
        stack.perform("visit.refer")
        #expect(stack.notice?.text.zh == "还没有受理，先登记意愿。")
        stack.press("<Ctrl-O>2")
        #expect(stack.notice?.text.zh == "还没有受理，先登记意愿。")
        stack.press("1")
        #expect(room.taken == ["visit.met"])
        #expect(stack.layers.count == 1)
    }

    @Test(
        "The palette finds a command by Chinese, initials, full pinyin, English or its name",
        arguments: ["无新", "wxqk", "jianmian", "Nothing new", "visit.met", "ＷＸＱＫ"])
    func palette(query: String) {
        let room = Room()
        let stack = Room.stack(room)
        stack.press("<Ctrl-P>" + query + "<Enter>")
        #expect(room.taken == ["visit.met"])
        #expect(stack.layers.count == 1)
    }

    @Test("The palette keeps a command that is off, and says why when it is chosen")
    func disabledInPalette() {
        let stack = Room.stack()
        stack.press("<Ctrl-P>yisong<Enter>")
        #expect(stack.notice?.text.zh == "还没有受理，先登记意愿。")
        #expect(stack.layers.count == 2)
        stack.press("没有这个<Esc>")
        #expect(stack.layers.count == 1)
    }

    @Test("Esc in a form keeps the draft; nothing typed is thrown away")
    func escape() {
        var drafts: [FormDraft] = []
        let layer = FormLayer(form: Samples.visitForm(), onDraft: { drafts.append($0) }, onSave: { _ in .close })
        let stack = Room.stack()
        stack.push(layer)
        stack.press("2<Tab>没写完<Esc>")
        #expect(stack.layers.count == 1)
        #expect(drafts.last?.values["notes"] == .text("没写完"))
    }

    @Test("An action that leads elsewhere puts what was typed into the draft first, and never moves the list below")
    func elsewhere() {
        var drafts: [FormDraft] = []
        let room = Room()
        var outside: [ActionID] = []
        let stack = Room.stack(room) { action in
            outside.append(action)
            return .consumed
        }
        let layer = FormLayer(form: Samples.visitForm(), onDraft: { drafts.append($0) }, onSave: { _ in .close })
        stack.push(layer)
        let before = room.list.selection(in: RowSource(room.rows))
        stack.press("2<Tab>写到一半<Alt-3>")
        #expect(outside == ["pane.3"])
        #expect(drafts.last?.values["notes"] == .text("写到一半"))
        stack.press("<Up><Up><Up><PgUp>")
        #expect(room.list.selection(in: RowSource(room.rows)) == before)
    }

    @Test("What is covered takes no action: typing in a form underneath is never taken back from above")
    func covered() {
        let room = Room()
        var outside: [ActionID] = []
        let stack = Room.stack(room) { action in
            outside.append(action)
            return .consumed
        }
        let layer = FormLayer(form: Samples.visitForm(), onSave: { _ in .close })
        stack.push(layer)
        stack.press("2<Tab>写到一半")
        stack.push(Cover())
        stack.press("<Ctrl-Z><Ctrl-Y>")
        #expect(outside == ["undo", "redo"])
        stack.press("<Enter>")
        #expect(room.taken.isEmpty && outside.last == "open")
        stack.pop()
        stack.press("<Tab>")
        #expect(layer.form.values["notes"] == .text("写到一半"))
    }

    @Test("Saving a row of a table stores the draft of the whole record")
    func rowDraft() {
        var drafts: [FormDraft] = []
        let layer = FormLayer(form: Samples.householdForm(), onDraft: { drafts.append($0) }, onSave: { _ in .close })
        layer.form.focus(on: FieldPath("members"))
        let stack = Room.stack()
        stack.push(layer)
        stack.press("<Ctrl-N>解大勇<Tab>")
        #expect(stack.layers.count == 3)
        let name = FieldPath("members", row: RowID("row1"), cell: "name")
        #expect(drafts.last?.values[name] == .text("解大勇"))
        #expect(drafts.last?.values["address"].text?.isEmpty == false)
        stack.press("<F2>")
        #expect(stack.layers.count == 2)
        #expect(layer.form.values[name] == .text("解大勇"))
    }

    @Test("Language and theme change while running")
    func switching() throws {
        let stack = Room.stack()
        #expect(stack.screen(24, 80).contains("Ctrl-F 查找"))
        stack.look.language = .en
        #expect(stack.screen(24, 80).contains("Ctrl-F Find"))
    }
}

/// A layer that hides what lies below and takes nothing itself.
private final class Cover: Layer {
    let contexts: [KeyContext] = [.detail]
    let situation = Situation([.canUndo, .canRedo, .selection])
    func draw(into canvas: inout Canvas, area: Rect, look: Look) {}
    func handle(_ input: Input) -> LayerResult { .ignored }
}
