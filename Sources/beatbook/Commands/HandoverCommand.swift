import ArgumentParser
import Desk
import Printing

/// `beatbook handover [--note TEXT | --acknowledge | --list]`.
struct HandoverCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "handover",
            abstract: Label("交接：写未了事项，或确认别人的交接。", "Hand over what is open, or take over what others left.").spoken)
    }

    @OptionGroup var store: StoreOptions
    @OptionGroup var officer: OfficerOption
    @OptionGroup var json: JSONOption

    @Flag(help: ArgumentHelp(Label("写交接：未了事项自动列入。", "Hand over: what is open is put in by itself.").spoken))
    var write = false

    @Option(help: ArgumentHelp(Label("交接说明；不写受限事项。", "A note; nothing restricted in it.").spoken, valueName: "text"))
    var note: String?

    @Flag(help: ArgumentHelp(Label("确认接收所有未确认的交接。", "Take over everything that waits.").spoken))
    var acknowledge = false

    @Flag(help: ArgumentHelp(Label("也列已确认的。", "List what was taken over, too.").spoken))
    var all = false

    func run() throws {
        let session = try Session(store, officer: officer)
        defer { session.finish() }
        let desk = session.desk
        if write || note != nil {
            let count = try asking { () throws(DeskError) in try desk.handOver(note: note ?? "") }
            return Console.note(
                Label("已交接，未了事项 \(count) 项。", "Handed over, with \(count) open promises."))
        }
        let notes = try asking { () throws(DeskError) in
            try all ? desk.handovers(since: desk.today.adding(months: -12)) : desk.openHandovers()
        }
        try session.takeOut(notes.flatMap(\.items).map(\.record), isJSON: json.isOn)
        for note in notes { show(note, session) }
        if acknowledge {
            for note in notes where note.received == nil {
                try asking { () throws(DeskError) in try desk.acknowledge(note.id) }
            }
            return Console.note(Label("已确认接收 \(notes.count) 项交接。", "Taken over: \(notes.count)."))
        }
        if notes.isEmpty { Console.note(Label("没有未确认的交接。", "Nothing waits to be taken over.")) }
    }

    private func show(_ note: HandoverNote, _ session: Session) {
        guard !json.isOn else { return Console.json(object(note, session)) }
        var head = "\(MomentText.stored(note.moment))  \(note.name)"
        if let receiver = note.receiver { head += "  → \(receiver)" }
        if note.isRestricted { head += Label("  受限", "  restricted").spoken }
        Console.out(PlainText.line(head))
        for line in note.note.split(separator: "\n") { Console.out(PlainText.line("    \(line)")) }
        for item in note.items {
            let due = item.due?.description ?? ""
            let done = item.task == nil ? Label("（已办）", " (done)").spoken : ""
            Console.out(PlainText.line("    \(due)  \(caption(item, session))\(done)"))
        }
    }

    private func caption(_ item: HandoverNote.Item, _ session: Session) -> String {
        if let task = item.task { return "\(task.kind.spoken) \(task.what.spoken)" }
        return (try? session.desk.record(item.record)).map { session.caption(of: $0).spoken } ?? ""
    }

    private func object(_ note: HandoverNote, _ session: Session) -> Value {
        .object([
            .init("id", note.id.stored), .init("moment", .text(MomentText.stored(note.moment))),
            .init("from", .text(note.name)), .init("note", .text(note.note)),
            .init("restricted", .bool(note.isRestricted)),
            .init("receiver", note.receiver.map { .text($0) } ?? .null),
            .init(
                "items",
                .list(
                    note.items.map { item in
                        .object([
                            .init("record", item.record.stored), .init("what", .text(caption(item, session))),
                            .init("due", item.due?.stored ?? .null), .init("open", .bool(item.task != nil)),
                        ])
                    })),
        ])
    }
}
