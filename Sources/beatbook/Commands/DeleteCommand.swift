import ArgumentParser
import Desk

/// `beatbook delete ID`.
struct DeleteCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "delete",
            abstract: Label("删除一条记录；restore 可恢复。", "Delete a record; restore brings it back.").spoken)
    }

    @OptionGroup var store: StoreOptions
    @OptionGroup var officer: OfficerOption
    @OptionGroup var json: JSONOption

    @Argument(help: ArgumentHelp(Label("编号。", "Identity or number.").spoken))
    var id: String

    func run() throws {
        let session = try Session(store, officer: officer)
        defer { session.finish() }
        let (record, type) = try session.record(id)
        let caption = session.caption(of: record)
        try asking(type: type) { () throws(DeskError) in try session.desk.delete(record.id) }
        let deleted = try session.record(record.id.rawValue, includingDeleted: true).0
        Entry(session: session, type: type, isJSON: json.isOn).answer(deleted)
        Console.note(
            Label(
                "已删除：\(caption.zh)。恢复：beatbook restore \(session.name(of: record))",
                "Deleted: \(caption.en). To bring it back: beatbook restore \(session.name(of: record))"))
    }
}
