import ArgumentParser
import Desk

/// `beatbook passphrase`: changes one's own.
struct PassphraseCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "passphrase", abstract: Label("改自己的口令。", "Change one's own passphrase.").spoken,
            discussion: Label(
                "旧口令对旧的备份仍然有效；怀疑泄露时，请别人用 officers key 换钥匙。",
                "Copies made before still open with the old one. When it may have been seen, have somebody else renew the key with officers key."
            ).spoken)
    }

    @OptionGroup var store: StoreOptions
    @OptionGroup var officer: OfficerOption
    @OptionGroup var new: NewPassphraseOption

    func run() throws {
        let session = try Session(store, officer: officer)
        defer { session.finish() }
        guard session.desk.isSealed else { throw ClearMode.noKeys }
        let name = session.desk.person?.name ?? ""
        let passphrase = try NewPassphrase.get(new.file, for: name, option: "--new-passphrase-file")
        try asking { () throws(DeskError) in try session.desk.changePassphrase(passphrase) }
        Console.note(Label("口令已改。", "The passphrase is changed."))
    }
}
