import ArgumentParser
import Desk
import Printing
import Transfer

/// `beatbook history ID`.
struct HistoryCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "history",
            abstract: Label("一条记录的来历：谁、何时、写了什么。", "What happened to a record: who, when, what.").spoken)
    }

    @OptionGroup var store: StoreOptions
    @OptionGroup var officer: OfficerOption
    @OptionGroup var json: JSONOption
    @OptionGroup var reveal: RevealOption
    @OptionGroup var reason: ReasonOption

    @Argument(help: ArgumentHelp(Label("编号。", "Identity or number.").spoken))
    var id: String

    func run() throws {
        let session = try Session(store, officer: officer)
        defer { session.finish() }
        let (record, type) = try session.opened(id, reason: reason.text, includingDeleted: true)
        if reveal.isOn { try asking { () throws(DeskError) in try session.desk.reveal([record]) } }
        try session.takeOut([record], isJSON: json.isOn)
        let steps = try asking { () throws(DeskError) in try session.desk.history(of: record.id) }
        let lines = RecordLines(showsMasked: reveal.isOn)
        let words = session.desk.words(session.language, showsMasked: reveal.isOn)
        for step in steps {
            guard !json.isOn else {
                Console.json(object(step, type, lines))
                continue
            }
            Console.out(PlainText.line("\(step.moment.description)  \(step.officer)  \(Self.name(step.kind).spoken)"))
            if let basis = step.basis {
                Console.out("    " + PlainText.line(Label("依据：", "basis: ").spoken + basis))
            }
            for entry in step.values {
                guard let (label, text) = line(entry, type, words) else { continue }
                Console.out("    " + PlainText.line(label + Label("：", ": ").spoken + text))
            }
        }
    }

    private func line(
        _ entry: Desk.HistoryEntry.Entry, _ type: RecordType, _ words: ValueText
    ) -> (label: String, text: String)? {
        let table = type.field(entry.path.key)
        guard !entry.path.isLife else {
            // A row that came or went; its cells are told by their own lines.
            let name = table?.label.spoken ?? entry.path.key
            return (name, entry.value == .null ? Label("删去一行", "a row taken out").spoken : Label("一行", "a row").spoken)
        }
        let name = [
            table?.label.spoken ?? entry.path.key,
            entry.path.cell == nil ? nil : type.field(at: entry.path)?.label.spoken,
        ]
        .compactMap(\.self).joined(separator: " · ")
        guard !entry.value.isEmpty else { return (name, Label("（清空）", "(emptied)").spoken) }
        guard let field = type.field(at: entry.path) else { return (name, JSONWriter.text(of: entry.value)) }
        return (name, words.text(of: entry.value, in: field))
    }

    private func object(_ step: Desk.HistoryEntry, _ type: RecordType, _ lines: RecordLines) -> Value {
        .object([
            .init("change", .text(step.id.text)), .init("kind", .text(step.kind.rawValue)),
            .init("officer", .text(step.officer)), .init("moment", .text(MomentText.stored(step.moment))),
            .init("basis", step.basis.map { .text($0) } ?? .null),
            .init(
                "values",
                .object(
                    step.values.map { .init($0.path.rawValue, lines.shown($0.value, in: type.field(at: $0.path))) })),
        ])
    }

    private static func name(_ kind: Desk.HistoryEntry.Kind) -> Label {
        switch kind {
        case .created: Label("新建", "created")
        case .edited: Label("修改", "edited")
        case .deleted: Label("删除", "deleted")
        case .restored: Label("恢复", "restored")
        case .undone: Label("撤销", "undone")
        case .erased: Label("依法删除", "erased")
        case .limited: Label("限制处理", "use limited")
        case .released: Label("解除限制", "limit ended")
        }
    }
}
