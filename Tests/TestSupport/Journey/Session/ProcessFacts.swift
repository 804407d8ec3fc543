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

    private static func contents(_ path: String) -> String {
        (try? ScratchFolder.read(path)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}
