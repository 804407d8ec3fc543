import Glibc

/// A real program on a real pseudo terminal, and a person in front of it.
///
/// The program is a session leader and the terminal its controlling terminal. Nothing here sleeps: every wait ends as
/// soon as what is waited for is on the screen, and a deadline exists only to fail. Use it through `withTerminal`.
package final class TerminalSession {
    /// How long a wait may take before the test fails, in seconds; generous, for machines under load.
    package static let patience = 30.0

    /// What the terminal shows now.
    package var screen: TerminalScreen { emulator.screen }
    /// Everything the program wrote so far.
    package private(set) var output: [UInt8] = []
    /// Sequences the program wrote which the emulator does not know.
    package var unknownSequences: [String] { emulator.unknown }
    /// How often the program wrote bytes that are no text in the terminal's charset.
    package var undecodable: Int { emulator.undecodable }
    /// The program's process id.
    package var processID: Int { Int(child.id) }
    /// How the program ended; nil while it lives.
    package var ending: ProcessEnding? {
        child.look()
        return child.ending
    }
    /// Whether the program is stopped.
    package var isStopped: Bool {
        child.look()
        return child.isStopped
    }
    /// The most memory the program ever had resident, in KiB; nil when it has ended.
    package var peakResidentKiB: Int? { ProcessFacts.peakResidentKiB(child.id) }

    /// Those of some texts that stand in the program's memory, as UTF-8; nil when the test may not look (it needs to be root).
    ///
    /// - Parameter texts: what to look for.
    /// - Returns: those that are there.
    package func inMemory(among texts: [String]) -> [String]? { ProcessFacts.texts(inMemoryOf: child.id, among: texts) }

    let terminal: PseudoTerminal
    let child: ChildProcess
    let charset: TerminalCharset
    private let command: String
    private var emulator: EmulatedTerminal
    private var hungUp = false

    /// Starts a program.
    ///
    /// - Parameters:
    ///   - program: a path or a name.
    ///   - arguments: without the program's own name.
    ///   - environment: all of it.
    ///   - size: of the terminal.
    ///   - charset: what the terminal speaks; the environment's locale must say the same.
    ///   - folder: the working directory.
    /// - Throws: `JourneyFailure` when it cannot be started.
    package init(
        _ program: String, _ arguments: [String] = [], environment: [String: String],
        size: TerminalSize = .standard, charset: TerminalCharset = .utf8, folder: String? = nil
    ) throws(JourneyFailure) {
        self.charset = charset
        command = ([program] + arguments).joined(separator: " ")
        emulator = EmulatedTerminal(size: size, charset: charset)
        terminal = try PseudoTerminal(size: size)
        child = try ChildProcess(
            program, arguments, environment: environment, folder: folder,
            streams: .terminal(path: terminal.path))
    }

    deinit { close() }

    /// Types keys; see `KeyScript` for their names.
    ///
    /// - Parameter keys: a script.
    /// - Throws: `JourneyFailure` for a key that is none, or when the program does not read for too long.
    package func send(_ keys: String) throws(JourneyFailure) {
        try send(
            bytes: KeyScript.bytes(
                keys, charset: charset, applicationCursorKeys: screen.applicationCursorKeys,
                bracketedPaste: screen.bracketedPaste))
    }

    /// Pastes text as the terminal would: in brackets when the program asked for them.
    ///
    /// - Parameter text: any lines.
    /// - Throws: `JourneyFailure` when the program does not read for too long.
    package func paste(_ text: String) throws(JourneyFailure) {
        try send(bytes: KeyScript.paste(text, charset: charset, bracketed: screen.bracketedPaste))
    }

    /// Sends raw bytes.
    ///
    /// - Parameter bytes: any.
    /// - Throws: `JourneyFailure` when the program does not read for too long, or is gone.
    package func send(bytes: [UInt8]) throws(JourneyFailure) {
        var rest = bytes[...]
        let deadline = MonotonicClock.milliseconds + Int(Self.patience * 1000)
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { write(terminal.descriptor, $0.baseAddress, $0.count) }
            if written > 0 {
                rest = rest.dropFirst(written)
            } else if written < 0, errno != EAGAIN, errno != EINTR {
                throw failure("typing into the program: \(SystemErrorText.text(for: errno))")
            } else if MonotonicClock.milliseconds > deadline {
                throw failure("the program read none of what was typed for \(Int(Self.patience)) s")
            } else {
                // It may be waiting for us to read what it writes.
                pump(milliseconds: 20)
            }
        }
    }

    /// Changes the window's size; the program gets SIGWINCH.
    ///
    /// - Parameter size: in cells.
    package func resize(to size: TerminalSize) {
        drain()
        emulator.resize(to: size)
        terminal.setSize(size)
    }

    /// What became of one look at the terminal.
    enum Pumped {
        case data, quiet, closed
    }

    /// Waits until the program writes, and reads it.
    ///
    /// - Parameter milliseconds: at most.
    /// - Returns: what there was.
    @discardableResult
    func pump(milliseconds: Int) -> Pumped {
        guard !hungUp, terminal.descriptor >= 0 else { return .closed }
        var wanted = pollfd(fd: terminal.descriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&wanted, 1, Int32(clamping: milliseconds)) > 0 else { return .quiet }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let count = read(terminal.descriptor, &buffer, buffer.count)
        if count > 0 {
            output.append(contentsOf: buffer[..<count])
            emulator.feed(buffer[..<count])
            let replies = emulator.takeReplies()
            if !replies.isEmpty { _ = write(terminal.descriptor, replies, replies.count) }
            return .data
        }
        if count < 0, errno == EAGAIN || errno == EINTR { return .quiet }
        // EIO: nobody holds the slave any more.
        hungUp = true
        return .closed
    }

    /// Reads all that is there already.
    func drain() {
        while pump(milliseconds: 0) == .data {}
    }

    /// Hangs up as when the window is closed or the line is lost: the program gets SIGHUP.
    package func hangUp() {
        drain()
        terminal.close()
        hungUp = true
    }

    /// Whether the terminal is gone on one side or the other.
    var isClosed: Bool { hungUp }

    /// Ends everything that still runs on the terminal; may be called again.
    package func close() {
        if let group = terminal.descriptor >= 0 ? terminal.foregroundGroup : nil, group != child.id {
            Glibc.kill(-group, SIGKILL)
        }
        child.kill()
        terminal.close()
        hungUp = true
    }

    /// A failure with everything a person needs to see.
    ///
    /// - Parameter what: what was expected.
    /// - Returns: the failure, to be thrown.
    package func failure(_ what: String) -> JourneyFailure {
        child.look()
        let state =
            switch child.ending {
            case .exited(let status): "ended with status \(status)"
            case .signalled(let number): "ended by signal \(number)"
            case nil: child.isStopped ? "stopped" : "running"
            }
        return JourneyFailure(
            """
            \(what)
            program: \(command) (\(state))
            \(screen.picture)
            last bytes of \(output.count): \(EscapedBytes.text(output.suffix(400)))
            unknown sequences: \(emulator.unknown), undecodable: \(emulator.undecodable)
            """)
    }
}
