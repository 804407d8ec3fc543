import CNcurses
import Glibc

/// A terminal, driven through ncurses.
///
/// ncurses sets the modes, knows the terminal's sequences and sends the least that turns one screen into another. Input is
/// read with `read` and decoded by ``KeyDecoder``: `wgetch` makes one system call per byte and cannot tell a terminal that
/// is gone from one where nobody types. All keys arrive as keys, Ctrl-C, Ctrl-Z, Ctrl-S, Ctrl-Q and Ctrl-\ included.
public final class CursesScreen: Screen {
    /// The terminal's extent.
    public private(set) var size: Size
    /// The widths both ncurses and the canvas go by; the settings asked for, unless ncurses could not be brought to agree.
    public let textWidth: TextWidth
    /// What the terminal and NO_COLOR allow.
    public let colorDepth: ColorDepth
    /// Wakes the wait for events from any thread, also after the screen is closed.
    public let waker = Waker { SignalPipe.shared.wake() }

    private let charset: Charset
    private var pairs: ColorPairs
    private var shown: Canvas?
    private var isOpen = true
    private var decoder: KeyDecoder
    private var captured: [Int32: sigaction] = [:]
    private let clockStart = ContinuousClock.now

    // What arrived and was not yet returned.
    private var isHungUp = false
    private var mustTerminate = false
    private var mustSuspend = false
    private var isResized = false
    private var isWoken = false
    /// Whether the end was asked for: then a second SIGHUP or SIGTERM must not cut short what is being saved.
    private var isEnding = false

    private static let input: Int32 = 0
    private static let output: Int32 = 1
    private static let signals = [SIGWINCH, SIGTSTP, SIGCONT, SIGTERM, SIGHUP, SIGINT, SIGQUIT]

    /// Takes the terminal on standard input and output.
    ///
    /// - Parameters:
    ///   - ambiguous: how wide the terminal draws ambiguous characters.
    ///   - lines: what lines are drawn with.
    ///   - environment: `TERM`, `NO_COLOR`, `ESCDELAY` and the locale variables are read from it.
    /// - Throws: ``ScreenError`` when there is no terminal or its locale cannot hold Chinese; the terminal is untouched then.
    public init(
        ambiguous: TextWidth.Ambiguous = .narrow, lines: TextWidth.Lines = .drawn,
        environment: TerminalEnvironment = .ofProcess()
    ) throws(ScreenError) {
        guard isatty(Self.input) == 1, isatty(Self.output) == 1 else { throw .notATerminal }
        charset = try Self.chooseLocale(environment)
        if charset == .gb18030, GB18030() == nil { throw .missingConversion }

        let wanted = TextWidth(ambiguous: ambiguous, lines: lines)
        NcursesWidth.use(wanted)
        guard terminal_open() != 0 else { throw .unknownTerminal(environment.terminal) }
        guard tigetstr("cup").map({ UInt(bitPattern: $0) != UInt.max }) ?? false else {
            endwin()
            throw .terminalTooSimple(environment.terminal)
        }
        // Elsewhere than in UTF-8 the character set is not ours to take for granted.
        if charset == .utf8 { terminal_keep_character_set() }
        textWidth = Self.agreeing(wanted)
        raw()
        noecho()
        nonl()
        let window = terminal_window()
        leaveok(window, false)
        scrollok(window, false)
        idlok(window, false)
        def_prog_mode()

        colorDepth = Self.startColor(environment)
        pairs = ColorPairs(limit: colorDepth == .mono ? 0 : Int(terminal_color_pairs()))
        decoder = KeyDecoder(charset: charset, escapeDelay: environment.escapeDelay)
        size = Size(rows: Int(terminal_rows()), columns: Int(terminal_columns()))
        for signal in Self.signals { captured[signal] = SignalPipe.shared.capture(signal) }
        isScreenOpen = true
        atexit { if isScreenOpen { restoreTerminal() } }
        send(Self.pasteOn)
    }

    deinit { close() }

    // MARK: - Output

    private static let pasteOn = "\u{1B}[?2004h"

