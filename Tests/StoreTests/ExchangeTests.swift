import Records
import TestSupport
import Testing

@testable import Store

/// Laptops that meet through a directory.
@Suite struct ExchangeTests {
    /// Two laptops of one store: the second is a copy of the first, on another machine.
    static func two(_ mode: StoreMode) throws -> (SimulatedFileSystem, Store, Store) {
        let disk = SimulatedFileSystem()
        let first = try Sealed.create(mode, .simulated(disk), at: "/a")
        first.close()
        disk.copy("/a", to: "/b")
        return (
            disk, try Sealed.open(.simulated(disk, seed: 11, machine: "a"), at: "/a"),
            try Sealed.open(.simulated(disk, seed: 22, machine: "b"), at: "/b")
        )
    }

    @discardableResult
    static func sync(_ store: Store, _ place: String = "/stick") throws -> (ExchangeReport, [StoredChange]) {
        var came: [StoredChange] = []
        let report = try store.exchange(with: place) { came += $0.map(\.stored) }
        return (report, came)
    }

    static func ids(_ store: Store, _ stream: Records.Stream = .general) throws -> [ChangeID] {
        Set(try Samples.read(store, stream).map(\.id)).sorted()
    }

    @Test(arguments: StoreMode.allCases)
    func `what two laptops wrote apart is on both after they met at a place`(_ mode: StoreMode) throws {
        let (disk, a, b) = try Self.two(mode)
        try disk.makeDirectory("/stick")
        for number in 0..<30 { try a.append(Samples.visit(number)) }
        for number in 100..<120 { try b.append(Samples.visit(number)) }
        try b.append(Samples.visit(500, stream: .restricted))
        let (first, none) = try Self.sync(a)
        #expect(none.isEmpty && first.sent.segments > 0 && first.isSafeToRemove && first.findings.isEmpty)
        let (second, came) = try Self.sync(b)
        #expect(came.count == 30 && second.changes == 30 && second.isSafeToRemove && second.findings.isEmpty)
        let (third, back) = try Self.sync(a)
        #expect(back.count == 21 && third.sent.segments == 0 && third.findings.isEmpty)
        for stream in Stream.allCases { #expect(try Self.ids(a, stream) == Self.ids(b, stream)) }
        #expect(try Self.ids(a).count == 50)
        #expect(try a.verify().findings.isEmpty && b.verify().findings.isEmpty)
        // Nothing new reads no segment.
        disk.trace = []
        let (fourth, _) = try Self.sync(a)
        #expect(fourth.received.segments == 0 && fourth.sent.segments == 0 && fourth.isSafeToRemove)
        #expect(!disk.trace.contains { $0.operation == .open && $0.path.hasSuffix(".jsonl") })
        #expect(disk.count(.sync) == 0)
        // And after opening again everything is there.
        a.close()
        let again = try Sealed.open(.simulated(disk, seed: 12, machine: "a"), at: "/a")
        #expect(try Self.ids(again) == Self.ids(b))
    }

    @Test(arguments: StoreMode.allCases)
    func `renamed, copied and half-copied files do no harm, and nobody's file is removed`(_ mode: StoreMode) throws {
        let (disk, a, b) = try Self.two(mode)
        try disk.makeDirectory("/stick")
        for number in 0..<60 { try a.append(Samples.visit(number)) }
        try Self.sync(a)
        let segments = disk.contents.filter { $0.key.hasPrefix("/stick/segments/") }.sorted { $0.key < $1.key }
        try #require(segments.count > 4)
        // One renamed by a carrier, one moved elsewhere, one cut short, one empty, garbage, another station's.
        try disk.rename(segments[0].key, to: segments[0].key.replacing(".jsonl", with: " (1).jsonl"))
        try disk.makeDirectory("/stick/old")
        try disk.rename(segments[1].key, to: "/stick/old/\u{7247}.sync-conflict-20261121.txt")
        disk.put(Array(segments[2].value.prefix(1000)), at: segments[2].key)
        disk.put([], at: segments[3].key)
        disk.put(Array("RIFF video".utf8), at: "/stick/film.jsonl")
        let other = try Store.create(at: "/o", environment: .simulated(disk, seed: 99), mode: .clear)
        try other.append(Samples.visit(1))
        try disk.makeDirectory("/stick2")
        try Self.sync(other, "/stick2")
        let foreign = try #require(disk.contents.first { $0.key.hasPrefix("/stick2/segments/") })
        disk.put(foreign.value, at: "/stick/other.jsonl")
        let before = Set(disk.contents.keys.filter { $0.hasPrefix("/stick/") })

        let (report, came) = try Self.sync(b)
        #expect(report.received.segments == segments.count - 2 && came.count < 60)
        #expect(Set(report.findings.map(\.kind)) == [.incomplete, .strange, .foreign])
        #expect(report.findings.first { $0.kind == .incomplete }?.count == 2)
        #expect(Set(disk.contents.keys.filter { $0.hasPrefix("/stick/") }).isSuperset(of: before))

        // Whoever has them fills in what was cut short; what is not a segment stays as it is.
        let (second, _) = try Self.sync(a)
        #expect(second.sent.segments == 2 && Set(second.findings.map(\.kind)) == [.strange, .foreign])
        let (third, _) = try Self.sync(b)
        #expect(third.received.segments == 2)
        #expect(try Self.ids(a) == Self.ids(b))
        #expect(Set(disk.contents.keys.filter { $0.hasPrefix("/stick/") }).isSuperset(of: before))
        #expect(disk.contents["/stick/film.jsonl"] == Array("RIFF video".utf8))
    }

    @Test(arguments: StoreMode.allCases)
    func `a place that went back in time is noticed and filled again`(_ mode: StoreMode) throws {
        let (disk, a, b) = try Self.two(mode)
        try disk.makeDirectory("/stick")
        for number in 0..<20 { try a.append(Samples.visit(number)) }
        try Self.sync(a)
        disk.copy("/stick", to: "/yesterday")
        for number in 20..<60 { try a.append(Samples.visit(number)) }
        try Self.sync(a)
        let now = disk.contents.keys.filter { $0.hasPrefix("/stick/") }
        let then = Set(disk.contents.keys.filter { $0.hasPrefix("/yesterday/") }.map { $0.dropFirst(10) })
        for path in now where !then.contains(path.dropFirst(6)) { try disk.remove(path) }
        let (report, _) = try Self.sync(a)
        #expect(report.findings.map(\.kind) == [.wentBack])
        #expect(report.sent.segments == report.findings[0].count && report.isSafeToRemove)
        try Self.sync(b)
        #expect(try Self.ids(a) == Self.ids(b))
        // Wiped altogether it is filled by the other laptop as well.
        for path in disk.contents.keys where path.hasPrefix("/stick/segments") { try disk.remove(path) }
        let (wiped, _) = try Self.sync(b)
        #expect(wiped.findings.map(\.kind) == [.emptied] && wiped.isSafeToRemove)
        #expect(try Self.sync(a).0.findings.isEmpty)
    }

    @Test(arguments: StoreMode.allCases)
    func `an identical clone is found when it meets the other, and both write on as two`(_ mode: StoreMode) throws {
        let disk = SimulatedFileSystem()
        let first = try Sealed.create(mode, .simulated(disk, machine: "same"), at: "/a")
        for number in 0..<20 { try first.append(Samples.visit(number)) }
        first.close()
        // The whole disk: same machine, same inodes.
        let other = disk.cloned()
        let a = try Sealed.open(.simulated(disk, seed: 31, machine: "same"), at: "/a")
        let b = try Sealed.open(.simulated(other, seed: 32, machine: "same"), at: "/a")
        #expect(a.writer == b.writer)
        for number in 100..<110 { try a.append(Samples.visit(number)) }
        for number in 200..<210 { try b.append(Samples.visit(number)) }
        try disk.makeDirectory("/stick")
        try Self.sync(a)
        for (path, bytes) in disk.contents where path.hasPrefix("/stick/") { other.put(bytes, at: path) }
        let (report, _) = try Self.sync(b)
        #expect(report.findings.contains { $0.kind == .own } && report.isSafeToRemove)
        #expect(a.writer != b.writer)
        try b.append(Samples.visit(300))
        try Self.sync(b)
        for (path, bytes) in other.contents where path.hasPrefix("/stick/") { disk.put(bytes, at: path) }
        try Self.sync(a)
        #expect(try Self.ids(a) == Self.ids(b) && Self.ids(a).count == 41)
        #expect(try a.verify().findings.allSatisfy { $0.kind == .fork })
    }

    @Test func `a laptop that cannot open the restricted stream carries it on for others`() throws {
        let disk = SimulatedFileSystem()
        let boss = try Sealed.create(.sealed, .simulated(disk), at: "/a")
        let helper = RecordID("00000000000000000000000helpr")
        try boss.addOfficer(helper, name: "小王", passphrase: "一二三四五六七八", streams: [.general])
        try disk.makeDirectory("/one")
        try disk.makeDirectory("/two")
        for number in 0..<10 { try boss.append(Samples.visit(number, stream: .restricted)) }
        try boss.append(Samples.visit(50))
        try Self.sync(boss, "/one")
        let admission = Store.Admission.passphrase(name: "小王", "一二三四五六七八")
        let (store, unlocked) = try Store.join(
            at: "/b", from: "/one", environment: .simulated(disk, seed: 5, machine: "b"), admission: admission)
        #expect(unlocked?.officer == helper && unlocked?.streams == [.general])
        let (report, came) = try Self.sync(store, "/one")
        #expect(report.findings.isEmpty && came.count == 1)
        try store.append(Samples.visit(60))
        #expect(throws: StoreError.self) { try Samples.read(store, .restricted) }
        // The other stick never saw the first laptop.
        try Self.sync(store, "/two")
        let third = try Store.join(
            at: "/c", from: "/two", environment: .simulated(disk, seed: 6, machine: "c"),
            admission: .passphrase(name: Sealed.name, Sealed.passphrase)
        ).store
        try Self.sync(third, "/two")
        #expect(try Self.ids(third, .restricted) == Self.ids(boss, .restricted))
        #expect(try Self.ids(third).count == 2)
    }

    @Test func `joining with the wrong passphrase makes nothing, with the recovery code everything`() throws {
        let disk = SimulatedFileSystem()
        let (boss, code) = try Store.createSealed(
            at: "/a", environment: .simulated(disk), officer: Samples.officer, name: Sealed.name,
            passphrase: Sealed.passphrase)
        try disk.makeDirectory("/stick")
        try boss.append(Samples.visit(1, stream: .restricted))
        try Self.sync(boss)
        let environment = StoreEnvironment.simulated(disk, seed: 5, machine: "b")
        #expect(throws: StoreError.wrongPassphrase(delay: 1000)) {
            try Store.join(
                at: "/b", from: "/stick", environment: environment, admission: .passphrase(name: Sealed.name, "x"))
        }
        #expect(!disk.contents.keys.contains { $0.hasPrefix("/b/") })
        #expect(throws: StoreError.noPlace) {
            try Store.join(at: "/b", from: "/none", environment: environment, admission: .open)
        }
        let (store, unlocked) = try Store.join(
            at: "/b", from: "/stick", environment: environment, admission: .recovery(code))
        #expect(unlocked?.streams == Set(Stream.allCases))
        #expect(try Self.sync(store).1.count == 1)
    }
}

