import ArgumentParser
import Desk

/// `beatbook sync DIR`.
struct SyncCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "sync", abstract: Label("与一个目录同步。", "Sync with a directory.").spoken,
            discussion: Label(
                "目录可以在优盘、共享盘上，或由 Syncthing 等搬运。随时可以中断，再运行会接着做。",
                "It may be on a stick or a share, or moved by Syncthing and the like. It may be interrupted at any time: run it again and it goes on."
            ).spoken)
    }

    @OptionGroup var store: StoreOptions
    @OptionGroup var officer: OfficerOption
    @OptionGroup var json: JSONOption

    @Flag(help: ArgumentHelp(Label("那里的每个文件都重新核对。", "Read and verify every file there again.").spoken))
    var full = false

    @Argument(help: ArgumentHelp(Label("同步目录。", "The directory to sync with.").spoken, valueName: "dir"))
    var directory: String

    func run() throws {
        guard !directory.isEmpty else {
            throw CommandFailure(.usage, Label("请写明和哪个目录同步。", "Name the directory to sync with."))
        }
        let session = try Session(store, officer: officer, signsIn: false)
        // Files are exchanged whoever sits there; what then waits is counted for somebody.
        if session.desk.person == nil { try? session.signIn(officer.name) }
        var bar = ByteBar(Label("同步", "Syncing"))
        let report = try asking { () throws(DeskError) in
            try session.desk.sync(with: StorePlace.whole(directory), isThorough: full, progress: { bar.show($0) })
        }
        bar.end()
        session.desk.lookForQuestions()
        let waiting = session.desk.inboxCount
        session.finish()
        try SyncAnswer.give(report, waiting: waiting, isJSON: json.isOn)
    }
}
