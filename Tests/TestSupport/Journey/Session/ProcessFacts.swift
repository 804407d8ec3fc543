import Glibc

/// What /proc tells about a process.
enum ProcessFacts {
    /// Whether every thread waits for something: none runs, wants to run or waits for a disk.
    ///
    /// - Parameter id: of the process.
    /// - Returns: true as well when there is no such process any more.
    static func isAsleep(_ id: pid_t) -> Bool {
        for thread in ScratchFolder.names(in: "/proc/\(id)/task") {
            let stat = contents("/proc/\(id)/task/\(thread)/stat")
            // "pid (name) S …": the name may hold anything, so the state is looked for after the last parenthesis.
            let state = stat.lastIndex(of: ")").map { stat[$0...].dropFirst(2).prefix(1) } ?? "S"
            if state == "R" || state == "D" { return false }
        }
        return true
    }

    /// The most memory it ever had resident, in KiB.
    ///
    /// - Parameter id: of the process.
    /// - Returns: nil when there is no such process any more.
    static func peakResidentKiB(_ id: pid_t) -> Int? {
        let line = contents("/proc/\(id)/status").split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return line.flatMap { Int($0.filter(\.isNumber)) }
    }

    /// Those of some texts that stand somewhere in its memory, as UTF-8.
    ///
    /// - Parameters:
    ///   - id: of the process, which must stand still meanwhile.
    ///   - texts: what to look for.
    /// - Returns: nil when its memory may not be read: a program that lets nobody in opens to root alone (prctl(2)).
    static func texts(inMemoryOf id: pid_t, among texts: [String]) -> [String]? {
        let memory = open("/proc/\(id)/mem", O_RDONLY)
        guard memory >= 0 else { return nil }
        defer { close(memory) }
        var found: Set<String> = []
        for line in contents("/proc/\(id)/maps").split(separator: "\n") {
            // "start-end rwxp offset device inode path": what the program itself may write to.
            let parts = line.split(separator: " ")
            let ends = parts[0].split(separator: "-").compactMap { Int($0, radix: 16) }
            guard ends.count == 2, parts[1].hasPrefix("rw") else { continue }
            var bytes = [UInt8](repeating: 0, count: ends[1] - ends[0])
            let count = pread(memory, &bytes, bytes.count, ends[0])
            guard count > 0 else { continue }
            bytes.removeLast(bytes.count - count)
            for text in texts where !found.contains(text) && bytes.holds(Array(text.utf8)) { found.insert(text) }
        }
        return texts.filter(found.contains)
    }

    private static func contents(_ path: String) -> String {
        (try? ScratchFolder.read(path)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}
