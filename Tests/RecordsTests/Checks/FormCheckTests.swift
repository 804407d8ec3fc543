import Records
import Testing

struct FormCheckTests {
    private let today = CalendarDay(year: 2026, month: 11, day: 21)!
    private let table = CodeTable(id: "t", rows: [.init("1", Label("一", "One")), .init("2", Label("二", "Two"))])
    private var type: RecordType {
        RecordType(
            id: "sample", label: Label("样例", "Sample"), describesPerson: false,
            sections: [
                .init(
                    Label("全部", "All"),
                    [
                        FieldSpec("name", Label("名称", "Name"), .text, required: .always),
                        FieldSpec("choice", Label("选项", "Choice"), .choice(table)),
                        FieldSpec("notes", Label("记要", "Notes"), .longText, required: .equals("choice", .text("2"))),
                        FieldSpec("hidden", Label("隐藏", "Hidden"), .day, required: .always, visible: .isSet("never")),
                        FieldSpec("day", Label("日期", "Day"), .day), FieldSpec("time", Label("时间", "Time"), .time),
                        FieldSpec("money", Label("金额", "Money"), .money),
                        FieldSpec("phone", Label("电话", "Phone"), .phone),
                        FieldSpec("id", Label("身份号码", "ID"), .idNumber),
                        FieldSpec("never", Label("从不", "Never"), .yesNo),
                        FieldSpec(
                            "rows", Label("各方", "Parties"),
                            .rows([FieldSpec("name", Label("姓名", "Name"), .personName, required: .always)])),
                    ])
            ], title: ["name"], order: .natural(["name"]),
            constraints: [Constraint(.notAfter("day", "time"), Label("不会失败", "Never fails"))])
    }

    private func problems(_ change: (inout FieldValues) -> Void, previous: FieldValues? = nil) -> [Problem] {
        var values = FieldValues()
        values["name"] = .text("样例")
        change(&values)
        return FormCheck.problems(in: values, of: type, previous: previous, today: today)
    }

    @Test("A form that is in order has no problem, and what is hidden is not asked for")
    func inOrder() {
        #expect(problems { _ in }.isEmpty)
    }

    @Test("A missing field is named in both languages")
    func missing() throws {
        let problem = try #require(problems { $0["name"] = .text("　 ") }.first)
        #expect(problem.message == Label("请填写「名称」", "Fill in “Name”"))
        #expect(problem.path == FieldPath("name"))
        #expect(problem.severity == .refusal)
    }

    @Test("A field that another makes necessary is asked for")
    func conditional() {
        #expect(problems { $0["choice"] = .text("1") }.isEmpty)
        #expect(problems { $0["choice"] = .text("2") }.map(\.path) == [FieldPath("notes")])
    }

    @Test(
        "A value of the wrong kind is refused",
        arguments: [
            ("choice", Value.text("7")), ("day", .text("2026-02-30")), ("day", .number(3)), ("time", .text("25:00")),
            ("money", .number(-1)), ("money", .text("5")), ("phone", .text("12")), ("never", .text("yes")),
            ("id", .text("123")), ("id", .text("000000198502290025")),
        ])
    func wrongKind(key: String, value: Value) {
        let found = problems { $0[key] = value }
        #expect(found.contains { $0.path == FieldPath(key) && $0.severity == .refusal })
    }

    @Test("A wrong check character warns only: cards with wrong numbers exist")
    func wrongCheck() {
        let found = problems { $0["id"] = .text("000000197001010029") }
        #expect(found.map(\.severity) == [.warning])
    }

    @Test("A cell is named with its row")
    func rows() throws {
        let row = RowID("r1")
        let found = problems { $0.addRow(row, to: "rows") }
        #expect(try #require(found.first).message.zh == "请填写「各方」第1行的「姓名」")
        #expect(found.first?.path == FieldPath("rows", row: row, cell: "name"))
    }

    @Test("A field that the type does not have is refused when it is new, and left alone when it was there")
    func unknown() {
        var before = FieldValues()
        before["name"] = .text("样例")
        before["newer"] = .text("later version")
        #expect(problems { $0["newer"] = .text("later version") }.count == 1)
        #expect(problems({ $0["newer"] = .text("later version") }, previous: before).isEmpty)
    }

    @Test("A character that would steer a terminal is refused by name; line ends in a name too")
    func controlCharacters() throws {
        for text in ["张\u{1B}[31m", "张\n三", "\u{202E}三张", "\u{9B}m"] {
            let found = problems { $0["name"] = .text(text) }
            #expect(found.contains { $0.message.zh.contains("控制字符") })
        }
        #expect(!problems { $0["name"] = .text("哈丽曼·托合提江") }.contains { $0.message.zh.contains("控制字符") })
    }
}
