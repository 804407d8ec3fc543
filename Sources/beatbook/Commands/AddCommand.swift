import ArgumentParser
import Desk
import Transfer

/// `beatbook add TYPE [FIELD=VALUE … | -]`.
struct AddCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "add", abstract: Label("新增一条记录。", "Add a record.").spoken,
            discussion: Label(
                """
                值的写法与表单相同：编码、中文名或拼音首字母（outcome=见面），日期 昨天、-1、0903，金额 800.50 元，
                多个值用、或逗号分开，子表 parties[0].name=…。“-”从标准输入读 JSON，每行一个对象，全部通过检查才保存。
                """,
                """
                Values are written as in the form: a code, its label or pinyin initials (outcome=1), days such as yesterday, -1, 0903,
                money in yuan (800.50), several values with commas, a sub-table as parties[0].name=…. “-” reads JSON from standard
                input, one object to a line; nothing is saved unless all of it passes the checks.
                """
            ).spoken)
    }

    @OptionGroup var store: StoreOptions
    @OptionGroup var officer: OfficerOption
    @OptionGroup var json: JSONOption

    @Argument(help: ArgumentHelp(Label("记录种类，见 beatbook types。", "What to add; see beatbook types.").spoken))
    var type: String

    @Argument(help: ArgumentHelp(Label("字段=值，或“-”。", "FIELD=VALUE, or “-”.").spoken, valueName: "field=value"))
    var values: [String] = []

    func run() throws {
        let type = try Session.type(type)
        // What a pipe brings is read first: whoever writes into it may be reading the same notebook.
        let lines = values.contains("-") ? try Entry.linesOfInput() : nil
        let session = try Session(store, officer: officer)
        defer { session.finish() }
        let entry = Entry(session: session, type: type, isJSON: json.isOn)
        guard let lines else {
            var edit = ValueEdit(newRecordOf: type, session.desk)
            for argument in values { try edit.set(try Assignment(argument)) }
            edit.complete()
            try entry.check(edit, base: nil)
            return try entry.save(edit, base: nil)
        }
        let given = try values.filter { $0 != "-" }.map { argument in try Assignment(argument) }
        var edits: [ValueEdit] = []
        for line in lines {
            do throws(CommandFailure) {
                edits.append(try edit(line, given, type, entry))
            } catch {
                guard lines.count > 1 else { throw error }
                let place = Label("第 \(line.line) 行，什么也没有保存：", "Line \(line.line); nothing was saved:")
                throw CommandFailure(error.status, lines: [place] + error.lines)
            }
        }
        // What is read together is taken back together.
        let batch = edits.count > 1 ? "lines-\(session.desk.newRowID())" : nil
        for edit in edits { try entry.save(edit, base: nil, batch: batch) }
    }

    private func edit(
        _ line: RecordLine, _ given: [Assignment], _ type: RecordType, _ entry: Entry
    ) throws(CommandFailure) -> ValueEdit {
        if let named = line.type, named != type.id.rawValue {
            throw CommandFailure(
                .usage,
                Label("这个对象是 \(named)，不是 \(type.id)。", "This object is a \(named), not a \(type.id)."))
        }
        var edit = ValueEdit(newRecordOf: type, entry.session.desk)
        // The number is given here, not copied: two records may not share one.
        for member in line.values where member.name != "number" || line.type == nil { try edit.set(member) }
        for assignment in given { try edit.set(assignment) }
        edit.complete()
        try entry.check(edit, base: nil)
        return edit
    }
}
