import ArgumentParser
import Desk
import Printing

/// Writes down everything held about one person, for that person.
struct SubjectCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "subject",
            abstract: Label(
                "本人信息查阅：应本人申请，写出所存的全部信息。", "Everything held about one person, at that person's request."
            ).spoken)
    }

    @OptionGroup var store: StoreOptions
    @OptionGroup var officer: OfficerOption
    @OptionGroup var json: JSONOption

    @Argument(help: ArgumentHelp(Label("本人的完整姓名。", "The person's whole name.").spoken))
    var name: String

    @Argument(
        help: ArgumentHelp(
            Label(
                "属于本人的记录编号；不写则列出同名的记录。",
                "The records that are this person's; without them those with the name are listed."
            )
            .spoken))
    var ids: [String] = []

    @Option(help: ArgumentHelp(Label("申请事由。", "The request it answers.").spoken, valueName: "text"))
    var purpose: String?

    @Flag(help: ArgumentHelp(Label("输出 HTML，供打印。", "Write HTML, to print.").spoken))
    var html = false

    func run() throws {
        let session = try Session(store, officer: officer)
        defer { session.finish() }
        guard !ids.isEmpty else { return try list(session) }
        guard let purpose else {
            throw CommandFailure(.usage, Label("请用 --purpose 写明申请事由。", "Say which request it answers with --purpose."))
        }
        var records: [RecordID] = []
        for id in ids { records.append(try session.record(id).0.id) }
        let file = try asking { () throws(DeskError) in
            try session.desk.subjectFile(name, of: records, purpose: purpose)
        }
        let sheet = SubjectSheet(file, words: session.desk.words(session.language, showsMasked: true))
        var lines = (html ? sheet.html() : sheet.text()).split(separator: "\n", omittingEmptySubsequences: false)
        while lines.last?.isEmpty == true { lines.removeLast() }
        for line in lines { Console.out(String(line)) }
    }

    private func list(_ session: Session) throws {
        let found = try asking { () throws(DeskError) in try session.desk.subjectCandidates(name) }
        for record in found {
            if json.isOn {
                Console.json(
                    .object([
                        .init("record", record.id.stored),
                        .init("type", record.type.map { .text($0.rawValue) } ?? .null),
                    ]))
            } else {
                Console.out("\(record.id.rawValue)  \(session.caption(of: record).spoken)")
            }
        }
        Console.note(
            found.isEmpty
                ? Label("没有写有这个姓名的记录。", "No record names this person.")
                : Label(
                    "同名不一定是同一人。请核对后写明属于本人的编号，并用 --purpose 写明事由。",
                    "A name is no identity. Check, then give the records that are this person's, with --purpose."))
    }
}
