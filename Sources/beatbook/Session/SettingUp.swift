import Desk
import Glibc

/// Sets a notebook up: at once, or by asking.
enum SettingUp {
    /// Makes a notebook.
    ///
    /// - Returns: the notebook, with its officer signed in.
    static func create(at path: String, room: String, officer: String) throws(CommandFailure) -> Desk {
        let environment = Desk.systemEnvironment()
        guard try !asking({ () throws(DeskError) in try Desk.exists(at: path, environment: environment) }) else {
            throw CommandFailure(
                .refused,
                Label(
                    "\(path) 里已有一个本子，没有改动。直接打开，或用 --store 换一个位置。",
                    "There is a notebook in \(path) already; it was left alone. Open it, or name another place with --store."
                ))
        }
        // What would be refused is refused before a file is made.
        let names = [room, officer].map { TextFolding.plain($0) }
        guard names.allSatisfy({ !$0.isEmpty }) else {
            throw CommandFailure(
                .refused, Label("警务室名称和姓名不能为空。", "The room's name and the officer's must not be empty."))
        }
        Folders.makeParents(of: path)
        return try asking { () throws(DeskError) in
            try Desk.create(at: path, environment: environment, room: names[0], officer: names[1])
        }
    }

    /// Walks through setting one up on the terminal.
    ///
    /// - Returns: the notebook; `nil` when the officer decided against it.
    static func walkThrough(_ path: String) throws(CommandFailure) -> Desk? {
        guard Surroundings.isInputTerminal, Surroundings.isErrorTerminal else { throw Session.missing(path) }
        Console.note(Label("第一次使用：新建一个本子，放在 \(path)", "First use: a new notebook in \(path)"))
        Console.note(ClearMode.explanation)
        Console.note(
            Label("这个版本还不能加密。只想看看，请用 beatbook demo。", "This version cannot encrypt yet. Only to look: beatbook demo."))
        guard let room = ask(Label("警务室名称：", "Police room: ")), let officer = ask(Label("您的姓名：", "Your name: ")),
            let answer = ask(Label("按以上内容新建吗？(y/n) ", "Make it? (y/n) ")),
            ["y", "yes", "是", "好"].contains(TextFolding.plain(answer).lowercased())
        else {
            Console.note(Label("没有新建。", "Nothing was made."))
            return nil
        }
        return try create(at: path, room: room, officer: officer)
    }

    /// Asks until something is typed; `nil` at the end of input.
    private static func ask(_ question: Label) -> String? {
        while true {
            Console.show(question.spoken)
            guard let line = line() else {
                Console.show("\n")
                return nil
            }
            let text = TextFolding.plain(line)
            if !text.isEmpty { return text }
        }
    }

    /// One line from the terminal, in the locale's encoding.
    private static func line() -> String? {
        var bytes: [UInt8] = []
        var byte: UInt8 = 0
        while true {
            let count = read(STDIN_FILENO, &byte, 1)
            if count < 0, errno == EINTR { continue }
            guard count == 1 else { return bytes.isEmpty ? nil : Surroundings.charset.text(of: bytes) }
            if byte == 0x0A { break }
            bytes.append(byte)
        }
        guard let text = Surroundings.charset.text(of: bytes) else {
            Console.note(Label("看不懂输入的编码，请再输一次。", "What was typed is no text in this encoding; type it again."))
            return ""
        }
        return text
    }
}
