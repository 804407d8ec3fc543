import ArgumentParser
import Desk

/// `beatbook officers [list|add|key|retire]`.
struct OfficersCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "officers",
            abstract: Label("人员和钥匙：列出、增加、换钥匙、停用。", "Officers and keys: list, add, renew, retire.").spoken,
            subcommands: [
                OfficersListCommand.self, OfficersAddCommand.self, OfficersKeyCommand.self, OfficersRetireCommand.self,
            ], defaultSubcommand: OfficersListCommand.self)
    }

    /// The officer that is meant.
    static func find(_ name: String, _ session: Session) throws(CommandFailure) -> OfficerEntry {
        let all = try asking { () throws(DeskError) in try session.desk.officers() }
        let found = all.filter { $0.isActive && ($0.name == name || $0.id.rawValue == name) }
        guard let one = found.first, found.count == 1 else {
            throw CommandFailure(
                .refused,
                found.isEmpty
                    ? Label(
                        "“\(name)”不是在任人员。用 beatbook officers 查看。",
                        "“\(name)” is nobody in office. See beatbook officers.")
                    : Label(
                        "“\(name)”不止一人，请用编号。用 beatbook officers --json 查看。",
                        "“\(name)” is more than one person: use the identity. See beatbook officers --json."))
        }
        return one
    }
}

/// Where a new passphrase comes from.
struct NewPassphraseOption: ParsableArguments {
    @Option(
        name: .customLong("new-passphrase-file"),
        help: ArgumentHelp(
            Label("新口令所在的文件（第一行）。", "The file whose first line is the new passphrase.").spoken, valueName: "file"))
    var file: String?
}
