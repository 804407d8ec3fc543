import ArgumentParser
import Desk
import Printing
import Transfer

/// `beatbook conflicts`.
struct ConflictsCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "conflicts",
            abstract: Label("两台电脑写得不一样、等人决定的内容。", "What two laptops wrote differently, and somebody must decide.")
                .spoken)
    }

    @OptionGroup var store: StoreOptions
    @OptionGroup var officer: OfficerOption
    @OptionGroup var json: JSONOption
    @OptionGroup var reveal: RevealOption
    @OptionGroup var reason: ReasonOption

    @Argument(help: ArgumentHelp(Label("只看一条记录的。", "Only those of one record.").spoken))
    var id: String?

    func run() throws {
        let session = try Session(store, officer: officer)
        defer { session.finish() }
        let items: [InboxItem]
        if let id {
            let (record, _) = try session.opened(id, reason: reason.text, includingDeleted: true)
            if reveal.isOn { try asking { () throws(DeskError) in try session.desk.reveal([record]) } }
            items = try asking { () throws(DeskError) in try session.desk.inbox(of: record.id) }
        } else {
            items = try asking { () throws(DeskError) in try session.desk.inbox() }
        }
        try session.takeOut(items.flatMap(Self.records), isJSON: json.isOn)
        // Whole values are shown of a record that is named: that is what the audit log can tell.
        let lines = ConflictLines(session: session, showsMasked: reveal.isOn && id != nil)
        for item in items { lines.write(item, isJSON: json.isOn) }
        if items.contains(where: { if case .conflict(let conflict) = $0 { conflict.isClosed } else { false } }) {
            Console.note(
                Label(
                    "受限记录的内容要写明编号和 --reason 才显示：beatbook conflicts 编号 --reason 理由",
                    "What stands in a restricted record is shown by its number and --reason: beatbook conflicts ID --reason TEXT"
                ))
        }
        guard items.isEmpty else { return }
        Console.note(Label("没有等人决定的事。", "Nothing waits for a decision."))
    }

    /// The records that an item shows something of.
    private static func records(_ item: InboxItem) -> [RecordID] {
        switch item {
        case .conflict(let conflict): [conflict.base.id]
        case .twins(let twins): [twins.first.id, twins.second.id]
        case .number(let question): question.records.map(\.id)
        case .strays(let strays): [strays.merged.id, strays.stands.id] + strays.records.map(\.id)
        }
    }
}