    /// Sends what differs from the last frame, and the cursor's place last.
    ///
    /// - Parameter canvas: the frame; what lies outside the terminal is not shown.
    public func present(_ canvas: Canvas) {
        guard isOpen else { return }
        var frame = canvas
        if canvas.size != size {
            frame = Canvas(size: size, textWidth: canvas.textWidth)
            frame.draw(canvas, at: .zero)
        }
        let window = terminal_window()
        if shown == nil { werase(window) }
        for row in CanvasDiff(from: shown, to: frame).rows {
            setStyle(.plain)
            mvwhline(window, Int32(row.row), Int32(row.blanked.lowerBound), 32, Int32(row.blanked.count))
            for run in row.runs {
                wmove(window, Int32(run.row), Int32(run.columns.lowerBound))
                var isAlternate = false
                for piece in pieces(run.scalars.map { Int32($0.value) }) {
                    setStyle(run.style, isAlternate: isAlternate)
                    piece.withUnsafeBufferPointer { _ = waddnwstr(window, $0.baseAddress, Int32($0.count)) }
                    isAlternate.toggle()
                }
            }
        }
        shown = frame
        // The cursor last: the window of an input method opens where it stands.
        let caret = frame.caret ?? Point(row: size.rows - 1, column: 0)
        wmove(
            window, Int32(min(max(0, caret.row), max(0, size.rows - 1))),
            Int32(min(max(0, caret.column), max(0, size.columns - 1))))
        curs_set(frame.caret != nil && frame.isCaretVisible ? 1 : 0)
        wrefresh(window)
    }

    /// Splits text so that ncurses sees no run of the same Latin-1 character outside UTF-8 locales.
    ///
    /// It would send such a run as one byte of the character and "repeat" (ncurses 6.4, `EmitRange`); pieces are written with
    /// attributes it takes for different.
    private func pieces(_ scalars: [Int32]) -> [ArraySlice<Int32>] {
        guard charset != .utf8 else { return [scalars[...]] }
        var pieces: [ArraySlice<Int32>] = []
        var start = 0
        for index in scalars.indices.dropFirst()
        where (0x80..<0x100).contains(scalars[index]) && scalars[index] == scalars[index - 1] {
            pieces.append(scalars[start..<index])
            start = index
        }
        return pieces + [scalars[start...]]
    }

    private func setStyle(_ style: Style, isAlternate: Bool = false) {
        let resolved = ResolvedStyle(style, at: colorDepth)
        let attributes = resolved.attributes
        terminal_set_style(
            terminal_window(), attributes.contains(.bold) ? 1 : 0, attributes.contains(.dim) ? 1 : 0,
            attributes.contains(.underline) ? 1 : 0, attributes.contains(.reverse) ? 1 : 0, isAlternate ? 1 : 0,
            pairs.number(of: resolved))
    }

    /// Has the next frame sent whole, after clearing the terminal.
    public func redrawAll() {
        guard isOpen else { return }
        shown = nil
        terminal_repaint_all()
    }

    /// Sounds the bell, or flashes where there is none.
    public func bell() {
        if isOpen { beep() }
    }

    private func send(_ sequence: String) {
        var bytes = Array(sequence.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { write(Self.output, $0.baseAddress, $0.count) }
            guard count > 0 else { return }
            bytes = bytes.dropFirst(count)
        }
    }

    // MARK: - Leaving and coming back

    /// Gives the terminal back, stops the process as SIGTSTP does and takes the terminal again when continued.
    ///
    /// A process whose shell is gone cannot be stopped this way; it returns at once then.
    public func suspend() {
        guard isOpen else { return }
        leave()
        let handler = captured[SIGTSTP]
        if let handler { SignalPipe.shared.restore(SIGTSTP, to: handler) }
        raise(SIGTSTP)
        _ = SignalPipe.shared.capture(SIGTSTP)
        enter()
    }

    /// Gives the terminal back for the time of a function.
    ///
    /// - Parameter body: what runs with the terminal in its usual state.
    /// - Returns: what the function returns.
    /// - Throws: what the function throws.
    public func outside<Result>(_ body: () throws -> Result) rethrows -> Result {
        guard isOpen else { return try body() }
        leave()
        defer { enter() }
        return try body()
    }

    /// Gives the terminal and the signals back.
    ///
    /// After ``InputEvent/hangup`` or ``InputEvent/terminate`` SIGHUP and SIGTERM stay without effect, so that a second one does
    /// not cut short what is being saved.
    public func close() {
        guard isOpen else { return }
        leave()
        isOpen = false
        for (signal, action) in captured where !isEnding || (signal != SIGHUP && signal != SIGTERM) {
            SignalPipe.shared.restore(signal, to: action)
        }
    }

    private func leave() {
        isScreenOpen = false
        restoreTerminal()
    }

    private func enter() {
        isScreenOpen = true
        reset_prog_mode()
        send(Self.pasteOn)
        redrawAll()
        isResized = true
    }

    // MARK: - Input

