import Glibc

/// Signals a journey sends.
package struct ProcessSignal: Hashable, Sendable {
    package let number: Int32

    package static let kill = ProcessSignal(number: SIGKILL)
    package static let terminate = ProcessSignal(number: SIGTERM)
    package static let hangUp = ProcessSignal(number: SIGHUP)
    package static let interrupt = ProcessSignal(number: SIGINT)
    package static let quit = ProcessSignal(number: SIGQUIT)
    /// SIGTSTP, which a terminal would send for Ctrl-Z.
    ///
    /// It does not stop a program with no shell above it in its session: POSIX says so for orphaned process groups. Start
    /// the program by typing its name into an interactive shell, and send this with `signalForeground`.
    package static let terminalStop = ProcessSignal(number: SIGTSTP)
    /// SIGSTOP, which no program can refuse.
    package static let stop = ProcessSignal(number: SIGSTOP)
    package static let resume = ProcessSignal(number: SIGCONT)
    package static let windowChange = ProcessSignal(number: SIGWINCH)
}
