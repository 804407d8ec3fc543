import ArgumentParser
import Desk

/// `beatbook init --room NAME --officer NAME [--clear]`: sealed unless something else was said.
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
        let path = try StorePlace.path(store.store)
        guard clear else {
            let names = try SettingUp.check(path, room: room, officer: officer)
            let passphrase = try NewPassphrase.get(store.passphraseFile, for: names.officer)
            let made = try SettingUp.createSealed(at: path, names, passphrase)
            Console.out(path)
            Console.note(Label("已新建，已加密：\(room) · \(officer)。", "Made and sealed: \(room), \(officer)."))
            SettingUp.tell(made.recoveryCode)
            return
        }
        _ = try SettingUp.create(at: path, try SettingUp.check(path, room: room, officer: officer))
        Console.out(path)
        Console.note(Label("已新建：\(room) · \(officer)。", "Made: \(room), \(officer)."))
        Console.note(ClearMode.explanation)
    }
}