/// Places that are not as they should be: a sentence for each thing, and it stops nothing else.
@Suite struct BadPlaceTests {
    private func world(_ mode: StoreMode = .clear) throws -> (SimulatedFileSystem, Store, Store) {
        let (disk, a, b) = try ExchangeTests.two(mode)
        try disk.makeDirectory("/stick")
        for number in 0..<20 { try a.append(Samples.visit(number)) }
        try ExchangeTests.sync(a)
        return (disk, a, b)
    }

    @Test func `another station's place is refused and left as it is`() throws {
        let (disk, a, _) = try world()
        let other = try Store.create(at: "/o", environment: .simulated(disk, seed: 99), mode: .clear)
        try disk.makeDirectory("/other")
        try ExchangeTests.sync(other, "/other")
        let before = disk.contents.filter { $0.key.hasPrefix("/other/") }
        #expect(throws: StoreError.foreignPlace) { try ExchangeTests.sync(a, "/other") }
        #expect(disk.contents.filter { $0.key.hasPrefix("/other/") } == before)
        #expect(throws: StoreError.notebookPlace) { try ExchangeTests.sync(a, "/o") }
        #expect(throws: StoreError.noPlace) { try ExchangeTests.sync(a, "/nowhere") }
    }

    @Test(arguments: StoreMode.allCases)
    func `a stick that cannot be written gives what it has`(_ mode: StoreMode) throws {
        let (disk, _, b) = try world(mode)
        try b.append(Samples.visit(100))
        let files = WorldFiles(disk, WorldPlaces(count: 0))
        files.readOnly = "/stick"
        b.close()
        let again = try Sealed.open(.simulated(files, seed: 8, machine: "b"), at: "/b")
        let (report, came) = try ExchangeTests.sync(again)
        #expect(came.count == 20 && report.findings.map(\.kind) == [.readOnly] && !report.isSafeToRemove)
        #expect(report.missingThere == 1)
        files.readOnly = nil
        #expect(try ExchangeTests.sync(again).0.isSafeToRemove)
    }

