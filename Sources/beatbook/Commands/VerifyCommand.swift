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

    func run() throws {
        let session = try Session(store, officer: officer, signsIn: false)
        let result = try asking { () throws(DeskError) in try session.desk.verify() }
        if json.isOn {
            Console.json(
                .object([
                    .init("segments", .number(result.segments)), .init("changes", .number(result.changes)),
                    .init("erased", .number(result.erased)), .init("bytes", .number(result.bytes)),
                    .init(
                        "findings",
                        .list(
                            result.findings.map { .object([.init("zh", .text($0.zh)), .init("en", .text($0.en))]) })),
                ]))
        } else {
            Console.out(
                Label(
                    "校验了 \(result.segments) 个文件段、\(result.changes) 次改动、\(result.bytes) 字节。",
                    "Checked \(result.segments) segments, \(result.changes) changes, \(result.bytes) bytes."
                ).spoken)
            for finding in result.findings { Console.out(finding.spoken) }
            if result.findings.isEmpty { Console.out(Label("全部完好。", "Everything is as it should be.").spoken) }
        }
        guard result.findings.isEmpty else {
            throw CommandFailure(
                .store,
                Label(
                    "有 \(result.findings.count) 处不对。不要删除任何文件。",
                    "\(result.findings.count) things are not as they should be. Delete nothing."))
        }
    }
}
