import ArgumentParser
import Desk

/// `beatbook officers recovery`: another recovery code.
struct OfficersRecoveryCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "recovery",
            abstract: Label(
                "换恢复码：纸丢了、用过了，或可能被人看过。", "Renew the recovery code: the paper is lost, was used, or may have been seen."
            ).spoken)
    }

    @OptionGroup var store: StoreOptions
    @OptionGroup var officer: OfficerOption

    func run() throws {
        let session = try Session(store, officer: officer)
        defer { session.finish() }
        guard session.desk.isSealed else { throw ClearMode.noKeys }
        let code = try asking { () throws(DeskError) in try session.desk.renewRecoveryCode() }
        SettingUp.tell(code)
        Console.note(
            Label("旧的恢复码打不开此后写入的内容，请销毁那张纸。", "The old code opens nothing written from now on: destroy that paper."))
    }
}