    private var now: Duration { clockStart.duration(to: .now) }

    /// Whether an event would be returned at once.
    public var hasPendingInput: Bool {
        guard isOpen, !decoder.hasEvents, !isHungUp, !mustTerminate, !mustSuspend, !isResized, !isWoken else {
            return isOpen
        }
        return wait(milliseconds: 0)
    }

    /// Waits for something to happen.
    ///
    /// - Parameter timeoutMilliseconds: the longest wait; nil waits without end.
    /// - Returns: the event; ``InputEvent/hangup`` for ever once the terminal is gone or the screen closed.
    public func nextEvent(timeoutMilliseconds: Int?) -> InputEvent {
        let end = timeoutMilliseconds.map { now + .milliseconds($0) }
        while isOpen {
            if let event = takeEvent() { return event }
            decoder.advance(to: now)
            if decoder.hasEvents { continue }
            let until = [end, decoder.deadline].compactMap(\.self).min()
            if wait(milliseconds: until.map { Self.milliseconds($0 - now) }) {
                readInput()
            } else if let end, now >= end, !isAnythingWaiting {
                return .timeout
            }
        }
        return .hangup
    }

    private var isAnythingWaiting: Bool {
        decoder.hasEvents || isHungUp || mustTerminate || mustSuspend || isResized || isWoken
    }

    private func takeEvent() -> InputEvent? {
        if Self.take(&mustTerminate) {
            isEnding = true
            return .terminate
        }
        if isHungUp { return .hangup }
        if Self.take(&mustSuspend) { return .suspend }
        if Self.take(&isResized) {
            adoptSize()
            return .resize(size)
        }
        if Self.take(&isWoken) { return .wake }
        return decoder.next()
    }

    private static func take(_ flag: inout Bool) -> Bool {
        defer { flag = false }
        return flag
    }

    /// Waits for bytes from the terminal; signals that come meanwhile are noted and end the wait.
    private func wait(milliseconds: Int32?) -> Bool {
        var descriptors = [
            pollfd(fd: Self.input, events: Int16(POLLIN), revents: 0),
            pollfd(fd: SignalPipe.shared.readEnd, events: Int16(POLLIN), revents: 0),
        ]
        guard poll(&descriptors, nfds_t(descriptors.count), milliseconds ?? -1) > 0 else { return false }
        if descriptors[1].revents != 0 { SignalPipe.shared.drain().forEach(note) }
        return descriptors[0].revents != 0
    }

    private func note(_ signal: Int32) {
        switch signal {
        case SIGWINCH: isResized = true
        case SIGTSTP: mustSuspend = true
        case SIGHUP: hangUp()
        case SIGCONT:
            // Stopped by SIGSTOP and continued: whoever had the terminal meanwhile may have changed modes and screen.
            reset_prog_mode()
            send(Self.pasteOn)
            redrawAll()
            isResized = true
        case 0: isWoken = true
        default: mustTerminate = true
        }
    }

    private func readInput() {
        var buffer = [UInt8](repeating: 0, count: 16384)
        let count = read(Self.input, &buffer, buffer.count)
        if count > 0 {
            decoder.feed(buffer[..<count], at: now)
        } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
            // End of input, or EIO from a terminal that was closed: no later read would bring anything.
            hangUp()
        }
    }

    private func hangUp() {
        isHungUp = true
        isEnding = true
    }

    private func adoptSize() {
        var rows: Int32 = 0
        var columns: Int32 = 0
        guard terminal_window_size(Self.output, &rows, &columns) != 0 else { return }
        let new = Size(rows: Int(rows), columns: Int(columns))
        guard new != size else { return }
        resizeterm(rows, columns)
        size = Size(rows: Int(terminal_rows()), columns: Int(terminal_columns()))
        // Terminals rearrange what they show when their width changes.
        redrawAll()
    }

    /// Rounds up, so that a deadline has passed when the wait is over.
    private static func milliseconds(_ duration: Duration) -> Int32 {
        let (seconds, attoseconds) = duration.components
        guard seconds >= 0, attoseconds >= 0 else { return 0 }
        return Int32(
            clamping: min(seconds, 1 << 20) * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    }
}

/// Whether a screen holds the terminal; read by the exit handler, which can capture nothing.
nonisolated(unsafe) private var isScreenOpen = false

/// Gives the terminal its usual state back.
private func restoreTerminal() {
    let pasteOff: [UInt8] = Array("\u{1B}[?2004l".utf8)
    _ = write(1, pasteOff, pasteOff.count)
    endwin()
}
