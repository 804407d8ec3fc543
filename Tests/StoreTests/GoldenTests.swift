import Records
import TestSupport
import Testing

@testable import Store

/// Stores that earlier versions made must open for ever.
///
/// The first ones have all values of a record under one commitment; in the second ones each row has its own. In the third ones
/// logs say how many records they began with, and slots where they start.
@Suite("The golden stores of format 1")
struct GoldenTests {
    /// Reads the files that lie beside the tests into a simulated disk.
    static func golden(_ mode: StoreMode, _ generation: Int = 1) throws -> SimulatedFileSystem {
        let here = String(#filePath.prefix(upTo: #filePath.lastIndex(of: "/") ?? #filePath.endIndex))
        let disk = SimulatedFileSystem()
        let posix = PosixFileSystem()
        func copy(_ path: String) throws {
            for name in try posix.list(here + "/Golden/\(mode)-\(generation)" + path) {
                let inner = "\(path)/\(name)"
                if try posix.status(here + "/Golden/\(mode)-\(generation)" + inner).isDirectory {
                    try copy(inner)
                } else {
                    let folder = Folder(files: posix, root: here + "/Golden/\(mode)-\(generation)")
                    disk.put(try #require(try folder.read(String(inner.dropFirst()))), at: "/s" + inner)
                }
            }
        }
        try copy("")
        return disk
    }

    /// What the golden store was made of; run with an empty directory's disk to make it again.
    static func make(_ mode: StoreMode, on disk: any FileSystem, at path: String) throws -> Store {
        var tuning = StoreTuning.small
        tuning.ballastBytes = 0
        tuning.logBytes = 0
        let store = try Sealed.create(mode, .simulated(disk, seed: 42, tuning: tuning), at: path, demo: true)
        for number in 0..<3 { try store.append(Samples.visit(number)) }
        try store.roll(.general)
        try store.append(Samples.visit(3))
        try store.append(Samples.visit(4, stream: .restricted))
        try store.putDraft(
            Draft(id: "visit.1", moment: ScriptedClock().now, bytes: Array("草稿".utf8)), of: Samples.officer)
        return store
    }

    @Test("opens, and every change has the identity it was given", arguments: StoreMode.allCases, [1, 2, 3])
    func opens(_ mode: StoreMode, _ generation: Int) throws {
        let store = try Store.open(at: "/s", environment: .simulated(try Self.golden(mode, generation), seed: 1))
        if mode == .sealed { try store.unlock(name: Sealed.name, passphrase: Sealed.passphrase) }
        #expect(store.report.findings.isEmpty && store.isDemo && store.readOnly == nil)
        // Files from a version control system are copies, so the laptop writes under a new name.
        #expect(store.report.isNewWriter)
        let general = try Samples.read(store)
        #expect(general.map(\.change) == (0..<4).map { Samples.visit($0) })
        if generation == 1 { #expect(general.map(\.id.text) == Self.identities(mode)) }
        #expect(try Samples.read(store, .restricted).map(\.change) == [Samples.visit(4, stream: .restricted)])
        #expect(try store.drafts(of: Samples.officer).map(\.bytes) == [Array("草稿".utf8)])
        #expect(try store.verify().findings.isEmpty)
    }

    @Test("is still made the same, byte for byte, from the same random numbers", arguments: StoreMode.allCases)
    func isReproducible(_ mode: StoreMode) throws {
        let disk = SimulatedFileSystem()
        try Self.make(mode, on: disk, at: "/s").close()
        let golden = try Self.golden(mode, 3).contents
        for (path, bytes) in disk.contents where !path.hasSuffix("writer.json") && !path.hasSuffix("lock") {
            // HPKE draws its own random numbers.
            if path.contains("keys/epoch-") {
                #expect(golden[path] != nil, "\(path)")
            } else {
                #expect(golden[path] == bytes, "\(path)")
            }
        }
        #expect(golden.count >= 7)
    }

    @Test("opens with the recovery code that was printed for it")
    func recovers() throws {
        let store = try Store.open(at: "/s", environment: .simulated(try Self.golden(.sealed), seed: 1))
        let unlocked = try store.unlock(recoveryCode: try RecoveryCode(Self.recoveryCode))
        #expect(unlocked.officer == nil && unlocked.streams == Set(Stream.allCases))
        #expect(try Samples.read(store).map(\.change) == (0..<4).map { Samples.visit($0) })
        #expect(try Samples.read(store, .restricted).map(\.change) == [Samples.visit(4, stream: .restricted)])
    }

    static let recoveryCode = "A2WVD-EAFJW-6FY17-44F5K-J1WYJ-79REZ-8WTT7-G806G"

    static func identities(_ mode: StoreMode) -> [String] {
        switch mode {
        case .clear:
            [
                "qr4-tyy6kjPckmYRI732VQgnkyPUK2sQ65sI1nqES8Q",
                "OUam4wBaQ0zaTvtHnLtmGCJoFrOnAs-W-O5t5kD0N0g",
                "rLdrwnBCyVXk0fP_aFo3nMvIci4LTwmraoqqXAtouXE",
                "JlS0qFrtxS1QyjJ_4WeeKKO_wltBO9YmNxZ4k7QbWus",
            ]
        case .sealed:
            [
                "V07lMA5zDHtueU8KOfUS4ekrGQjhJtrt8_4mI0-CUOQ",
                "_nR68t7W7DgHksV1PWzb_7aRDGMpifnmE06ri8Ng0Ko",
                "Lveyc83u_H6EiWLxzMf4E1MqolIUPGkivgTJI062b8M",
                "sOG5SFvAVj-2TKoAYlh9CS9gkYr_KA-62-1xPrMZozQ",
            ]
        }
    }
}
