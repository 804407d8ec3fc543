import Desk
import Glibc

/// Sets a notebook up: at once, or by asking.
enum SettingUp {
    /// What a notebook begins with.
    struct Names {
        let room: String
        let officer: String
    }

    /// Refuses what would be refused, before a file is made.
    static func check(_ path: String, room: String, officer: String) throws(CommandFailure) -> Names {
        let environment = Desk.systemEnvironment()
        guard try !asking({ () throws(DeskError) in try Desk.exists(at: path, environment: environment) }) else {
            throw CommandFailure(
                .refused,
                Label(
                    "\(path) 里已有一个本子，没有改动。直接打开，或用 --store 换一个位置。",
                    "There is a notebook in \(path) already; it was left alone. Open it, or name another place with --store."
                ))
        }
        let names = Names(room: TextFolding.plain(room), officer: TextFolding.plain(officer))
        guard !names.room.isEmpty, !names.officer.isEmpty else {
            throw CommandFailure(
                .refused, Label("警务室名称和姓名不能为空。", "The room's name and the officer's must not be empty."))
        }
        return names
    }

    /// Makes a clear notebook.
    ///
    /// - Returns: the notebook, with its officer signed in.
    static func create(at path: String, _ names: Names) throws(CommandFailure) -> Desk {
        Folders.makeParents(of: path)
        return try asking { () throws(DeskError) in
            try Desk.create(
                at: path, environment: Desk.systemEnvironment(), room: names.room, officer: names.officer)
        }
    }

    /// Makes a sealed notebook.
    ///
    /// - Returns: the notebook, with its officer signed in, and its recovery code.
    static func createSealed(
        at path: String, _ names: Names, _ passphrase: String
    ) throws(CommandFailure) -> (desk: Desk, recoveryCode: String) {
        Folders.makeParents(of: path)
        return try asking { () throws(DeskError) in
            try Desk.create(
                at: path, environment: Desk.systemEnvironment(), room: names.room, officer: names.officer,
                sealed: passphrase)
        }
    }

    /// Shows the recovery code, once.
    static func tell(_ code: String) {
        Console.note(
            Label(
                "恢复码，只显示这一次。口令都忘了时只有它能打开；请抄在纸上，锁进柜子，不要存进电脑：",
                "The recovery code, shown this once. When passphrases are lost, only it opens the notebook. Write it on paper and lock it away; do not keep it on a computer:"
            ))
        let groups = code.split(separator: "-")
        let half = groups.count / 2
        Console.note(
            Label("  \(groups[..<half].joined(separator: "-"))-", "  \(groups[..<half].joined(separator: "-"))-"))
        Console.note(
            Label("  \(groups[half...].joined(separator: "-"))", "  \(groups[half...].joined(separator: "-"))"))
    }

    /// Walks through setting one up on the terminal: sealed, unless clear is chosen in so many words.
    ///
    /// - Returns: the notebook; `nil` when the officer decided against it.
    static func walkThrough(_ path: String, _ store: StoreOptions) throws(CommandFailure) -> Desk? {
        guard Surroundings.isInputTerminal, Surroundings.isErrorTerminal else { throw Session.missing(path) }
        Console.note(
            Label(
                "第一次使用：新建一个本子，放在 \(path)。只想看看，请用 beatbook demo。",
                "First use: a new notebook in \(path). Only to look: beatbook demo."))
        guard let room = ask(Label("警务室名称：", "Police room: ")), let officer = ask(Label("您的姓名：", "Your name: ")) else {
            return nothing()
        }
        let names = try check(path, room: room, officer: officer)
        Console.note(
            Label(
                "1 加密（建议）：每次打开要输口令，电脑丢了别人也读不了。",
                "1 Sealed (advised): a passphrase each time; a lost laptop tells nothing."))
        Console.note(Label("2 不加密。\(ClearMode.explanation.zh)", "2 Clear. \(ClearMode.explanation.en)"))
        guard let choice = ask(Label("选 1 或 2，n 不建（直接回车是 1）：", "1 or 2, n for neither (Enter is 1): "), standard: "1")
        else {
            return nothing()
        }
        switch TextFolding.plain(choice).lowercased() {
        case "1":
            let passphrase = try NewPassphrase.get(store.passphraseFile, for: names.officer)
            let made = try createSealed(at: path, names, passphrase)
            tell(made.recoveryCode)
            confirm(made.recoveryCode)
            return made.desk
        case "2":
            guard let answer = ask(Label("确定不加密吗？(y/n) ", "Really without encryption? (y/n) ")),
                ["y", "yes", "是", "好"].contains(TextFolding.plain(answer).lowercased())
            else { return nothing() }
            return try create(at: path, names)
        default: return nothing()
        }
    }

    /// Asks for one group of the recovery code, so that it is on paper before it goes out of sight.
    private static func confirm(_ code: String) {
        let groups = code.split(separator: "-").map(String.init)
        // Any one will do: what counts is that somebody has to look at the paper.
        let place = Int(getpid()) % groups.count
        while true {
            let question = Label("请看着纸输入第 \(place + 1) 组：", "From the paper, type group \(place + 1): ")
            guard let typed = ask(question) else { return }
            if TextFolding.plain(typed).uppercased() == groups[place] { return }
            Console.note(Label("不对，请对照纸面再输一次。", "That is not it: compare the paper and type it again."))
        }
    }

    private static func nothing() -> Desk? {
        Console.note(Label("没有新建。", "Nothing was made."))
        return nil
    }

    /// Asks until something is typed; `nil` at the end of input.
    private static func ask(_ question: Label, standard: String = "") -> String? {
        while true {
            Console.show(question.spoken)
            guard let line = line() else {
                Console.show("\n")
                return nil
            }
            let text = TextFolding.plain(line)
            if !text.isEmpty { return text }
            if !standard.isEmpty { return standard }
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
