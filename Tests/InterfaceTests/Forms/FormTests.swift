import Interface
import Records
import Terminal
import Testing

@Suite struct FormTests {
    /// Presses keys in a form without a stack.
    func press(_ script: String, _ form: inout Form) -> [FormEvent] {
        Keys.parse(script).map { key in
            if form.takesText, let text = key.text { return form.handle(.text(String(text))) }
            let input = Keys.map.action(for: key, in: form.contexts + [.global]).map { Input.action($0) }
            return form.handle(input ?? .key(key))
        }
    }

    @Test("A field is read when it is left, and the owner hears of it once")
    func commit() {
        var form = Samples.visitForm()
        let events = press("2<Tab>一句话<Tab>", &form)
        #expect(events.filter { $0 == .draftChanged }.count == 2)
        #expect(form.values["outcome"] == .text("notes"))
        #expect(form.values["notes"] == .text("一句话"))
        #expect(press("<Shift-Tab><Tab>", &form).allSatisfy { $0 == .consumed })
    }

    @Test("After a pause the draft holds what was typed so far, without moving anything")
    func idle() {
        var form = Samples.visitForm()
        _ = press("2<Tab>没写完", &form)
        let focus = form.focus
        let changed = form.idle()
        #expect(changed)
        #expect(form.draft.values["notes"] == .text("没写完"))
        #expect(form.focus == focus)
        let again = form.idle()
        #expect(!again)
        _ = press("的话", &form)
        #expect(form.draft.values["notes"] == .text("没写完"))
        _ = press("<Esc>", &form)
        #expect(form.draft.values["notes"] == .text("没写完的话"))
    }

    @Test("A field that is asked for only sometimes appears with its reason and keeps its value when it goes")
    func relevance() {
        var form = Samples.visitForm()
        #expect(!form.items.contains(.field(FieldPath("again"))))
        _ = press("4<Tab><Tab>", &form)
        #expect(form.focus == .field(FieldPath("again")))
        _ = press("+3<Tab>", &form)
        #expect(form.values["again"] == .text("2026-11-24"))
        form.focus(on: FieldPath("outcome"))
        _ = press("1", &form)
        #expect(!form.items.contains(.field(FieldPath("again"))))
        #expect(form.values["again"] == .text("2026-11-24"))
    }

    @Test("What cannot be read is kept as it was typed, refuses saving, and is in the draft")
    func unread() {
        var form = Samples.visitForm()
        form.focus(on: FieldPath("date"))
        _ = press("周八<Tab>", &form)
        #expect(form.draft.unread == [FieldPath("date"): "周八"])
        #expect(form.values["date"] == .text("2026-11-21"))
        form.focus(on: FieldPath("outcome"))
        let events = press("1<F2>", &form)
        guard case .problems(let problems) = events.last else {
            Issue.record("saved: \(events)")
            return
        }
        #expect(problems.map(\.path) == [FieldPath("date")])
        #expect(form.focus == .field(FieldPath("date")))
        // A draft that is offered again shows the same text.
        var again = Form(title: "", type: Samples.visit, draft: form.draft, services: Samples.services())
        again.focus(on: FieldPath("date"))
        let shown = drawn(24, 80) { again.draw(into: &$0, area: $1, look: $2) }
        #expect(shown.contains("周八‸"))
        _ = press("<Backspace><Backspace>昨天<F2>", &again)
        #expect(again.draft.unread.isEmpty)
        #expect(again.values["date"] == .text("2026-11-20"))
    }

    @Test("Save names what is missing, and a problem goes as soon as it is put right")
    func required() {
        var form = Samples.visitForm()
        guard case .problems(let problems) = press("<Ctrl-S>", &form).last else {
            Issue.record("saved without an outcome")
            return
        }
        #expect(problems.map(\.message.zh) == ["请填写「结果」"])
        _ = press("2", &form)
        // Now the notes are missing, and that shows at once.
        #expect(form.problems.map(\.path) == [FieldPath("notes")])
        let events = press("<Tab>有事<Ctrl-S>", &form)
        #expect(events.last == .save)
        #expect(form.problems.isEmpty)
    }

