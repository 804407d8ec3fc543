import Interface
import Records
import TestSupport

/// A fictional visit, as the sketches show it.
enum Samples {
    static let today = CalendarDay(year: 2026, month: 11, day: 21) ?? CalendarDay(ordinal: 0)

    static let outcomes = CodeTable(
        id: "visit_outcome",
        rows: [
            .init("met", Label("见面·无新情况", "Met, nothing new")), .init("notes", Label("见面·有记要", "Met, with notes")),
            .init("absent", Label("未见面", "Not met")), .init("later", Label("改约", "Another day")),
            .init("declined", Label("谢绝", "Declined")),
        ])

    static let topics = CodeTable(
        id: "topic",
        rows: [
            .init("service", Label("服务", "Service")), .init("dispute", Label("纠纷", "Dispute")),
            .init("hazard", Label("隐患", "Hazard")), .init("proposal", Label("提案", "Proposal")),
        ])

    static let visit = RecordType(
        id: "visit", label: Label("走访", "Visit"), describesPerson: false,
        sections: [
            .init(
                Label("走访", "Visit"),
                [
                    FieldSpec("outcome", Label("结果", "Outcome"), .choice(outcomes), required: .always),
                    FieldSpec(
                        "notes", Label("谈话记要", "Notes"), .longText, required: .equals("outcome", .text("notes")),
                        help: Label("只记事实和诉求，不评价人。", "Facts and requests only; no judgement of people.")),
                    FieldSpec(
                        "again", Label("改约到", "Again on"), .day, required: .always,
                        visible: .equals("outcome", .text("later"))),
                    FieldSpec("topics", Label("反映事项", "Topics"), .choices(topics)),
                    FieldSpec("date", Label("日期", "Date"), .day, required: .always, isFolded: true),
                    FieldSpec("start", Label("开始", "Start"), .time, isFolded: true),
                    FieldSpec(
                        "end", Label("结束", "End"), .time,
                        constraints: [
                            Constraint(.notAfter("start", "end"), Label("结束早于开始，请改一个时间。", "It ends before it starts."))
                        ], isFolded: true),
                    FieldSpec("officers", Label("走访人", "Officers"), .references("officer"), isFolded: true),
                    FieldSpec("page", Label("手写本", "Paper book"), .number(unit: Label("页", "p.")), isFolded: true),
                ])
        ], title: [], order: .newest(["date"]))

    static let household = RecordType(
        id: "household", label: Label("户", "Household"), describesPerson: true,
        sections: [
            .init(
                Label("住址", "Address"),
                [
                    FieldSpec("address", Label("门牌", "Door"), .address, required: .always),
                    FieldSpec("owned", Label("自有", "Owned"), .yesNo),
                    FieldSpec("phone", Label("电话", "Phone"), .phone, sensitivity: .masked),
                    FieldSpec("rent", Label("月租", "Rent"), .money),
                ]),
            .init(
                Label("成员", "Members"),
                [
                    FieldSpec(
                        "members", Label("家庭成员", "Members"),
                        .rows([
                            FieldSpec("name", Label("姓名", "Name"), .personName, required: .always),
                            FieldSpec("id", Label("身份证号", "ID number"), .idNumber, sensitivity: .masked),
                            FieldSpec("born", Label("出生", "Born"), .day),
                        ]), required: .always)
                ]),
        ], title: ["address"], order: .natural(["address"]))

    static let officers = [
        Candidate(RecordID("o1"), title: "苏行简", detail: "民警"), Candidate(RecordID("o2"), title: "辅警二", detail: "辅警"),
        Candidate(RecordID("o3"), title: "苏万里", detail: "民警 · 枫溪街"),
    ]

    static func services() -> FormServices {
        var number = 0
        return FormServices(
            clock: EntryClock(today: today),
            lookup: { _, text in officers.filter { TextMatcher.pinyin.matches($0.title, text) } },
            name: { id in officers.first { $0.id == id }?.title ?? id.rawValue },
            checkText: { field, text in
                guard field.kind == .idNumber, text.count == 18, text.last != "X" else { return nil }
                return Label("校验位不对，请核对号码。", "The check digit is wrong.")
            },
            newRow: {
                number += 1
                return RowID("row\(number)")
            })
    }

    static func visitForm(_ change: (inout FieldValues) -> Void = { _ in }) -> Form {
        var values = FieldValues()
        values["date"] = .text("2026-11-21")
        values["start"] = .text("14:10")
        values["end"] = .text("14:30")
        values["officers"] = .list([.text("o1"), .text("o2")])
        values["page"] = .number(46)
        change(&values)
        return Form(
            title: "新走访 · 老榆里3号楼602 区文谦", type: visit, draft: FormDraft(values: values), services: services())
    }

    static func householdForm() -> Form {
        var values = FieldValues()
        values["address"] = .text("老榆里3号楼2单元501室")
        values["phone"] = .text("13800001234")
        for (row, name) in [("a", "单翠萍"), ("b", "𠮷田悦")] {
            values.addRow(RowID(row), to: "members")
            values[FieldPath("members", row: RowID(row), cell: "name")] = .text(name)
        }
        return Form(title: "户 · 老榆里3号楼501", type: household, draft: FormDraft(values: values), services: services())
    }
}
