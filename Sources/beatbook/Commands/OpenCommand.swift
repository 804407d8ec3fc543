import ArgumentParser
import Desk

/// `beatbook`: opens the notebook; on first use, walks through setting one up.
struct OpenCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "open",
            abstract: Label("打开本子（不带命令时也是）。", "Open the notebook, as beatbook alone does.").spoken)
    }

    @OptionGroup var store: StoreOptions
    @OptionGroup var officer: OfficerOption

    func run() throws {
        let path = try StorePlace.path(store.store)
        let environment = Desk.systemEnvironment()
        let exists = try asking { () throws(DeskError) in try Desk.exists(at: path, environment: environment) }
        guard exists else {
            guard let desk = try SettingUp.walkThrough(path, store) else { return }
            return try NotebookScreen.open(desk)
        }
        try NotebookScreen.requireTerminal()
        let session = try Session(path: path)
        if session.desk.isLocked {
            // The screen asks otherwise, with its own wait after a wrong answer.
            if store.passphraseFile != nil { try session.unlock(store, name: officer.name) }
        } else if officer.name != nil {
            try session.signIn(officer.name)
        }
        try NotebookScreen.open(session.desk)
    }
}
