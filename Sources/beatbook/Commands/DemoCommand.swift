import ArgumentParser
import Desk

/// `beatbook demo [--store DIR] [--records N --seed S] [--no-open]`.
struct DemoCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "demo", abstract: Label("虚构的警务室，供练习。", "A fictional police room for practice.").spoken,
            discussion: Label(
                "放在个人数据目录的 demo 里，除非写明 --store。已经有了就直接打开。",
                "It lies in “demo” of the personal data folder unless --store says otherwise. One that is there is opened."
            ).spoken)
    }

    @OptionGroup var store: StoreOptions

    @Option(help: ArgumentHelp(Label("生成多少条；不写用自带示例。", "How many records to invent; else the shipped samples.").spoken))
    var records: Int?

    @Option(help: ArgumentHelp(Label("随机种子，默认 1。", "The seed; 1 unless said.").spoken))
    var seed: UInt64?

    @Flag(name: .customLong("no-open"), help: ArgumentHelp(Label("只生成，不打开。", "Make it without opening it.").spoken))
    var isClosed = false

    func validate() throws {
        guard records.map({ (1...10_000_000).contains($0) }) ?? true else {
            throw ValidationError(Label("--records 要在 1 到 10000000 之间。", "--records is from 1 to 10000000.").spoken)
        }
    }

    func run() throws {
        let path = try StorePlace.path(store.store, name: "demo")
        let environment = Desk.systemEnvironment()
        if try asking({ () throws(DeskError) in try Desk.exists(at: path, environment: environment) }) {
            let session = try Session(path: path)
            guard session.desk.isDemo, records == nil, seed == nil, !isClosed else { throw Self.occupied(path) }
            return try NotebookScreen.open(session.desk)
        }
        Folders.makeParents(of: path)
        var bar = ProgressBar(Label("生成虚构记录", "Inventing records"))
        let desk = try asking { () throws(DeskError) in
            try Desk.createDemo(at: path, environment: environment, records: records, seed: seed ?? 1) {
                bar.show($0, of: $1)
            }
        }
        guard isClosed else { return try NotebookScreen.open(desk) }
        desk.close()
        Console.out(path)
        Console.note(Label("虚构的警务室已生成，里面没有真实的人。", "The fictional police room is made; nobody in it is real."))
    }

    private static func occupied(_ path: String) -> CommandFailure {
        CommandFailure(
            .refused,
            Label(
                "\(path) 里已有一个本子，没有改动。用 --store 换一个位置。",
                "There is a notebook in \(path) already; it was left alone. Name another place with --store."))
    }
}
