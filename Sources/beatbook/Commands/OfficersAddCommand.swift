import ArgumentParser
import Desk

/// `beatbook officers add NAME --role ROLE`.
struct OfficersAddCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "add", abstract: Label("增加一名人员，并设口令。", "Take somebody into office, with a passphrase.").spoken)
    }

    @OptionGroup var store: StoreOptions
    @OptionGroup var officer: OfficerOption
    @OptionGroup var new: NewPassphraseOption

    @Argument(help: ArgumentHelp(Label("姓名。", "The name.").spoken, valueName: "name"))
    var name: String

    @Option(
        help: ArgumentHelp(
            Label("身份：1 民警，2 辅警，3 调解员，4 所领导。", "Role: 1 beat officer, 2 auxiliary, 3 mediator, 4 leader.").spoken))
    var role: String

    func run() throws {
        let session = try Session(store, officer: officer)
        defer { session.finish() }
        let desk = session.desk
        let type = Officer.type
        var edit = ValueEdit(newRecordOf: type, desk)
        try edit.set(try Assignment("name=\(name)"))
        try edit.set(try Assignment("role=\(role)"))
        edit.complete()
        try Entry(session: session, type: type, isJSON: false).check(edit, base: nil)
        let plain = edit.values[Officer.name] ?? name
        let passphrase =
            desk.isSealed ? try NewPassphrase.get(new.file, for: plain, option: "--new-passphrase-file") : nil
        let record = try asking(type: type, values: edit.values) { () throws(DeskError) in
            try desk.addOfficer(edit.values, passphrase: passphrase)
        }
        Console.out(record.id.rawValue)
        Console.note(Label("已增加：\(plain)。", "Added: \(plain)."))
    }
}
