import Glibc

/// What the environment says about the terminal.
public struct TerminalEnvironment: Sendable {
    /// The terminal's name (`TERM`).
    public let terminal: String
    /// The character locale asked for (`LC_ALL`, `LC_CTYPE`, `LANG`, the first that is set).
    public let locale: String
    /// Whether colour is refused (`NO_COLOR` is set and not empty; see no-color.org).
    public let isColorRefused: Bool
    /// How long Esc may be the beginning of a longer key (`ESCDELAY` in milliseconds, else 25 ms).
    public let escapeDelay: Duration

    /// Reads the variables.
    ///
    /// - Parameter variables: the environment.
    public init(_ variables: [String: String]) {
        func value(_ name: String) -> String? { variables[name].flatMap { $0.isEmpty ? nil : $0 } }
        terminal = value("TERM") ?? "unknown"
        locale = value("LC_ALL") ?? value("LC_CTYPE") ?? value("LANG") ?? "C"
        isColorRefused = value("NO_COLOR") != nil
        let delay = value("ESCDELAY").flatMap { Int($0) } ?? 25
        escapeDelay = .milliseconds((0...5000).contains(delay) ? delay : 25)
    }

    /// The environment of this process.
    ///
    /// - Returns: the variables as they are now.
    public static func ofProcess() -> TerminalEnvironment {
        let names = ["TERM", "LC_ALL", "LC_CTYPE", "LANG", "NO_COLOR", "ESCDELAY"]
        var variables: [String: String] = [:]
        for name in names { variables[name] = getenv(name).map { String(cString: $0) } }
        return TerminalEnvironment(variables)
    }

    /// Whether the locale's name ends in UTF-8.
    var namesUTF8: Bool {
        let name = locale.lowercased()
        return name.contains(".utf-8") || name.contains(".utf8")
    }
}
