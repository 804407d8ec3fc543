import Records
import TestSupport
import Testing

@testable import Store

@Suite("A store")
struct StoreTests {
    let disk = SimulatedFileSystem()

    private func create(_ mode: StoreMode) throws -> Store {
        try Sealed.create(mode, .simulated(disk), demo: true)
    }

    private func open(seed: UInt64 = 2, machine: String = "laptop") throws -> Store {
        try Sealed.open(.simulated(disk, seed: seed, machine: machine))
    }

    @Test("gives back what was saved, before and after it is rolled, closed and opened", arguments: StoreMode.allCases)
    func savedComesBack(_ mode: StoreMode) throws {
        var expected: [StoredChange] = []
        let store = try create(mode)
        for number in 0..<30 { expected.append(try store.append(Samples.visit(number)).stored) }
        #expect(try Samples.read(store) == expected)
        try store.roll(.general)
        for number in 30..<33 { expected.append(try store.append(Samples.visit(number)).stored) }
        #expect(try Samples.read(store) == expected)
        store.close()
        let again = try open()
        #expect(try Samples.read(again) == expected)
        #expect(again.report.findings.isEmpty && !again.report.isNewWriter && again.report.readOnly == nil)
        #expect(again.report.logged == 3)
        #expect(again.isDemo && again.writer == store.writer)
        #expect(try again.verify().findings == [])
    }

    @Test("makes a save durable with exactly one fdatasync and no other sync", arguments: StoreMode.allCases)
    func oneSync(_ mode: StoreMode) throws {
        let store = try create(mode)
        disk.trace = []
        for number in 0..<5 { try store.append(Samples.visit(number)) }
        #expect(disk.count(.syncData) == 5)
        #expect(disk.count(.sync) == 0 && disk.count(.syncDirectory) == 0)
        disk.trace = []
        try store.append(batch: (5..<9).map { Samples.visit($0) })
        #expect(disk.count(.syncData) == 1 && disk.count(.write) == 1)
    }

