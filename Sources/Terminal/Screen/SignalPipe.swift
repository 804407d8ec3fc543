import Glibc

/// Turns signals and calls from other threads into bytes the main loop can wait for.
///
/// The handler does nothing but write one byte, so no curses call ever runs inside it. The pipe lives as long as the
/// process: a late waker must not write into a file that got the same descriptor.
final class SignalPipe: Sendable {
    /// The pipe of this process.
    static let shared = SignalPipe()

    /// The end to wait on.
    let readEnd: Int32
    private let writeEnd: Int32

    private init() {
        var ends: [Int32] = [-1, -1]
        pipe(&ends)
        for end in ends {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
        (readEnd, writeEnd) = (ends[0], ends[1])
        signalTarget = writeEnd
    }

    /// Makes the read end readable; a full pipe is readable already.
    func wake() {
        var byte: UInt8 = 0
        _ = write(writeEnd, &byte, 1)
    }

    /// Takes out everything that arrived: signal numbers, and 0 for each wake.
    func drain() -> [Int32] {
        var buffer = [UInt8](repeating: 0, count: 512)
        let count = read(readEnd, &buffer, buffer.count)
        return count > 0 ? buffer[..<count].map(Int32.init) : []
    }

    /// Sends a signal here instead of its usual effect.
    ///
    /// - Parameter signal: the signal's number.
    /// - Returns: what it did before, for ``restore(_:to:)``.
    func capture(_ signal: Int32) -> sigaction {
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { number in
            let before = errno
            var byte = UInt8(truncatingIfNeeded: number)
            _ = write(signalTarget, &byte, 1)
            errno = before
        }
        var old = sigaction()
        sigaction(signal, &action, &old)
        return old
    }

    /// Gives a signal its former effect back.
    func restore(_ signal: Int32, to action: sigaction) {
        var action = action
        sigaction(signal, &action, nil)
    }
}

/// Where the signal handler writes.
///
/// A plain global with a constant start value, because a handler may not run the lazy
/// initialiser of anything; written once, before the first handler is installed.
nonisolated(unsafe) private var signalTarget: Int32 = -1