    @Test func `what cannot be looked into is not taken for emptied`() throws {
        let (disk, a, _) = try world()
        disk.trace = []
        try ExchangeTests.sync(a)
        let lists = disk.trace.filter { $0.operation == .list }
        let place = try #require(lists.firstIndex { $0.path == "/stick/segments" })
        disk.faults = [.init(.list, at: place + 1, reason: .denied)]
        let (report, _) = try ExchangeTests.sync(a)
        #expect(report.findings.map(\.kind) == [.unreadable])
        #expect(try ExchangeTests.sync(a).0.findings.isEmpty)
    }

    @Test func `a full stick and a full laptop are said, with what is missing`() throws {
        let (disk, a, b) = try world()
        for number in 100..<130 { try a.append(Samples.visit(number)) }
        let stick = SimulatedFileSystem()
        let files = WorldFiles(disk, WorldPlaces(count: 1))
        files.places[0] = stick
        try stick.makeDirectory("/p0")
        stick.capacity = 4000
        a.close()
        let again = try Sealed.open(.simulated(files, seed: 8, machine: "a"), at: "/a")
        let (report, _) = try ExchangeTests.sync(again, "/p0")
        guard case .fullThere(let bytes) = report.findings.first?.kind else {
            Issue.record("\(report.findings)")
            return
        }
        #expect(bytes > 0 && !report.isSafeToRemove)
        stick.capacity = 1 << 40
        #expect(try ExchangeTests.sync(again, "/p0").0.isSafeToRemove)
        disk.capacity = disk.used + 9000
        let (second, came) = try ExchangeTests.sync(b)
        #expect(came.isEmpty && second.findings.contains { if case .fullHere = $0.kind { true } else { false } })
        disk.capacity = 1 << 40
        #expect(try ExchangeTests.sync(b).1.count == 20)
    }

