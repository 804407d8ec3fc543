import Desk
import Glibc
import Synchronization

/// Standard output and standard error: answers on the one, messages on the other.
enum Console {
    /// Bytes that wait to be written to standard output, so that a list of ten thousand lines is not ten thousand calls.
    private static let waiting = Mutex<[UInt8]>([])
    private static let most = 1 << 16

    /// Prints a line for a reader, in the locale's encoding.
    static func out(_ line: String) {
        put(Surroundings.charset.bytes(of: line + "\n"))
    }

    /// Prints an object for a program, always in UTF-8.
    static func json(_ value: Value) {
        put(JSONWriter.bytes(of: value) + [0x0A])
    }

    /// Says something besides the answer.
    static func note(_ label: Label) {
        let text = label.spoken
        guard !text.isEmpty else { return }
        // On a terminal both arrive at one place: what was said first stands first.
        if Surroundings.isOutputTerminal { try? flush() }
        _ = write(Surroundings.charset.bytes(of: text + "\n")[...], to: STDERR_FILENO)
    }

    /// Writes something to standard error as it is: a bar that grows, a question.
    static func show(_ text: String) {
        _ = write(Surroundings.charset.bytes(of: text)[...], to: STDERR_FILENO)
    }

    /// Writes out what waits.
    ///
    /// - Throws: `CommandFailure` when it cannot be written, as on a full disk.
    static func flush() throws(CommandFailure) {
        let bytes = waiting.withLock { waiting in
            defer { waiting = [] }
            return waiting
        }
        guard write(bytes[...], to: STDOUT_FILENO) else {
            throw CommandFailure(
                .refused,
                Label(
                    "输出没有写完（错误 \(errno)）。请检查磁盘空间或接收输出的程序。",
                    "The output could not be written in full (error \(errno)). Check the disk, or what reads it."))
        }
    }

    private static func put(_ bytes: [UInt8]) {
        let full = waiting.withLock { waiting -> [UInt8]? in
            waiting += bytes
            guard waiting.count >= most else { return nil }
            defer { waiting = [] }
            return waiting
        }
        // What cannot be written goes back, so that the last flush meets the same failure and reports it.
        if let full, !write(full[...], to: STDOUT_FILENO) { waiting.withLock { $0 = full + $0 } }
    }

    private static func write(_ bytes: ArraySlice<UInt8>, to file: Int32) -> Bool {
        var rest = bytes
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }
}
