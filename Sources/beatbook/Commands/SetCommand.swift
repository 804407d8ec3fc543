import ArgumentParser
import Desk
import Transfer

/// `beatbook set ID FIELD=VALUE …`.
struct SetCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "set",
            abstract: Label("修改一条记录；值留空即清空。", "Change a record; an empty value empties the field.").spoken)
    }

    @OptionGroup var store: StoreOptions
    @OptionGroup var officer: OfficerOption
    @OptionGroup var json: JSONOption
    @OptionGroup var reason: ReasonOption

    @Argument(help: ArgumentHelp(Label("编号。", "Identity or number.").spoken))
    var id: String

    @Argument(help: ArgumentHelp(Label("字段=值，或“-”。", "FIELD=VALUE, or “-”.").spoken, valueName: "field=value"))
    var values: [String]

    func run() throws {
        let lines = values.contains("-") ? try Entry.linesOfInput() : nil
        let session = try Session(store, officer: officer)
        defer { session.finish() }
        let (record, type) = try session.opened(id, reason: reason.text)
        let entry = Entry(session: session, type: type, isJSON: json.isOn)
        var edit = ValueEdit(record, type, session.desk)
        if let lines {
            guard let line = lines.first, lines.count == 1 else {
                throw CommandFailure(
                    .usage, Label("set 一次只改一条，请只给一个对象。", "set changes one record: give one object."))
            }
            for member in line.values { try edit.set(member) }
        }
        for argument in values where argument != "-" { try edit.set(try Assignment(argument)) }
        edit.complete()
        guard edit.values != record.values else {
            entry.answer(record)
            return Console.note(Label("没有变化，不必保存。", "Nothing changed, nothing was saved."))
        }
        try entry.check(edit, base: record)
        try entry.save(edit, base: record)
    }
}