    @Test("A constraint between two fields opens the particulars and goes to the field")
    func constraint() {
        var form = Samples.visitForm { $0["end"] = .text("09:00") }
        _ = press("1<F2>", &form)
        #expect(form.focus == .field(FieldPath("end")))
        #expect(form.problems.first?.message.zh == "结束早于开始，请改一个时间。")
        #expect(press("1500<F2>", &form).last == .save)
    }

    @Test("Undo takes back typing first, then the fields that were filled in")
    func undo() {
        var form = Samples.visitForm()
        _ = press("2<Tab>一<Tab>1", &form)
        #expect(form.values["topics"] == .list([.text("service")]))
        _ = press("<Ctrl-Z>", &form)
        #expect(form.values["topics"] == .null)
        _ = press("<Ctrl-Z>", &form)
        #expect(form.values["notes"] == .null)
        _ = press("<Ctrl-Z>", &form)
        #expect(form.values["outcome"] == .null)
        #expect(press("<Ctrl-Z>", &form).last == .refused(Label.nothingToUndo))
        _ = press("<Ctrl-Y><Ctrl-Y><Ctrl-Y>", &form)
        #expect(form.values["topics"] == .list([.text("service")]))
        #expect(form.values["notes"] == .text("一"))
    }

    @Test("A choice answers to digits, arrows, initials, Chinese and codes")
    func choice() {
        for (script, code) in [
            ("3", "absent"), ("<Right><Right>", "notes"), ("gy", "later"), ("谢", "declined"), ("absent", "absent"),
            ("３", "absent"),
            ("wjm", "absent"), ("3<Del>", nil), ("3<Left>", "notes"),
        ] as [(String, String?)] {
            var form = Samples.visitForm()
            _ = press(script, &form)
            #expect(form.values["outcome"].text == code, "\(script)")
        }
        var form = Samples.visitForm()
        guard case .refused = press("b", &form).last else {
            Issue.record("nonsense was taken")
            return
        }
        #expect(form.values["outcome"] == .null)
    }

    @Test("Several choices are switched by digit or space and keep the order of the table")
    func choices() {
        var form = Samples.visitForm { $0["topics"] = .list([.text("hazard"), .text("later-version")]) }
        form.focus(on: FieldPath("topics"))
        _ = press("1", &form)
        #expect(form.values["topics"] == .list([.text("service"), .text("hazard"), .text("later-version")]))
        _ = press("<Right> ", &form)
        #expect(form.values["topics"].list?.count == 4)
        _ = press("3", &form)
        #expect(form.values["topics"] == .list([.text("service"), .text("dispute"), .text("later-version")]))
    }

    @Test("A reference is looked up by initials and taken with Enter; an open look-up is not lost")
    func reference() {
        var form = Samples.visitForm { $0["officers"] = .null }
        form.focus(on: FieldPath("officers"))
        _ = press("swl<Enter>", &form)
        #expect(form.values["officers"] == .list([.text("o3")]))
        _ = press("su<Down><Enter>", &form)
        #expect(form.values["officers"] == .list([.text("o3")]))
        _ = press("su<Enter>", &form)
        #expect(form.values["officers"] == .list([.text("o3"), .text("o1")]))
        _ = press("<Backspace>", &form)
        #expect(form.values["officers"] == .list([.text("o3")]))
        _ = press("无此人<Tab>", &form)
        #expect(form.draft.unread == [FieldPath("officers"): "无此人"])
        guard case .problems = press("<F2>", &form).last else {
            Issue.record("saved with an open look-up")
            return
        }
    }

    @Test("A masked value is neither shown nor changed until the look at it was recorded")
    func masked() {
        var form = Samples.householdForm()
        form.focus(on: FieldPath("phone"))
        guard case .refused = press("1", &form).last else {
            Issue.record("a hidden value was changed")
            return
        }
        #expect(form.values["phone"] == .text("13800001234"))
        #expect(!drawn(24, 80) { form.draw(into: &$0, area: $1, look: $2) }.contains("138"))
        #expect(press("<Ctrl-E>", &form).last == .reveal(FieldPath("phone")))
        form.reveal(FieldPath("phone"))
        #expect(drawn(24, 80) { form.draw(into: &$0, area: $1, look: $2) }.contains("13800001234"))
        _ = press("<Backspace>5<Tab>", &form)
        #expect(form.values["phone"] == .text("13800001235"))
    }

