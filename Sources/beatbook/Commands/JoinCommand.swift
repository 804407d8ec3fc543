import ArgumentParser
import Desk

/// `beatbook join DIR [--recovery]`.
struct JoinCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "join",
            abstract: Label("在这台电脑上加入同步目录里的本子。", "Set this laptop up with the notebook of a sync directory.").spoken,
            discussion: Label(
                "加密的本子要用已有人员的姓名和口令，或用恢复码（--recovery）。",
                "A sealed one needs the name and passphrase of an officer it knows, or the recovery code (--recovery)."
            ).spoken)
    }

    @OptionGroup var store: StoreOptions
    @OptionGroup var officer: OfficerOption
    @OptionGroup var json: JSONOption

    @Flag(help: ArgumentHelp(Label("用恢复码打开。", "Open it with the recovery code.").spoken))
    var recovery = false

    @Argument(help: ArgumentHelp(Label("同步目录。", "The sync directory.").spoken, valueName: "dir"))
    var directory: String

    func run() throws {
        guard !directory.isEmpty else {
            throw CommandFailure(.usage, Label("请写明和哪个目录同步。", "Name the directory to sync with."))
        }
        let path = try StorePlace.path(store.store)
        let environment = Desk.systemEnvironment()
        guard try !asking({ () throws(DeskError) in try Desk.exists(at: path, environment: environment) }) else {
            throw CommandFailure(
                .refused,
                Label(
                    "\(path) 里已有一个本子，没有改动。用 --store 换一个位置。",
                    "There is a notebook in \(path) already; it was left alone. Name another place with --store."))
        }
        let isSealed = try asking { () throws(DeskError) in
            try Desk.needsAdmission(StorePlace.whole(directory), environment: environment)
        }
        let admission = isSealed ? try ask() : .open
        Folders.makeParents(of: path)
        var bar = ByteBar(Label("取回", "Fetching"))
        let holidays = Holidays.load()
        let (desk, report) = try asking { () throws(DeskError) in
            try Desk.join(
                at: path, from: StorePlace.whole(directory), environment: environment, holidays: holidays,
                admission: admission
            ) { bar.show($0) }
        }
        bar.end()
        desk.lookForQuestions()
        let waiting = desk.inboxCount
        Session(desk).finish()
        if !json.isOn { Console.out(path) }
        try SyncAnswer.give(report, waiting: waiting, isJSON: json.isOn)
    }

    private func ask() throws(CommandFailure) -> Desk.Admission {
        if recovery { return .recovery(try Session.recoveryCode(store)) }
        let named = officer.name ?? Surroundings.variable("BEATBOOK_OFFICER")
        if let file = store.passphraseFile {
            guard let named else { throw Session.unnamed }
            return .passphrase(name: named, try PassphraseFile.read(file))
        }
        guard SecretTerminal.isThere else { throw NewPassphrase.noTerminal("--passphrase-file") }
        guard let name = named ?? SecretTerminal.ask(Label("姓名：", "Name: "), isHidden: false),
            let passphrase = SecretTerminal.ask(Label("口令（不显示）：", "Passphrase (not shown): "), isHidden: true)
        else { throw CommandFailure(.locked) }
        return .passphrase(name: name, passphrase)
    }
}
