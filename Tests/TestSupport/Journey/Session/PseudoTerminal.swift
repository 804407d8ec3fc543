import Glibc

/// The master side of a pseudo terminal.
final class PseudoTerminal {
    /// The master; -1 once closed.
    private(set) var descriptor: Int32
    /// The slave's path, which the program opens.
    let path: String

    /// Opens a pair.
    ///
    /// - Parameter size: what the program finds.
    /// - Throws: `JourneyFailure` when the system has none left.
    init(size: TerminalSize) throws(JourneyFailure) {
        var master: Int32 = -1
        var slave: Int32 = -1
        var name = [CChar](repeating: 0, count: 128)
        guard openpty(&master, &slave, &name, nil, nil) == 0 else {
            throw JourneyFailure(call: "opening a pseudo terminal", code: errno)
        }
        // A copy of either side in another test's program would keep this terminal from ever hanging up.
        _ = fcntl(master, F_SETFD, FD_CLOEXEC)
        // Only the program holds the slave, so that its end is seen here.
        Glibc.close(slave)
        descriptor = master
        path = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
        setSize(size)
    }

    /// Sets the size; the kernel sends SIGWINCH to the foreground group when it changed.
    func setSize(_ size: TerminalSize) {
        var window = winsize(
            ws_row: UInt16(clamping: size.rows), ws_col: UInt16(clamping: size.columns), ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(descriptor, UInt(TIOCSWINSZ), &window)
    }

    /// The process group which has the keyboard; nil when there is none.
    var foregroundGroup: pid_t? {
        let group = tcgetpgrp(descriptor)
        return group > 0 ? group : nil
    }

    /// How many typed bytes the program has not read.
    var unreadInput: Int {
        // Asked at the slave's side: the master only knows what it passed on.
        let slave = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)
        guard slave >= 0 else { return 0 }
        defer { Glibc.close(slave) }
        var count: Int32 = 0
        _ = ioctl(slave, UInt(FIONREAD), &count)
        return Int(count)
    }

    /// Hangs up.
    func close() {
        guard descriptor >= 0 else { return }
        Glibc.close(descriptor)
        descriptor = -1
    }

    deinit { close() }
}
