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
                "见 beatbook conflicts。选项：1、2……，both（都留），=文字（另写）。记录一边删除、一边修改的，字段写 record；登记了两次的，选 1、2、both 或 two（不是同一个）；写在已并掉的一条下的，字段写 merged，选 1；编号，选由谁保留或 next。可用 undo 撤销。",
                "See beatbook conflicts. CHOICE: 1, 2 …, both, or =TEXT. Where a record was deleted here and changed there, FIELD is record. Entered twice: 1, 2, both, or two (they are two). About a merged record: FIELD is merged, CHOICE 1. Numbers: who keeps it, or next. undo takes it back."
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
        let items = try asking { () throws(DeskError) in try session.desk.inbox(of: record.id) }
        let conflicts = items.compactMap { if case .conflict(let conflict) = $0 { conflict } else { nil } }
        guard let conflict = ConflictName.conflict(field, among: conflicts) else {
            guard let other = items.first(where: { Self.isNamed(field, $0) }) else {
                throw Self.none(session.name(of: record), field, conflicts)
            }
            return try settle(other, record, session)
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

    private static func isNamed(_ field: String, _ item: InboxItem) -> Bool {
        switch item {
        case .conflict: false
        case .twins(let twins): ConflictName.text(of: twins) == field
        case .number(let question): question.path.rawValue == field
        case .strays: field == ConflictName.merged
        }
    }

    /// Settles what is no conflict of values.
    ///
    /// Two that look like one: whose values stand, or that they are two. A number: who keeps it, or that all get the next one.
    private func settle(_ item: InboxItem, _ record: Record, _ session: Session) throws(CommandFailure) {
        var record = record
        let place = Int(choice).map { $0 - 1 }
        switch item {
        case .conflict: return
        case .twins(let twins):
            switch choice.lowercased() {
            case "two", "apart": try asking { () throws(DeskError) in try session.desk.keepApart(twins) }
            case "1", "2", "both":
                var choices = twins.proposal
                for difference in twins.differences {
                    let isJoined = choice == "both" && difference.both != nil
                    choices[difference.path] = isJoined ? .both : choice == "2" ? .second : .first
                }
                record = try asking { () throws(DeskError) in try session.desk.merge(twins, choices: choices) }
            default:
                throw CommandFailure(
                    .usage,
                    Label(
                        "看不懂“\(choice)”。写 1 或 2（并成一条，用哪一条的值）、both（都留），或 two（不是同一个）。",
                        "“\(choice)” is not understood. Write 1 or 2 (merge, with whose values), both, or two (they are two)."
                    ))
            }
        case .strays(let strays):
            guard place == 0 else {
                throw CommandFailure(
                    .usage,
                    Label(
                        "看不懂“\(choice)”。写 1（改到并入的一条）。",
                        "“\(choice)” is not understood. Write 1 (move to the one that stands)."))
            }
            try asking { () throws(DeskError) in try session.desk.follow(strays) }
            record = (try? session.desk.record(record.id)) ?? record
        case .number(let question):
            guard choice.lowercased() == "next" || place.map(question.records.indices.contains) == true else {
                throw CommandFailure(
                    .usage,
                    Label(
                        "看不懂“\(choice)”。写 1 到 \(question.records.count)（由它保留），或 next（都换成下一个号）。",
                        "“\(choice)” is not understood. Write 1 to \(question.records.count) (keeps it), or next (all get the next one)."
                    ))
            }
            try asking { () throws(DeskError) in try session.desk.settle(question, keeping: place) }
        }
        Console.out(session.name(of: record))
        let caption = session.caption(of: record)
        Console.note(Label("已决定：\(caption.zh)", "Settled: \(caption.en)"))
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
