import ArgumentParser
import Desk

/// `beatbook restore ID`.
struct RestoreCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "restore", abstract: Label("恢复一条删除的记录。", "Bring a deleted record back.").spoken)
    }

    @OptionGroup var store: StoreOptions
    @OptionGroup var officer: OfficerOption
    @OptionGroup var json: JSONOption

    @Argument(help: ArgumentHelp(Label("编号。", "Identity or number.").spoken))
    var id: String

    func run() throws {
        let session = try Session(store, officer: officer)
        defer { session.finish() }
        let (record, type) = try session.record(id, includingDeleted: true)
        guard record.isDeleted else {
            throw CommandFailure(
                .refused, Label("这条记录没有删除，不用恢复。", "This record is not deleted; there is nothing to restore."))
        }
        try asking(type: type) { () throws(DeskError) in try session.desk.restore(record.id) }
        let restored = try session.record(record.id.rawValue).0
        Entry(session: session, type: type, isJSON: json.isOn).answer(restored)
        let caption = session.caption(of: restored)
        Console.note(Label("已恢复：\(caption.zh)", "Restored: \(caption.en)"))
    }
}
