import ArgumentParser
import Desk
import Transfer

/// `beatbook resolve ID FIELD CHOICE`.
struct ResolveCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "resolve",
            abstract: Label("决定一处冲突：选一份、都留，或另写。", "Settle a conflict: one side, both, or another text.").spoken,
            discussion: Label(
                "见 beatbook conflicts。选项：1、2……，both（都留），=文字（另写）。记录一边删除、一边修改的，字段写 record。可用 undo 撤销。",
                "See beatbook conflicts. CHOICE: 1, 2 …, both, or =TEXT. Where a record was deleted here and changed there, FIELD is record. undo takes it back."
            ).spoken)
    }

    @OptionGroup var store: StoreOptions
    @OptionGroup var officer: OfficerOption
    @OptionGroup var json: JSONOption
    @OptionGroup var reason: ReasonOption

    @Argument(help: ArgumentHelp(Label("编号。", "Identity or number.").spoken))
    var id: String

    @Argument(help: ArgumentHelp(Label("字段。", "Field.").spoken))
    var field: String

    @Argument(help: ArgumentHelp(Label("1、2……，both 或 =文字。", "1, 2 …, both or =TEXT.").spoken))
    var choice: String

    func run() throws {
        let session = try Session(store, officer: officer)
        defer { session.finish() }
        let (record, type) = try session.opened(id, reason: reason.text, includingDeleted: true)
        let conflicts = try asking { () throws(DeskError) in try session.desk.conflicts(in: record.id) }
        guard let conflict = ConflictName.conflict(field, among: conflicts) else {
            throw Self.none(session.name(of: record), field, conflicts)
        }
        let decision = try decision(on: conflict, session)
        let settled = try asking(type: type, values: record.values) { () throws(DeskError) in
            try session.desk.resolve(conflict, decision)
        }
        if json.isOn {
            Console.json(RecordLines().object(settled, type))
        } else {
            Console.out(session.name(of: settled))
        }
        let caption = session.caption(of: settled)
        Console.note(
            settled.isDeleted
                ? Label("已决定，记录删除：\(caption.zh)", "Settled, and deleted: \(caption.en)")
                : Label("已决定：\(caption.zh)", "Settled: \(caption.en)"))
    }

    private func decision(on conflict: Conflict, _ session: Session) throws(CommandFailure) -> Conflict.Choice {
        let text = choice
        if text.lowercased() == "both" || text == "都留" { return .both }
        if let sign = text.first, sign == "=" || sign == "＝" {
            guard let field = conflict.field else {
                throw CommandFailure(
                    .usage,
                    Label("这一处只能选 1 或 2（删除，或保留）。", "Here the choice is 1 or 2: delete it, or keep it."))
            }
            return .value(try FieldReader(desk: session.desk).value(String(text.dropFirst()), in: field))
        }
        guard let number = Int(text), conflict.versions.indices.contains(number - 1) else {
            throw CommandFailure(
                .usage,
                Label(
                    "看不懂“\(text)”。写 1 到 \(conflict.versions.count)、both 或 =文字，见 beatbook conflicts。",
                    "“\(text)” is not understood. Write 1 to \(conflict.versions.count), both or =TEXT; see beatbook conflicts."
                ))
        }
        return .version(number - 1)
    }

    private static func none(_ name: String, _ field: String, _ conflicts: [Conflict]) -> CommandFailure {
        let names = conflicts.map { ConflictName.text(of: $0) }
        return CommandFailure(
            .refused,
            names.isEmpty
                ? Label("\(name) 没有等人决定的冲突。", "\(name) has no conflict to settle.")
                : Label(
                    "\(name) 的“\(field)”没有冲突。有冲突的是：\(names.joined(separator: "、"))",
                    "“\(field)” of \(name) is not in conflict. In conflict are: \(names.joined(separator: ", "))"))
    }
}
