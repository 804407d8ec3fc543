import Desk
import Glibc
import Store
import TestSupport

/// A generated room on a real disk.
enum Room {
    /// The seed of every generated room.
    static let seed: UInt64 = 1

    /// Makes one, unless it is there already.
    ///
    /// - Parameters:
    ///   - path: the private directory.
    ///   - records: how many.
    /// - Returns: how long it took; `nil` when it was there.
    /// - Throws: what the desk says against it.
    static func make(at path: String, records: Int) throws -> Stopwatch.Time? {
        let environment = SystemEnvironment.environment()
        if (try? Desk.exists(at: path, environment: environment)) ?? false { return nil }
        let watch = Stopwatch(wholeProcess: true)
        let desk = try Desk.createDemo(at: path, environment: environment, records: records, seed: seed)
        desk.close()
        return watch.time
    }

    /// Opens one, with the first beat officer at the desk.
    ///
    /// - Parameters:
    ///   - path: the private directory.
    ///   - files: the disk.
    /// - Returns: the notebook.
    /// - Throws: what the desk says against it.
    static func open(_ path: String, files: any FileSystem = PosixFileSystem()) throws -> Desk {
        var environment = SystemEnvironment.environment()
        environment.files = files
        let desk = try Desk.open(at: path, environment: environment)
        if let officer = desk.people().first(where: { $0.role == .beat }) { try desk.signIn(officer.id) }
        return desk
    }

    /// Removes the kept images of the index, so that the next opening makes it again.
    static func removeImages(in path: String) {
        for name in ScratchFolder.names(in: path) {
            let inner = path + "/" + name
            if name == "snapshot" { unlink(inner) } else { removeImages(in: inner) }
        }
    }

    /// What this process has resident, in MiB.
    static var resident: (now: Double, peak: Double) {
        let status = (try? ScratchFolder.read("/proc/self/status")) ?? []
        func value(_ name: String) -> Double {
            let line = String(decoding: status, as: UTF8.self).split(separator: "\n").first { $0.hasPrefix(name) }
            return Double(line.flatMap { Int($0.filter(\.isNumber)) } ?? 0) / 1024
        }
        return (value("VmRSS:"), value("VmHWM:"))
    }
}