    @Test func `segments of a newer version are kept and passed on unread`() throws {
        let (disk, a, b) = try world()
        let writer = try Writer(random: GeneratorSource(SeededGenerator(seed: 3)), incarnation: 1)
        var header = SegmentHeader(
            store: a.identity, stream: .general, writer: writer, number: 1, previous: nil, seen: [],
            salt: [UInt8](repeating: 7, count: 16), changes: 0, body: [])
        header.features.incompat = ["telepathy"]
        let line = try header.line(signedBy: writer)
        let bytes = line + Array("\nwhat only the future knows".utf8)
        let id = SegmentID(
            stream: .general, writer: writer.id, name: SegmentName(number: 1, short: Hashing.hash(line).short))
        disk.put(Array(bytes.prefix(line.count + 5)), at: "/stick/cut")
        #expect(try ExchangeTests.sync(b).0.findings.map(\.kind) == [.newer])
        disk.put(bytes, at: "/stick/whole")
        try ExchangeTests.sync(b)
        try disk.makeDirectory("/two")
        try ExchangeTests.sync(b, "/two")
        #expect(disk.contents["/two/\(id.path)"] == bytes)
        // It stays out of what is said to be contained, so that an upgrade reads it.
        #expect(b.heads(.general).runs[writer.id]?.isEmpty ?? true)
        b.close()
        let again = try Sealed.open(.simulated(disk, seed: 5, machine: "b"), at: "/b")
        #expect(try Samples.read(again).count == 20)
        #expect(again.heads(.general).runs[writer.id]?.isEmpty ?? true)
    }

