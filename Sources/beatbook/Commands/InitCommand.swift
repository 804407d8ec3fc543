import ArgumentParser
import Desk

/// `beatbook init --room NAME --officer NAME --clear`.
struct InitCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "init", abstract: Label("不提问，直接新建一个本子。", "Set a notebook up without questions.").spoken)
    }

    @OptionGroup var store: StoreOptions

    @Option(help: ArgumentHelp(Label("警务室名称。", "The police room's name.").spoken, valueName: "name"))
    var room: String

    @Option(help: ArgumentHelp(Label("第一位民警的姓名。", "The first officer's name.").spoken, valueName: "name"))
    var officer: String

    @Flag(help: ArgumentHelp(Label("不加密。", "Without encryption.").spoken))
    var clear = false

    func run() throws {
        guard clear else {
            throw CommandFailure(
                .refused,
                lines: [
                    Label("这个版本还不能加密。", "This version cannot encrypt yet."),
                    ClearMode.explanation,
                    Label("明白并接受的话，加上 --clear 再运行。", "If that is understood and accepted, run it again with --clear."),
                ])
        }
        let path = try StorePlace.path(store.store)
        _ = try SettingUp.create(at: path, room: room, officer: officer)
        Console.out(path)
        Console.note(Label("已新建：\(room) · \(officer)。", "Made: \(room), \(officer)."))
        Console.note(ClearMode.explanation)
    }
}
