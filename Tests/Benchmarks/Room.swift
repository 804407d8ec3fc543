import Casework
import Desk
import Glibc
import Records
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

    /// How a sealed room is unlocked.
    static let name = "封缄"
    static let passphrase = "correct horse battery staple"

    /// Makes a sealed one with the same records, unless it is there already.
    ///
    /// - Parameters:
    ///   - path: the private directory.
    ///   - records: how many; none for measuring what the passphrase costs.
    /// - Returns: how long it took; `nil` when it was there.
    /// - Throws: what the store or the desk says against it.
    static func makeSealed(at path: String, records: Int) throws -> Stopwatch.Time? {
        let environment = SystemEnvironment.environment()
        if (try? Desk.exists(at: path, environment: environment)) ?? false { return nil }
        let watch = Stopwatch(wholeProcess: true)
        if records == 0 {
            try Desk.create(at: path, environment: environment, room: "空", officer: name, sealed: passphrase).desk
                .close()
            return watch.time
        }
        let all = DemoRoom.generate(records: records, seed: seed, today: environment.clock.now.day)
        let officers = all.filter { $0.type == Officer.type.id }
        let officer = officers.first { $0.values[Officer.role] == .beat }?.id ?? RecordID("officer")
        let store = try Store.createSealed(
            at: path, environment: environment, demo: true, officer: officer, name: TextFolding.plain(name),
            passphrase: passphrase
        ).store
        for start in stride(from: 0, to: all.count, by: 500) {
            for stream in Records.Stream.allCases {
                let changes = all[start..<min(all.count, start + 500)].compactMap { change($0, in: stream) }
                if !changes.isEmpty { try store.append(batch: changes) }
            }
        }
        for stream in Records.Stream.allCases { try store.roll(stream) }
        store.close()
        try open(path).close()
        return watch.time
    }

    static func change(_ record: DemoRecord, in stream: Records.Stream) -> Change? {
        guard let type = Casework.type(record.type), type.stream(for: record.values) == stream else { return nil }
        return Change(
            stream: stream, officer: record.officer, moment: record.moment, batch: "demo",
            ops: Record.creation(id: record.id, type: record.type, values: record.values))
    }

    /// Opens one, with the first beat officer at the desk; a sealed one with its passphrase.
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
        if desk.isLocked {
            try desk.unlock(name: name, passphrase: passphrase)
        } else if let officer = desk.people().first(where: { $0.role == .beat }) {
            try desk.signIn(officer.id)
        }
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

    /// Has the highest count from now (proc(5), `clear_refs`).
    static func forgetPeak() {
        guard let file = fopen("/proc/self/clear_refs", "w") else { return }
        fputs("5", file)
        fclose(file)
    }
}
