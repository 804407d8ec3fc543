import ArgumentParser
import Desk

/// The names of commands.
enum CommandNames {
    /// Refuses a command that there is not, by the names it may have been meant for.
    ///
    /// Left to itself, ArgumentParser hands every unknown word to the command that opens the notebook.
    ///
    /// - Parameter arguments: the arguments of the process.
    /// - Throws: `CommandFailure` with the nearest names.
    static func check(_ arguments: [String]) throws(CommandFailure) {
        guard let name = arguments.first, !name.hasPrefix("-") else { return }
        let names = Beatbook.configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
        guard !names.contains(name) else { return }
        let near = NearNames.of(name, among: names)
        let list = (near.isEmpty ? names : near)
        throw CommandFailure(
            .usage,
            Label(
                "没有命令“\(name)”。\(near.isEmpty ? "可用：" : "是否想写：")\(list.joined(separator: "、"))。用 beatbook help 查看。",
                "There is no command “\(name)”. \(near.isEmpty ? "There are:" : "Did you mean:") \(list.joined(separator: ", ")). See beatbook help."
            ))
    }
}