    @Test("Rows are added, filled in, moved and deleted, and deleting can be undone")
    func rows() {
        var form = Samples.householdForm()
        form.focus(on: FieldPath("members"))
        #expect(form.focus == .row("members", RowID("a")))
        guard case .openRow(let scope) = press("<Ctrl-N>", &form).last, var row = form.rowForm(scope) else {
            Issue.record("no row was opened")
            return
        }
        _ = press("解大勇<Tab>110105199003071234<Tab>19900307", &row)
        _ = row.attemptSave()
        #expect(form.absorb(row) == .draftChanged)
        let path = FieldPath("members", row: RowID("row1"), cell: "born")
        #expect(form.values[path] == .text("1990-03-07"))
        _ = press("<Ctrl-Up><Ctrl-Up><Ctrl-Up>", &form)
        #expect(form.values.rows(of: "members").map(\.rawValue) == ["row1", "a", "b"])
        _ = press("<Ctrl-D>", &form)
        #expect(form.values.rows(of: "members").map(\.rawValue) == ["a", "b"])
        #expect(form.focus == .row("members", RowID("a")))
        _ = press("<Ctrl-Z>", &form)
        #expect(form.values.rows(of: "members").map(\.rawValue) == ["row1", "a", "b"])
        #expect(form.values[path] == .text("1990-03-07"))
    }

    @Test("A row that was left empty goes again; a row without a name refuses saving")
    func emptyRow() {
        var form = Samples.householdForm()
        form.focus(on: FieldPath("members"))
        guard case .openRow(let scope) = press("<Ctrl-N>", &form).last, let empty = form.rowForm(scope) else {
            Issue.record("no row was opened")
            return
        }
        #expect(form.absorb(empty) == .draftChanged)
        #expect(form.values.rows(of: "members").count == 2)
        guard case .openRow(let second) = press("<Enter>", &form).last, var row = form.rowForm(second) else {
            Issue.record("no row was opened")
            return
        }
        _ = press("<Tab><Tab>昨天<Tab>", &row)
        guard case .problems(let problems) = row.attemptSave() else {
            Issue.record("a row without a name was saved")
            return
        }
        #expect(problems.first?.message.zh == "请填写「姓名」")
        #expect(form.absorb(row) == .draftChanged)
        guard case .problems = form.attemptSave() else {
            Issue.record("saved with a nameless member")
            return
        }
        #expect(form.focus == .row("members", RowID("row2")))
    }

    @Test("The owner's words stand at a field; what it has none for is said by the declarations")
    func ownerProblems() {
        var services = Samples.services()
        services.check = { _ in
            [
                Problem(FieldPath("outcome"), .refusal, Label("限制查看的事项不写在这里。", "Not here."), rule: "RIGHTS 10"),
                Problem(nil, .warning, Label("同一户今天已有走访。", "Visited today.")),
            ]
        }
        var form = Form(title: "", type: Samples.visit, draft: FormDraft(), services: services)
        guard case .problems(let problems) = form.attemptSave() else {
            Issue.record("saved")
            return
        }
        #expect(problems.map(\.path?.rawValue) == ["outcome", "date", nil])
        #expect(problems.map(\.severity) == [.refusal, .refusal, .warning])
    }

    @Test("A phrase goes to the caret; outside a field it is refused")
    func phrase() {
        var form = Samples.visitForm()
        _ = press("2<Tab>前后<Left>", &form)
        _ = form.insert("已与物业电话联系。")
        form.focus(on: FieldPath("outcome"))
        #expect(form.values["notes"] == .text("前已与物业电话联系。后"))
        _ = press("<Tab><Tab><Tab>", &form)
        #expect(form.insert("x") == .ignored)
    }

    @Test("A large text in a field is edited in place, not copied")
    func largeText() {
        let text = String(repeating: "双方在楼道争吵一次。\n", count: 20_000)
        var form = Samples.visitForm { $0["notes"] = .text(text) }
        form.focus(on: FieldPath("notes"))
        _ = drawn(24, 80) { form.draw(into: &$0, area: $1, look: $2) }
        _ = press(String(repeating: "x", count: 100), &form)
        _ = form.idle()
        #expect(form.values["notes"].text == text + String(repeating: "x", count: 100))
    }
}
