import Records
import TestSupport
import Testing

@testable import Store

/// Stores that earlier versions made must open for ever.
@Suite("The golden store of format 1")
struct GoldenTests {
    /// Reads the files that lie beside the tests into a simulated disk.
    private func golden() throws -> SimulatedFileSystem {
        let here = String(#filePath.prefix(upTo: #filePath.lastIndex(of: "/") ?? #filePath.endIndex))
        let disk = SimulatedFileSystem()
        let posix = PosixFileSystem()
        func copy(_ path: String) throws {
            for name in try posix.list(here + "/Golden/clear-1" + path) {
                let inner = "\(path)/\(name)"
                if try posix.status(here + "/Golden/clear-1" + inner).isDirectory {
                    try copy(inner)
                } else {
                    let folder = Folder(files: posix, root: here + "/Golden/clear-1")
                    disk.put(try #require(try folder.read(String(inner.dropFirst()))), at: "/s" + inner)
                }
            }
        }
        try copy("")
        return disk
    }

    /// What the golden store was made of; run with an empty directory's disk to make it again.
    static func make(on disk: any FileSystem, at path: String) throws -> Store {
        var tuning = StoreTuning.small
        tuning.ballastBytes = 0
        tuning.logBytes = 0
        let store = try Store.create(
            at: path, environment: .simulated(disk, seed: 42, tuning: tuning), mode: .clear, demo: true)
        for number in 0..<3 { try store.append(Samples.visit(number)) }
        try store.roll(.general)
        try store.append(Samples.visit(3))
        try store.append(Samples.visit(4, stream: .restricted))
        try store.putDraft(
            Draft(id: "visit.1", moment: ScriptedClock().now, bytes: Array("草稿".utf8)), of: Samples.officer)
        return store
    }

    @Test("opens, and every change has the identity it was given")
    func opens() throws {
        let store = try Store.open(at: "/s", environment: .simulated(try golden(), seed: 1))
        #expect(store.report.findings.isEmpty && store.isDemo && store.readOnly == nil)
        // Files from a version control system are copies, so the laptop writes under a new name.
        #expect(store.report.isNewWriter)
        let general = try Samples.read(store)
        #expect(general.map(\.change) == (0..<4).map { Samples.visit($0) })
        #expect(general.map(\.id.text) == Self.identities)
        #expect(try Samples.read(store, .restricted).map(\.change) == [Samples.visit(4, stream: .restricted)])
        #expect(try store.drafts(of: Samples.officer).map(\.bytes) == [Array("草稿".utf8)])
        #expect(try store.verify().findings.isEmpty)
    }

    @Test("is still made the same, byte for byte, from the same random numbers")
    func isReproducible() throws {
        let disk = SimulatedFileSystem()
        try Self.make(on: disk, at: "/s").close()
        let golden = try golden().contents
        for (path, bytes) in disk.contents where !path.hasSuffix("writer.json") && !path.hasSuffix("lock") {
            #expect(golden[path] == bytes, "\(path)")
        }
        #expect(golden.count >= 7)
    }

    static let identities = [
        "qr4-tyy6kjPckmYRI732VQgnkyPUK2sQ65sI1nqES8Q",
        "OUam4wBaQ0zaTvtHnLtmGCJoFrOnAs-W-O5t5kD0N0g",
        "rLdrwnBCyVXk0fP_aFo3nMvIci4LTwmraoqqXAtouXE",
        "JlS0qFrtxS1QyjJ_4WeeKKO_wltBO9YmNxZ4k7QbWus",
    ]
}