    @Test(arguments: StoreMode.allCases)
    func `a damaged segment of one's own is mended by what another laptop brings`(_ mode: StoreMode) throws {
        let (disk, a, b) = try world(mode)
        try ExchangeTests.sync(b)
        let path = try #require(disk.contents.keys.sorted().first { $0.hasPrefix("/b/general/segments/") })
        let good = try #require(disk.contents[path])
        var bad = good
        bad[bad.count / 2] ^= 4
        b.close()
        disk.put(bad, at: path)
        let again = try Sealed.open(.simulated(disk, seed: 5, machine: "b"), at: "/b")
        #expect(try Samples.read(again).count < 20 || mode == .clear)
        let (report, _) = try ExchangeTests.sync(again)
        #expect(report.findings.map(\.kind) == [.healed] && disk.contents[path] == good)
        #expect(try ExchangeTests.ids(again) == ExchangeTests.ids(a) && again.verify().findings.isEmpty)
    }

    @Test func `a time a year ahead is accepted and said`() throws {
        let (disk, a, b) = try world()
        let laptop = WorldLaptop(disk, WorldPlaces(count: 0), machine: "a", login: World.boss)
        laptop.clock.pass(hours: 24 * 365)
        var environment = StoreEnvironment.simulated(disk, seed: 8, machine: "a")
        environment.clock = laptop.clock
        a.close()
        let ahead = try Store.open(at: "/a", environment: environment)
        var change = Samples.visit(900)
        change.moment = laptop.clock.now
        try ahead.append(change)
        try ExchangeTests.sync(ahead)
        let (report, came) = try ExchangeTests.sync(b)
        #expect(came.count == 21 && report.findings == [ExchangeFinding(.ahead, count: 1, example: nil)])
    }

    @Test func `calling it off at any file leaves something to go on from`() throws {
        let (disk, a, b) = try world()
        var files = 0
        var came = 0
        while true {
            files += 1
            var asked = 0
            let report = try b.exchange(
                with: "/stick",
                isCancelled: {
                    asked += 1
                    return asked > 1
                }
            ) { came += $0.count }
            guard report.isCancelled else { break }
            try #require(files < 50)
        }
        #expect(came == 20 && files > 1)
        #expect(try ExchangeTests.ids(a) == ExchangeTests.ids(b))
        _ = disk
    }

    @Test func `every finding has a sentence in both languages`() {
        let kinds: [ExchangeFinding.Kind] = [
            .incomplete, .foreign, .newer, .strange, .unreadable, .badName, .link, .tooDeep, .readOnly, .broken,
            .fullThere(5 << 20), .fullHere(700), .wentBack, .emptied, .damagedHere, .healed, .keyMissing, .ahead, .own,
            .damagedKeys, .refusedMembers, .excluded, .waiting, .erasures, .otherStore,
        ]
        let labels = kinds.map { ExchangeFinding($0, count: 3, example: "a/b").label }
        for label in labels {
            #expect(label.zh.hasSuffix("。") && label.en.hasSuffix(".") && !label.zh.contains("  "))
        }
        #expect(Set(labels.map(\.zh)).count == kinds.count)
    }
}
