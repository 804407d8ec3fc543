import ArgumentParser
import Desk
import Printing
import Transfer

/// `beatbook list TYPE [--where FIELD=VALUE] [--sort FIELD] [--limit N]`.
struct ListCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list", abstract: Label("列出一种记录。", "List the records of a type.").spoken)
    }

    @OptionGroup var store: StoreOptions
    @OptionGroup var officer: OfficerOption
    @OptionGroup var json: JSONOption
    @OptionGroup var reveal: RevealOption

    @Argument(help: ArgumentHelp(Label("记录种类。", "What to list.").spoken))
    var type: String

    @Option(
        name: .customLong("where"),
        help: ArgumentHelp(
            Label("只列字段等于这个值的；值留空是没有填的；可写多次。", "Only where the field has this value; empty for none; may be repeated.")
                .spoken,
            valueName: "field=value"))
    var conditions: [String] = []

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            Label("按这个字段排序；前面加 - 倒过来。", "Order by this field; with - in front, last to first.").spoken,
            valueName: "field"))
    var sort: String?

    @Option(help: ArgumentHelp(Label("最多列几条，默认 100。", "How many at most; 100 unless said.").spoken))
    var limit = 100

    @Flag(help: ArgumentHelp(Label("列已删除的。", "List the deleted ones.").spoken))
    var deleted = false

    func validate() throws {
        guard limit > 0 else { throw ValidationError(Label("--limit 要大于 0。", "--limit must be over 0.").spoken) }
    }

    func run() throws {
        let type = try Session.type(type)
        let session = try Session(store, officer: officer)
        defer { session.finish() }
        let records: [Record]
        let count: Int
        if deleted {
            guard conditions.isEmpty, sort == nil else {
                throw CommandFailure(
                    .usage, Label("--deleted 不能和 --where、--sort 同用。", "--deleted goes with neither --where nor --sort.")
                )
            }
            let all = try asking { () throws(DeskError) in try session.desk.deleted(type.id) }
            (records, count) = (Array(all.prefix(limit)), all.count)
        } else {
            let query = try ListReader(desk: session.desk, type: type).query(conditions, sort: sort)
            let most = HouseholdList.most(limit, of: type, isFiltered: !conditions.isEmpty, session)
            let page = try asking { () throws(DeskError) in try session.desk.list(query, limit: most) }
            (records, count) = (page.records, page.count)
            if most < limit, count > most, json.isOn { throw HouseholdList.tooMany(count) }
        }
        guard count > 0 else { throw CommandFailure(.refused, Label("没有符合的记录。", "No record matches.")) }
        if reveal.isOn { try asking { () throws(DeskError) in try session.desk.reveal(records) } }
        try session.takeOut(records, isJSON: json.isOn)
        if json.isOn {
            let lines = RecordLines(showsMasked: reveal.isOn)
            for record in records { Console.json(lines.object(record, type)) }
        } else {
            RecordTable.show(records, type, session, showsMasked: reveal.isOn)
        }
        if count > records.count, records.count < limit {
            Console.note(HouseholdList.tooMany(count).lines[0])
        } else if count > records.count {
            Console.note(
                Label(
                    "列出 \(records.count) 条，共 \(count) 条。用 --limit 多列，用 --where 缩小范围。",
                    "\(records.count) of \(count) shown. --limit shows more, --where fewer."))
        }
    }
}
