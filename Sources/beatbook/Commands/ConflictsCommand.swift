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

    func run() throws {
        let session = try Session(store, officer: officer)
        defer { session.finish() }
        let conflicts = try asking { () throws(DeskError) in try session.desk.conflicts() }
        if reveal.isOn {
            try asking { () throws(DeskError) in
                try session.desk.reveal(conflicts.filter { !$0.isHidden }.map(\.base))
            }
        }
        let lines = ConflictLines(session: session, showsMasked: reveal.isOn)
        for conflict in conflicts {
            if json.isOn { Console.json(lines.object(conflict)) } else { lines.print(conflict) }
        }
        guard conflicts.isEmpty else { return }
        Console.note(Label("没有等人决定的冲突。", "No conflict waits for a decision."))
    }
}
