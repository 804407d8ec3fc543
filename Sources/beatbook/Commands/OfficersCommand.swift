import ArgumentParser
import Desk

/// `beatbook officers [list|add|key|retire|recovery]`.
struct OfficersCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "officers",
            abstract: Label("人员和钥匙：列出、增加、换钥匙、停用。", "Officers and keys: list, add, renew, retire.").spoken,
            subcommands: [
                OfficersListCommand.self, OfficersAddCommand.self, OfficersKeyCommand.self, OfficersRetireCommand.self,
                OfficersRecoveryCommand.self,
            ], defaultSubcommand: OfficersListCommand.self)
    }
}
