import Glibc

/// The environment a journey's program starts with: all of it, and the same on every machine.
package enum JourneyEnvironment {
    /// Makes one.
    ///
    /// - Parameters:
    ///   - home: the home folder; the XDG folders lie in it.
    ///   - term: the terminal's kind; the emulator understands xterm-256color and what is less.
    ///   - locale: variables of a locale (`BuiltLocale`); nil for C.UTF-8.
    ///   - adding: more variables, which win.
    /// - Returns: names and values.
    package static func make(
        home: String, term: String = "xterm-256color", locale: BuiltLocale? = nil, adding: [String: String] = [:]
    ) -> [String: String] {
        var variables = [
            "HOME": home, "TERM": term, "TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8",
            "PATH": getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin",
        ]
        variables.merge(locale?.environment ?? [:]) { $1 }
        variables.merge(adding) { $1 }
        return variables
    }
}
