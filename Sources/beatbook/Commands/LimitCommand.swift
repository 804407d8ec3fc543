import ArgumentParser
import Desk

/// Limits the use of a record, or ends that.
struct LimitCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "limit",
            abstract: Label(
                "限制处理：不列出、不查到、不提醒，可随时解除。", "Limit the use of a record: in no list, search or reminder, until ended."
            ).spoken)
    }

    @OptionGroup var store: StoreOptions
    @OptionGroup var officer: OfficerOption
    @OptionGroup var json: JSONOption

    @Argument(help: ArgumentHelp(Label("编号；不写则列出。", "Identity or number; without it they are listed.").spoken))
    var id: String?

    @Option(help: ArgumentHelp(Label("依据，如“本人申请”；不写姓名。", "Why; name nobody.").spoken, valueName: "text"))
    var basis: String?

    @Flag(name: .customLong("end"), help: ArgumentHelp(Label("解除限制。", "End the limit.").spoken))
    var ends = false

    func run() throws {
        let session = try Session(store, officer: officer)
        defer { session.finish() }
        guard let id else {
            let limited = try asking { () throws(DeskError) in try session.desk.limited() }
            try session.takeOut(limited, isJSON: json.isOn)
            for record in limited {
                if json.isOn {
                    Console.json(
                        .object([
                            .init("record", record.id.stored),
                            .init("type", record.type.map { .text($0.rawValue) } ?? .null),
                            .init("basis", record.limit.map { .text($0.basis) } ?? .null),
                        ]))
                } else {
                    Console.out("\(record.id.rawValue)  \(session.caption(of: record).spoken)")
                }
            }
            return
        }
        let (record, _) = try session.record(id)
        let caption = session.caption(of: record)
        if ends {
            try asking { () throws(DeskError) in try session.desk.endLimit(record.id) }
            Console.note(Label("已解除限制：\(caption.zh)", "The limit is ended: \(caption.en)"))
            return
        }
        guard let basis else { throw CommandFailure(.usage, Label("请用 --basis 写明依据。", "Say why with --basis.")) }
        try asking { () throws(DeskError) in try session.desk.limit(record.id, basis: basis) }
        Console.note(
            Label(
                "已限制处理：\(caption.zh)。解除：beatbook limit \(record.id.rawValue) --end",
                "Its use is limited: \(caption.en). To end that: beatbook limit \(record.id.rawValue) --end"))
    }
}
