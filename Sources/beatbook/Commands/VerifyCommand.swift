import ArgumentParser
import Desk

/// `beatbook verify`.
struct VerifyCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "verify", abstract: Label("逐字节校验本子的文件。", "Check every byte of the notebook's files.").spoken)
    }

    @OptionGroup var store: StoreOptions
    @OptionGroup var officer: OfficerOption
    @OptionGroup var json: JSONOption

    @Option(
        name: .customLong("from"),
        help: ArgumentHelp(
            Label(
                "也到这里找完好的副本：U 盘、共享目录、别处的拷贝；可写多次。",
                "Look for good copies here, too: a stick, a shared folder, a copy; may be given several times."
            ).spoken, valueName: "dir"))
    var places: [String] = []

    func run() throws {
        let session = try Session(store, officer: officer, signsIn: false)
        let result = try asking { () throws(DeskError) in try session.desk.verify(searching: places) }
        if json.isOn { Console.json(value(of: result)) } else { tell(result) }
        guard result.damages.isEmpty else {
            throw CommandFailure(
                .store,
                Label(
                    "有 \(result.damages.count) 处不对。不要删除任何文件。",
                    "\(result.damages.count) things are not as they should be. Delete nothing."))
        }
    }

    private func tell(_ result: Desk.Verification) {
        Console.out(
            Label(
                "校验了 \(result.segments) 个文件段、\(result.changes) 次改动、\(result.bytes) 字节。",
                "Checked \(result.segments) segments, \(result.changes) changes, \(result.bytes) bytes."
            ).spoken)
        if result.isPartial {
            Console.out(
                Label(
                    "没有密钥的部分只校验了散列和签名。", "Where there is no key, only hashes and signatures were checked."
                ).spoken)
        }
        for damage in result.damages {
            Console.out(damage.what.spoken)
            Console.out("    " + damage.meaning.spoken)
            Console.out("    " + damage.remedy.spoken)
        }
        if result.damages.isEmpty { Console.out(Label("全部完好。", "Everything is as it should be.").spoken) }
    }

    private func value(of result: Desk.Verification) -> Value {
        func both(_ label: Label) -> [Value.Member] { [.init("zh", .text(label.zh)), .init("en", .text(label.en))] }
        let damages = result.damages.map { damage in
            Value.object(
                [
                    .init("file", .text(damage.file)), .init("kind", .text(damage.code)),
                    .init("loss", .bool(damage.isLoss)),
                ] + both(damage.what) + [
                    .init("meaning", .object(both(damage.meaning))), .init("remedy", .object(both(damage.remedy))),
                    .init("copies", .list(damage.copies.map { .text($0) })),
                    .init("laptops", .list(damage.writers.map { .text($0) })),
                ])
        }
        return .object([
            .init("segments", .number(result.segments)), .init("changes", .number(result.changes)),
            .init("erased", .number(result.erased)), .init("bytes", .number(result.bytes)),
            .init("partial", .bool(result.isPartial)), .init("findings", .list(damages)),
        ])
    }
}
