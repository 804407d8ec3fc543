import ArgumentParser
import Desk
import Printing

/// `beatbook doctor`.
struct DoctorCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "doctor",
            abstract: Label("检查终端、电脑和本子是否合用。", "Whether terminal, machine and notebook are fit.").spoken)
    }

    @OptionGroup var store: StoreOptions
    @OptionGroup var json: JSONOption

    func run() throws {
        let path = try StorePlace.path(store.store)
        let checks = TerminalCheck.checks() + MachineCheck.checks(path) + NotebookCheck.checks(path)
        for check in checks {
            guard !json.isOn else {
                Console.json(
                    .object([
                        .init("check", .text(check.name)), .init("state", .text(check.state.rawValue)),
                        .init("zh", .text(check.text.zh)), .init("en", .text(check.text.en)),
                    ]))
                continue
            }
            let mark =
                switch check.state {
                case .fine: Label("好  ", "ok       ")
                case .doubtful: Label("注意", "warning  ")
                case .bad: Label("不行", "error    ")
                }
            Console.out(PlainText.line(mark.spoken + " " + check.text.spoken))
        }
        guard !checks.contains(where: { $0.state == .bad && $0.name == "store" }) else {
            throw CommandFailure(.store, Label("本子打不开。", "The notebook cannot be opened."))
        }
        guard !checks.contains(where: { $0.state == .bad }) else {
            throw CommandFailure(.refused, Label("有不合用的地方，见上。", "Something is not fit; see above."))
        }
    }
}
