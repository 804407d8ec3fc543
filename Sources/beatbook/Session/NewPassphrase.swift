import Desk

/// Asks for a passphrase that does not exist yet.
enum NewPassphrase {
    /// How often it is asked before giving up.
    private static let tries = 5

    // Takes it from a file, or asks twice on the terminal. Throws when it is too weak, or nobody can be asked.
    static func get(_ file: String?, for name: String, option: String = "--passphrase-file") throws(CommandFailure)
        -> String
    {
        if let file {
            let passphrase = try PassphraseFile.read(file)
            if let problem = PassphraseRule.problem(passphrase) { throw CommandFailure(.refused, problem) }
            return passphrase
        }
        guard SecretTerminal.isThere else { throw noTerminal(option) }
        for _ in 0..<tries {
            guard
                let first = SecretTerminal.ask(
                    Label("为\(name)设口令（不显示）：", "Passphrase for \(name) (not shown): "), isHidden: true)
            else { break }
            if let problem = PassphraseRule.problem(first) {
                Console.note(problem)
                continue
            }
            guard let second = SecretTerminal.ask(Label("再输一次：", "Once more: "), isHidden: true) else { break }
            if first == second { return first }
            Console.note(Label("两次不一样，请重来。", "The two differ: start again."))
        }
        throw CommandFailure(.refused, Label("没有设口令，什么也没有做。", "No passphrase was set; nothing was done."))
    }

    static func noTerminal(_ option: String) -> CommandFailure {
        CommandFailure(
            .usage,
            Label(
                "这里没有终端可以输口令。请用 \(option) 指定文件（如 /dev/fd/3）；口令不能写在参数或环境变量里。",
                "There is no terminal to type a passphrase on. Name a file with \(option), such as /dev/fd/3; it is never an argument or a variable."
            ))
    }
}
