import ArgumentParser
import Desk

/// `beatbook undo`: takes back one's own newest change.
struct UndoCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "undo", abstract: Label("撤销自己最近的一步。", "Take back your own newest change.").spoken)
    }

    @OptionGroup var store: StoreOptions
    @OptionGroup var officer: OfficerOption
    @OptionGroup var json: JSONOption

    func run() throws {
        let session = try Session(store, officer: officer)
        defer { session.finish() }
        let reversal = try asking { () throws(DeskError) in try session.desk.undo() }
        ReversalAnswer.give(reversal, Label("已撤销", "Undone"), session, isJSON: json.isOn)
    }
}

/// `beatbook redo`: brings back what was taken back last.
struct RedoCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "redo", abstract: Label("重做刚才撤销的一步。", "Bring back what was taken back last.").spoken)
    }

    @OptionGroup var store: StoreOptions
    @OptionGroup var officer: OfficerOption
    @OptionGroup var json: JSONOption

    func run() throws {
        let session = try Session(store, officer: officer)
        defer { session.finish() }
        let reversal = try asking { () throws(DeskError) in try session.desk.redo() }
        ReversalAnswer.give(reversal, Label("已重做", "Done again"), session, isJSON: json.isOn)
    }
}
