import ArgumentParser
import Desk

/// `beatbook officers retire NAME`.
struct OfficersRetireCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "retire",
            abstract: Label("停用：今天离任，收回钥匙。", "End a term today and take the key away.").spoken,
            discussion: Label(
                "此人看过的内容应当视为已知；此后写入的内容，旧钥匙打不开。",
                "What they could read must be assumed read; nothing written from now on opens with their key."
            ).spoken)
    }

    @OptionGroup var store: StoreOptions
    @OptionGroup var officer: OfficerOption

    @Argument(help: ArgumentHelp(Label("姓名。", "The name.").spoken, valueName: "name"))
    var name: String

    func run() throws {
        let session = try Session(store, officer: officer)
        defer { session.finish() }
        let entry = try session.officer(named: name)
        try asking { () throws(DeskError) in try session.desk.retire(entry.id) }
        Console.note(Label("\(entry.name)已停用。", "\(entry.name) is retired."))
    }
}
