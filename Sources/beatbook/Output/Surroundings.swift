import Desk
import Glibc

/// What the process was started with that decides how it speaks: language and encoding.
enum Surroundings {
    /// The language of everything that is said: `--lang`, else `BEATBOOK_LANG`, else Chinese unless the locale is clearly
    /// another language.
    ///
    /// It must be known before the arguments are understood, since their own errors and help are said in it.
    static let language: Language = {
        askedLanguage ?? ofLocale(variable("LC_ALL") ?? variable("LC_MESSAGES") ?? variable("LANG"))
    }()

    /// The language that was asked for in so many words.
    static let askedLanguage =
        asked(CommandLine.arguments) ?? variable("BEATBOOK_LANG").flatMap { Language(rawValue: $0.lowercased()) }

    /// The encoding of arguments and of what a reader sees.
    static let charset: Charset = {
        if setlocale(LC_CTYPE, "") != nil, let codeset = nl_langinfo(Int32(CODESET)) {
            return Charset(codeset: String(cString: codeset))
        }
        // A locale that is named but not installed still says which encoding the terminal has.
        let name = variable("LC_ALL") ?? variable("LC_CTYPE") ?? variable("LANG") ?? ""
        return Charset(codeset: name.split(separator: ".").last.map(String.init) ?? "")
    }()

    /// A variable of the environment; an empty one counts as none.
    static func variable(_ name: String) -> String? {
        guard let value = getenv(name) else { return nil }
        let text = String(cString: value)
        return text.isEmpty ? nil : text
    }

    /// Whether a reader sits behind standard output.
    static let isOutputTerminal = isatty(STDOUT_FILENO) == 1
    /// Whether a reader sits behind standard error.
    static let isErrorTerminal = isatty(STDERR_FILENO) == 1
    /// Whether somebody types on standard input.
    static let isInputTerminal = isatty(STDIN_FILENO) == 1

    private static func asked(_ arguments: [String]) -> Language? {
        var result: Language?
        for (index, argument) in arguments.enumerated() {
            if argument == "--" { break }
            if argument == "--lang", index + 1 < arguments.count {
                result = Language(rawValue: arguments[index + 1])
            } else if argument.hasPrefix("--lang=") {
                result = Language(rawValue: String(argument.dropFirst(7)))
            }
        }
        return result
    }

    private static func ofLocale(_ name: String?) -> Language {
        guard let name = name?.lowercased() else { return .zh }
        let language = name.prefix { $0 != "_" && $0 != "." && $0 != "@" }
        // C and POSIX name no language at all.
        return ["zh", "c", "posix"].contains(language) ? .zh : .en
    }
}

extension Label {
    /// The text in the language that was asked for.
    var spoken: String { self[Surroundings.language] }
}
