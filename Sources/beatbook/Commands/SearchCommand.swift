import ArgumentParser
import Desk
import Printing

/// `beatbook search TEXT`.
struct SearchCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "search",
            abstract: Label("查找：汉字、拼音首字母、编号。", "Find by Chinese, pinyin initials or numbers.").spoken)
    }

    @OptionGroup var store: StoreOptions
    @OptionGroup var officer: OfficerOption
    @OptionGroup var json: JSONOption

    @Option(help: ArgumentHelp(Label("每种最多几条。", "How many of each type.").spoken))
    var limit = 20

    @Argument(help: ArgumentHelp(Label("要找的文字。", "What to find.").spoken))
    var text: [String]

    func validate() throws {
        guard limit > 0 else { throw ValidationError(Label("--limit 要大于 0。", "--limit must be over 0.").spoken) }
    }

    func run() throws {
        let session = try Session(store, officer: officer)
        defer { session.finish() }
        let wanted = text.joined(separator: " ")
        let groups = try asking { () throws(DeskError) in try session.desk.search(wanted, limit: limit) }
        guard groups.contains(where: { !$0.hits.isEmpty }) else {
            throw CommandFailure(.refused, Label("没有找到。", "Nothing was found."))
        }
        for group in groups where !group.hits.isEmpty {
            guard let type = Casework.type(group.type) else { continue }
            if json.isOn {
                for hit in group.hits { Console.json(object(hit, type, session)) }
            } else {
                show(group, type, session)
            }
        }
    }

    private func show(_ group: SearchGroup, _ type: RecordType, _ session: Session) {
        if Surroundings.isOutputTerminal {
            Console.out("\(type.label.spoken) \(group.count)\(group.hasMore ? "+" : "")")
        }
        var table = TextTable([], whole: [0])
        for hit in group.hits {
            let field = hit.path.flatMap { type.field(at: $0) }?.label.spoken ?? ""
            let title = session.desk.title(of: hit.record, language: session.language)
            table.add([session.name(of: hit.record), title, field])
        }
        Layout.print(table)
    }

    /// A name and what separates namesakes, no more (RIGHTS.md rule 7).
    private func object(_ hit: SearchHit, _ type: RecordType, _ session: Session) -> Value {
        var members: [Value.Member] = [
            .init("id", hit.record.id.stored), .init("type", .text(type.id.rawValue)),
        ]
        if let number = hit.record.values["number"].text { members.append(.init("number", .text(number))) }
        members.append(.init("title", .text(session.desk.title(of: hit.record, language: session.language))))
        if let path = hit.path { members.append(.init("field", .text(path.rawValue))) }
        return .object(members)
    }
}
