import Glibc

/// A process we started and must reap.
final class ChildProcess {
    /// Where its standard streams go.
    enum Streams {
        /// All three to a terminal, which becomes the controlling terminal of a new session.
        case terminal(path: String)
        /// To open descriptors.
        case descriptors(input: Int32, output: Int32, errors: Int32)
    }

    /// Its process id, and with a terminal also its session and first process group.
    let id: pid_t
    /// How it ended; nil while it lives.
    private(set) var ending: ProcessEnding?
    /// Whether it is stopped by a signal.
    private(set) var isStopped = false

    /// Starts a program.
    ///
    /// - Parameters:
    ///   - program: a path, or a name looked up in this process's PATH.
    ///   - arguments: without the program's own name.
    ///   - environment: all of it; nothing is inherited.
    ///   - folder: the working directory; nil for ours.
    ///   - streams: standard input, output and errors. No other descriptor reaches the program.
    /// - Throws: `JourneyFailure` when it cannot be started.
    init(
        _ program: String, _ arguments: [String], environment: [String: String], folder: String?, streams: Streams
    ) throws(JourneyFailure) {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // A test runner may block or ignore signals; the program must start as from a login shell.
        var flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        var all = sigset_t()
        sigfillset(&all)
        posix_spawnattr_setsigdefault(&attributes, &all)
        switch streams {
        case .terminal(let path):
            flags |= 0x80  // POSIX_SPAWN_SETSID of <spawn.h>, which only _GNU_SOURCE shows
            // The session has no terminal yet, so opening the slave makes it the controlling one (tty_ioctl(4)).
            posix_spawn_file_actions_addopen(&actions, 0, path, O_RDWR, 0)
            posix_spawn_file_actions_adddup2(&actions, 0, 1)
            posix_spawn_file_actions_adddup2(&actions, 0, 2)
        case .descriptors(let input, let output, let errors):
            posix_spawn_file_actions_adddup2(&actions, input, 0)
            posix_spawn_file_actions_adddup2(&actions, output, 1)
            posix_spawn_file_actions_adddup2(&actions, errors, 2)
        }
        // Not everything in a test runner is close-on-exec. glibc ignores descriptors that are not open.
        for descriptor in Int32(3)..<256 { posix_spawn_file_actions_addclose(&actions, descriptor) }
        posix_spawnattr_setflags(&attributes, Int16(flags))
        var started: pid_t = 0
        // env(1) changes the folder and becomes the program; posix_spawn's own way needs _GNU_SOURCE.
        let command = (folder.map { ["env", "-C", $0] } ?? []) + [program] + arguments
        let code = CStringArray.lend(command) { argv in
            CStringArray.lend(environment.map { "\($0.key)=\($0.value)" }.sorted()) { envp in
                posix_spawnp(&started, command[0], &actions, &attributes, argv, envp)
            }
        }
        guard code == 0 else { throw JourneyFailure(call: "starting \(program)", code: code) }
        id = started
    }

    /// Looks, without waiting, whether it ended, stopped or went on.
    func look() {
        var status: Int32 = 0
        while ending == nil, waitpid(id, &status, WNOHANG | WUNTRACED | WCONTINUED) == id {
            note(status)
        }
    }

    /// Ends it and everything of its process group, and reaps it.
    func kill() {
        look()
        guard ending == nil else { return }
        Glibc.kill(-id, SIGKILL)
        Glibc.kill(id, SIGKILL)
        var status: Int32 = 0
        while ending == nil, waitpid(id, &status, 0) == id || errno == EINTR {
            note(status)
        }
    }

    /// The macros of wait(2), which Swift does not import.
    private func note(_ status: Int32) {
        if status & 0xFFFF == 0xFFFF {
            isStopped = false
        } else if status & 0xFF == 0x7F {
            isStopped = true
        } else if status & 0x7F == 0 {
            ending = .exited(status >> 8 & 0xFF)
        } else {
            ending = .signalled(status & 0x7F)
        }
    }
}