    @Test("knows at the save where a change will lie for good", arguments: StoreMode.allCases)
    func locationsAreFinal(_ mode: StoreMode) throws {
        let store = try create(mode)
        let saved = try (0..<25).map { try store.append(Samples.visit($0)) }
        #expect(saved.last.map { $0.location.number > 2 } == true)
        try store.roll(.general)
        var read: [LocatedChange] = []
        _ = try store.readAll(.general) { read += $0 }
        #expect(read == saved)
        for change in saved {
            #expect(try store.change(change.stored.id, at: change.location) == change.stored)
            #expect(try store.change(change.stored.id) == change.stored)
        }
        #expect(throws: StoreError.unknownChange(ChangeID(bigEndian: 1, 2, 3, 4))) {
            try store.change(ChangeID(bigEndian: 1, 2, 3, 4))
        }
    }

    @Test("reads on from heads, whatever was rolled in between", arguments: StoreMode.allCases)
    func tails(_ mode: StoreMode) throws {
        let store = try create(mode)
        for number in 0..<10 { try store.append(Samples.visit(number)) }
        let inLog = store.heads(.general)
        try store.append(Samples.visit(10))
        #expect(try Samples.read(store, from: inLog).map(\.change) == [Samples.visit(10)])
        try store.roll(.general)
        #expect(try Samples.read(store, from: inLog).map(\.change) == [Samples.visit(10)])
        let rolled = store.heads(.general)
        #expect(try Samples.read(store, from: rolled).isEmpty)
        try store.append(Samples.visit(11))
        #expect(try Samples.read(store, from: rolled).map(\.change) == [Samples.visit(11)])
        #expect(Heads(rolled.value) == rolled && Heads(inLog.value) == inLog)
        let foreign = try Sealed.create(mode, .simulated(disk, seed: 9), at: "/t")
        #expect(!foreign.contains(rolled))
        #expect(throws: StoreError.unknownHeads) { try Samples.read(foreign, from: rolled) }
    }

    @Test("keeps its two streams apart", arguments: StoreMode.allCases)
    func streams(_ mode: StoreMode) throws {
        let store = try create(mode)
        try store.append(Samples.visit(1))
        try store.append(Samples.visit(2, stream: .restricted))
        try store.roll(.restricted)
        #expect(try Samples.read(store).map(\.change) == [Samples.visit(1)])
        #expect(try Samples.read(store, .restricted).map(\.change) == [Samples.visit(2, stream: .restricted)])
        #expect(throws: StoreError.unwritable) {
            try store.append(batch: [Samples.visit(3), Samples.visit(4, stream: .restricted)])
        }
    }

    @Test("decodes on helper threads with the same result", arguments: StoreMode.allCases)
    func threads(_ mode: StoreMode) throws {
        let store = try create(mode)
        for number in 0..<60 { try store.append(Samples.visit(number)) }
        try store.roll(.general)
        let alone = try Samples.read(store)
        store.close()
        for helpers in 1...3 {
            var environment = StoreEnvironment.simulated(disk)
            environment.decodingThreads = helpers
            let store = try Sealed.open(environment)
            #expect(try Samples.read(store) == alone)
            store.close()
        }
    }

    @Test(
        "is opened for writing by one process; the next may look, and learns who holds it",
        arguments: StoreMode.allCases)
    func oneWriter(_ mode: StoreMode) throws {
        let store = try create(mode)
        try store.append(Samples.visit(1))
        let second = try open()
        #expect(second.readOnly == .held(process: 4711))
        #expect(try Samples.read(second).map(\.change) == [Samples.visit(1)])
        #expect(throws: StoreError.readOnly(.held(process: 4711))) { try second.append(Samples.visit(2)) }
        second.close()
        try store.append(Samples.visit(2))
        store.close()
        #expect(try open().readOnly == nil)
    }

    @Test("refuses what would not read back, and goes on", arguments: StoreMode.allCases)
    func unwritable(_ mode: StoreMode) throws {
        let store = try create(mode)
        var bad = Samples.visit(1)
        bad.ops.append(Op(record: RecordID("r"), path: FieldPath("n"), value: .decimal("no number")))
        #expect(throws: StoreError.unwritable) { try store.append(bad) }
        bad = Samples.visit(1)
        bad.unknown = [.init("officer", .text("x"))]
        #expect(throws: StoreError.unwritable) { try store.append(bad) }
        var long = Samples.visit(1)
        long.ops.append(
            Op(record: RecordID("r"), path: FieldPath("n"), value: .text(String(repeating: "长", count: 30000))))
        #expect(throws: StoreError.self) { try store.append(long) }
        try store.append(Samples.visit(2))
        #expect(try Samples.read(store).map(\.change) == [Samples.visit(2)])
    }

    @Test("cannot be made where one is, nor opened where none is")
    func places() throws {
        _ = try create(.clear)
        #expect(throws: StoreError.exists) { try create(.clear) }
        #expect(throws: StoreError.missing) { try Store.open(at: "/none", environment: .simulated(disk)) }
        #expect(throws: StoreError.unsupportedMode(.sealed)) {
            try Store.create(at: "/sealed", environment: .simulated(disk), mode: .sealed)
        }
    }

    @Test("uses only names that every disk keeps", arguments: StoreMode.allCases)
    func names(_ mode: StoreMode) throws {
        let store = try create(mode)
        for number in 0..<20 { try store.append(Samples.visit(number)) }
        try store.roll(.general)
        try store.putDraft(Draft(id: "d1", moment: ScriptedClock().now, bytes: [1]), of: Samples.officer)
        for path in disk.contents.keys {
            for name in path.split(separator: "/") { #expect(FileNames.isGood(String(name)), "\(path)") }
        }
        #expect(
            !FileNames.isGood("con") && !FileNames.isGood("com1.txt") && !FileNames.isGood("A")
                && !FileNames.isGood("x."))
        #expect(!FileNames.isGood("") && !FileNames.isGood(String(repeating: "a", count: 40)))
    }

    @Test(
        "copied to another place, restored, or carried to another machine, writes under a new name and loses nothing",
        arguments: StoreMode.allCases)
    func clones(_ mode: StoreMode) throws {
        let store = try create(mode)
        for number in 0..<15 { try store.append(Samples.visit(number)) }
        try store.roll(.general)
        try store.append(Samples.visit(15))
        store.close()
        let before = try Samples.read(try open()).map(\.change)
        disk.copy("/s", to: "/copy")
        let copy = try Sealed.open(.simulated(disk, seed: 3), at: "/copy")
        #expect(copy.report.isNewWriter && copy.writer != store.writer && copy.incarnation == 2)
        #expect(try Samples.read(copy).map(\.change) == before)
        try copy.append(Samples.visit(16))
        try copy.roll(.general)
        #expect(try copy.verify().findings == [])
        copy.close()
        let again = try Sealed.open(.simulated(disk, seed: 4), at: "/copy")
        #expect(!again.report.isNewWriter && again.writer == copy.writer)
        #expect(try Samples.read(again).count == 17)
        let moved = try open(seed: 5, machine: "another")
        #expect(moved.report.isNewWriter)
        #expect(try Samples.read(moved).map(\.change) == before)
    }

    @Test(
        "restored from a backup as files, writes under a new name; what was written since comes back from a colleague",
        arguments: StoreMode.allCases)
    func restored(_ mode: StoreMode) throws {
        let store = try create(mode)
        for number in 0..<3 { try store.append(Samples.visit(number)) }
        try store.roll(.general)
        store.close()
        disk.copy("/s", to: "/backup")
        let again = try open()
        for number in 3..<6 { try again.append(Samples.visit(number)) }
        try again.roll(.general)
        let writer = again.writer
        again.close()
        let carried = disk.contents.filter { $0.key.contains("general/segments") && $0.key.hasPrefix("/s/") }
        let restored = try Sealed.open(.simulated(disk, seed: 3), at: "/backup")
        #expect(restored.report.isNewWriter && restored.writer != writer && restored.incarnation == 2)
        try restored.append(Samples.visit(6))
        try restored.roll(.general)
        restored.close()
        for (path, bytes) in carried { disk.put(bytes, at: path.replacing("/s/", with: "/backup/")) }
        let both = try Sealed.open(.simulated(disk, seed: 4), at: "/backup")
        #expect(!both.report.isNewWriter && both.report.findings.isEmpty)
        #expect(Set(try Samples.read(both).map(\.change)) == Set((0..<7).map { Samples.visit($0) }))
        #expect(try both.verify().findings.isEmpty)
    }

    @Test(
        "put back as an old image of the whole disk, writes under a new name once a colleague's segment shows it",
        arguments: StoreMode.allCases)
    func oldImage(_ mode: StoreMode) throws {
        let store = try create(mode)
        try store.append(Samples.visit(0))
        try store.roll(.general)
        store.close()
        // Inode, birth time and machine are the same: nothing on the disk itself can tell.
        let image = disk.cloned()
        let again = try open()
        try again.append(Samples.visit(1))
        try again.roll(.general)
        again.close()
        // A colleague, who has seen both segments.
        disk.copy("/s", to: "/colleague")
        let colleague = try Sealed.open(.simulated(disk, seed: 5, machine: "another"), at: "/colleague")
        try colleague.append(Samples.visit(2))
        try colleague.roll(.general)
        let (path, bytes) = try #require(
            disk.contents.first { $0.key.hasPrefix("/colleague/general/segments/\(colleague.writer)") })
        let unaware = try Sealed.open(.simulated(image.cloned(), seed: 6))
        #expect(!unaware.report.isNewWriter)
        image.put(bytes, at: path.replacing("/colleague/", with: "/s/"))
        let aware = try Sealed.open(.simulated(image, seed: 6))
        #expect(aware.report.isNewWriter && aware.writer != again.writer)
        #expect(Set(try Samples.read(aware).map(\.change)) == [Samples.visit(0), Samples.visit(2)])
    }

    @Test("says so when its log, or segments that the log follows, are gone", arguments: StoreMode.allCases)
    func missingFiles(_ mode: StoreMode) throws {
        let store = try create(mode)
        for number in 0..<3 {
            try store.append(Samples.visit(number))
            try store.roll(.general)
        }
        try store.append(Samples.visit(3))
        store.close()
        let segments = disk.contents.keys.filter { $0.contains("general/segments") }.sorted()
        for (path, kind) in [
            ("/s/general/wal", Finding.Kind.missingLog), (segments[2], .brokenChain), (segments[0], .brokenChain),
        ] {
            let broken = disk.cloned()
            try broken.remove(path)
            let again = try Sealed.open(.simulated(broken, seed: 7))
            #expect(again.report.findings.map(\.kind) == [kind] && again.report.isNewWriter, "\(path)")
            #expect(try Samples.read(again).count == 3)
            try again.append(Samples.visit(9))
            again.close()
            let calm = try Sealed.open(.simulated(broken, seed: 8))
            #expect(try Samples.read(calm).count == 4)
            #expect(calm.report.findings.isEmpty)
        }
    }

    @Test("is not made anew where one lost its description")
    func lostDescription() throws {
        try create(.sealed).close()
        for name in ["store.json", "store.copy.json"] { try disk.remove("/s/\(name)") }
        let before = disk.contents
        for mode in StoreMode.allCases {
            #expect(throws: StoreError.damaged("store.json")) { try create(mode) }
        }
        #expect(disk.contents == before)
    }

    @Test("reads a segment again that could not be read, instead of taking it as known", arguments: StoreMode.allCases)
    func unread(_ mode: StoreMode) throws {
        let store = try create(mode)
        for number in 0..<3 {
            try store.append(Samples.visit(number))
            try store.roll(.general)
        }
        let path = try #require(
            disk.contents.keys.filter { $0.contains("general/segments") }.sorted().dropFirst().first)
        let good = try #require(disk.contents[path])
        var bad = good
        bad[bad.count - (mode == .clear ? 30 : 330)] ^= 1
        for damage in [bad, []] {
            disk.put(damage, at: path)
            _ = try Samples.read(store)
            let heads = store.heads(.general)
            #expect(heads == Heads(heads.value))
            disk.put(good, at: path)
            store.cache = nil
            #expect(try Samples.read(store, from: heads).map(\.change) == [Samples.visit(1)])
            #expect(try Samples.read(store, from: store.heads(.general)).isEmpty)
        }
        disk.faults = [.init(.read, at: 2, reason: .device)]
        store.cache = nil
        #expect(try Samples.read(store).count == 2)
        #expect(try Samples.read(store, from: store.heads(.general)).count == 1)
    }

    @Test("reads both branches of a fork", arguments: StoreMode.allCases)
    func forks(_ mode: StoreMode) throws {
        let store = try create(mode)
        try store.append(Samples.visit(0))
        try store.roll(.general)
        store.close()
        let twin = disk.cloned()
        let first = try open()
        try first.append(Samples.visit(1))
        try first.roll(.general)
        first.close()
        // The same disk image elsewhere: nothing can tell it from the original.
        let second = try Sealed.open(.simulated(twin, seed: 8))
        #expect(!second.report.isNewWriter)
        try second.append(Samples.visit(2))
        try second.roll(.general)
        let heads = second.heads(.general)
        second.close()
        for (path, bytes) in disk.contents where path.contains("segments") { twin.put(bytes, at: path) }
        let both = try Sealed.open(.simulated(twin, seed: 9))
        #expect(Set(try Samples.read(both).map(\.change)) == Set((0..<3).map { Samples.visit($0) }))
        #expect(try both.verify().findings.map(\.kind) == [.fork])
        // What was contained before the other branch came in is still known exactly.
        #expect(try Samples.read(both, from: heads).map(\.change) == [Samples.visit(1)])
    }

    @Test(
        "passes on unread what a newer version wrote, and is only read itself when a newer version changed it",
        arguments: StoreMode.allCases)
    func newer(_ mode: StoreMode) throws {
        let store = try create(mode)
        try store.append(Samples.visit(0))
        try store.roll(.general)
        store.close()
        let (path, bytes) = try #require(disk.contents.first { $0.key.contains("segments") })
        let text = String(decoding: bytes, as: UTF8.self).replacing("\"incompat\":[]", with: "\"incompat\":[\"later\"]")
        let line = Array(text.utf8).prefix { $0 != 0x0A }
        let name = SegmentName(number: 1, short: Hashing.hash(Array(line)).short)
        let foreign = path.split(separator: "/").dropLast(2).joined(separator: "/")
        disk.put(Array(text.utf8), at: "/\(foreign)/other/\(name.text)")
        let again = try open()
        #expect(try Samples.read(again).count == 1)
        #expect(try again.verify().findings.map(\.kind) == [.parked, .strangeFile])
        again.close()

        var description = again.description
        description.features.incompat = ["later"]
        description.unknown = [.init("extra", .number(1))]
        #expect(StoreDescription(description.bytes) == description)
        disk.put(description.bytes, at: "/s/store.json")
        let old = try open()
        #expect(old.readOnly == .newer(features: ["later"]))
        #expect(try Samples.read(old).count == 1)
    }
}
