import Glibc

/// A command without a terminal, run to its end.
package struct ToolRun: Sendable {
    /// How it ended.
    package let ending: ProcessEnding
    /// What it wrote to standard output.
    package let output: [UInt8]
    /// What it wrote to standard error.
    package let errors: [UInt8]

    /// Standard output as text.
    package var text: String { String(decoding: output, as: UTF8.self) }
    /// Standard error as text.
    package var errorText: String { String(decoding: errors, as: UTF8.self) }

    /// Runs a command with nothing to read.
    ///
    /// - Parameters:
    ///   - program: a path or a name.
    ///   - arguments: without the program's own name.
    ///   - environment: all of it.
    ///   - folder: the working directory.
    ///   - seconds: after which it is killed and the run fails.
    /// - Throws: `JourneyFailure` when it cannot be started or does not end.
    package init(
        _ program: String, _ arguments: [String], environment: [String: String], folder: String? = nil,
        seconds: Double = 60
    ) throws(JourneyFailure) {
        let out = try Self.pipe()
        let err = try Self.pipe()
        let nothing = open("/dev/null", O_RDONLY | O_CLOEXEC)
        var openDescriptors = [out.read, out.write, err.read, err.write, nothing]
        defer { openDescriptors.forEach { close($0) } }
        let child = try ChildProcess(
            program, arguments, environment: environment, folder: folder,
            streams: .descriptors(input: nothing, output: out.write, errors: err.write))
        for descriptor in [out.write, err.write, nothing] {
            close(descriptor)
            openDescriptors.removeAll { $0 == descriptor }
        }
        var collected: [Int32: [UInt8]] = [out.read: [], err.read: []]
        var open = [out.read, err.read]
        let deadline = MonotonicClock.milliseconds + Int(seconds * 1000)
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while !open.isEmpty {
            let left = deadline - MonotonicClock.milliseconds
            guard left > 0 else {
                child.kill()
                throw JourneyFailure("\(program) did not end within \(seconds) s")
            }
            var wanted = open.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
            guard poll(&wanted, nfds_t(wanted.count), Int32(clamping: left)) > 0 else { continue }
            for ready in wanted where ready.revents != 0 {
                let count = read(ready.fd, &buffer, buffer.count)
                if count > 0 {
                    collected[ready.fd]?.append(contentsOf: buffer[..<count])
                } else {
                    open.removeAll { $0 == ready.fd }
                }
            }
        }
        child.look()
        while child.ending == nil {
            guard MonotonicClock.milliseconds < deadline else {
                child.kill()
                throw JourneyFailure("\(program) closed its output and did not end within \(seconds) s")
            }
            // No descriptor tells the end of a process; poll waits a moment between two looks.
            poll(nil, 0, 2)
            child.look()
        }
        ending = child.ending ?? .exited(-1)
        output = collected[out.read] ?? []
        errors = collected[err.read] ?? []
    }

    /// Finds a program in PATH.
    ///
    /// - Parameter name: without slashes.
    /// - Returns: its path, nil when it is not installed.
    package static func path(of name: String) -> String? {
        let folders = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
        return folders.split(separator: ":").map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
    }

    private static func pipe() throws(JourneyFailure) -> (read: Int32, write: Int32) {
        var ends: [Int32] = [-1, -1]
        guard Glibc.pipe(&ends) == 0 else { throw JourneyFailure(call: "pipe", code: errno) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return (ends[0], ends[1])
    }
}
