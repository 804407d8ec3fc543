import ArgumentParser
import Desk
import Printing

/// Takes records out for good, after a preview.
struct EraseCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "erase",
            abstract: Label(
                "依法删除：从所有文件里清除，不能恢复。", "Erase for good, from every file; nothing brings it back."
            ).spoken)
    }

    @OptionGroup var store: StoreOptions
    @OptionGroup var officer: OfficerOption
    @OptionGroup var json: JSONOption

    @Argument(help: ArgumentHelp(Label("编号，可写多个。", "Identities or numbers.").spoken))
    var ids: [String] = []

    @Option(
        help: ArgumentHelp(
            Label("依据，如“本人申请”“保留期满”；不写姓名。", "Why, such as “own request”; name nobody.").spoken,
            valueName: "text"))
    var basis: String?

    @Option(
        help: ArgumentHelp(
            Label("只删一行：字段名.行号，如 parties.2。", "Only one row: field.row, such as parties.2.").spoken, valueName: "row"))
    var row: String?

    @Flag(help: ArgumentHelp(Label("全部到期的记录。", "Everything that is due.").spoken))
    var due = false

    @Flag(help: ArgumentHelp(Label("看过预览，确认删除。", "The preview was read; erase.").spoken))
    var yes = false

    func run() throws {
        let session = try Session(store, officer: officer)
        defer { session.finish() }
        let plan = try plan(session)
        show(plan, session)
        guard yes else {
            Console.note(
                Label(
                    "这是预览，没有删除。确认请加 --yes，并用 --basis 写明依据。",
                    "This is a preview; nothing was erased. To erase, add --yes and say why with --basis."))
            return
        }
        guard let basis else {
            throw CommandFailure(.usage, Label("请用 --basis 写明删除依据。", "Say why with --basis."))
        }
        let left = try asking { () throws(DeskError) in try session.desk.erase(plan, basis: basis) }
        Console.note(
            Label(
                "已依法删除 \(plan.items.count) 条，\(plan.values) 个值。",
                "Erased \(plan.items.count) records, \(plan.values) values."))
        if let left { Console.note(left) }
        Console.note(Desk.erasureLimits)
    }

    private func plan(_ session: Session) throws -> ErasurePlan {
        guard !due else {
            let ids = try asking { () throws(DeskError) in try session.desk.retentionDue() }.map(\.id)
            guard !ids.isEmpty else {
                throw CommandFailure(.refused, Label("没有到期的记录。", "Nothing is due."))
            }
            return try asking { () throws(DeskError) in try session.desk.erasurePlan(of: ids) }
        }
        guard !ids.isEmpty else {
            throw CommandFailure(.usage, Label("请写明编号，或用 --due。", "Name a record, or use --due."))
        }
        var records: [RecordID] = []
        var path: FieldPath?
        for id in ids {
            let (record, type) = try session.record(id, includingDeleted: true)
            records.append(record.id)
            guard let row else { continue }
            guard ids.count == 1 else {
                throw CommandFailure(.usage, Label("--row 只用于一条记录。", "--row is for one record."))
            }
            path = try life(of: row, in: record, type)
        }
        return try asking { () throws(DeskError) in try session.desk.erasurePlan(of: records, row: path) }
    }

    private func life(of text: String, in record: Record, _ type: RecordType) throws(CommandFailure) -> FieldPath {
        let parts = text.split(separator: ".")
        if parts.count == 2, let field = type.fields.first(where: { $0.key == parts[0] || $0.label.zh == parts[0] }),
            let number = Int(parts[1])
        {
            let rows = record.values.rows(of: field.key)
            if rows.indices.contains(number - 1) { return FieldPath(field.key, row: rows[number - 1]) }
        }
        throw CommandFailure(
            .usage, Label("没有这一行：\(text)。写法如 parties.2。", "There is no such row: \(text). Write it like parties.2."))
    }

    private func show(_ plan: ErasurePlan, _ session: Session) {
        if json.isOn {
            for item in plan.items {
                Console.json(
                    .object([
                        .init("record", item.scope.record.stored), .init("type", .text(item.type.id.rawValue)),
                        .init("row", item.scope.row.map { .text($0.rawValue) } ?? .null),
                        .init("title", .text(item.title)), .init("values", .number(item.values)),
                        .init("older", .number(item.older)),
                        .init("kept_until", item.end.map { $0.day.stored } ?? .null),
                    ]))
            }
            return
        }
        var table = TextTable([], whole: [2, 3])
        for item in plan.items {
            table.add([
                item.type.label.spoken, item.title,
                Label("现值 \(item.values)", "\(item.values) values").spoken,
                Label("历史 \(item.older)", "\(item.older) older").spoken, item.end?.label.spoken ?? "",
            ])
        }
        Layout.print(table)
        Console.out(
            Label(
                "共 \(plan.values) 个值，涉及 \(plan.files.count) 个文件；\(plan.references) 条其他记录的引用将显示“已依法删除”。",
                "\(plan.values) values in \(plan.files.count) files; \(plan.references) other records point here and will say “Erased”."
            ).spoken)
        for file in plan.files { Console.out("    " + file) }
    }
}
