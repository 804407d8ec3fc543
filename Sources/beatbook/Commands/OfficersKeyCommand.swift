import ArgumentParser
import Desk

/// `beatbook officers key NAME [--recovery]`: a new key under a new passphrase.
struct OfficersKeyCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "key",
            abstract: Label("换钥匙和口令：忘了口令，或口令可能泄露。", "Renew a key: the passphrase is lost or may have been seen.").spoken
        )
    }

    @OptionGroup var store: StoreOptions
    @OptionGroup var officer: OfficerOption
    @OptionGroup var new: NewPassphraseOption

    @Argument(help: ArgumentHelp(Label("姓名。", "The name.").spoken, valueName: "name"))
    var name: String

    @Flag(
        help: ArgumentHelp(
            Label("用恢复码打开（口令文件里写恢复码）。", "Open with the recovery code (the passphrase file holds it).").spoken))
    var recovery = false

    func run() throws {
        let session = try Session(path: try StorePlace.path(store.store))
        guard session.desk.isSealed else { throw ClearMode.noKeys }
        if recovery {
            try session.recover(store, name: officer.name ?? name)
        } else {
            try session.unlock(store, name: officer.name)
        }
        defer { session.finish() }
        let entry = try session.officer(named: name)
        guard recovery || entry.id != session.desk.person?.id else {
            throw CommandFailure(
                .refused,
                Label("自己的口令用 beatbook passphrase 改。", "One's own passphrase is changed with beatbook passphrase."))
        }
        let passphrase = try NewPassphrase.get(new.file, for: entry.name, option: "--new-passphrase-file")
        try asking { () throws(DeskError) in try session.desk.renewKey(of: entry.id, passphrase: passphrase) }
        Console.note(Label("\(entry.name)的钥匙已换。", "\(entry.name) has a new key."))
    }
}
