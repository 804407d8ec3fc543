import Records
import TestSupport
import Testing

@testable import Store

/// Exchanges that are interrupted at every call that changes something: doing it again ends in the same state.
@Suite struct InterruptedTests {
    /// How an exchange ends before its time.
    enum Ending: Int, CaseIterable {
        /// `kill -9`: everything written before stays.
        case killed
        /// `kill -9` in the middle of a write, half of which is in the file.
        case killedWriting
        /// The machine goes off: of what was not synced, anything may be gone.
        case powerOff
    }

    /// Which exchange is interrupted, of those that bring two laptops together.
    enum Part: String, CaseIterable {
        /// A laptop fills a place that is empty.
        case filling
        /// A laptop takes what is there and adds its own.
        case both
        /// A laptop only takes.
        case taking
        /// A laptop carries out an erasure that it learns of, and takes the values out of the place too.
        case erasing
        /// A laptop learns that somebody was retired, and seals what is its own under new keys.
        case newKeys
    }

    /// What changes something.
    ///
    /// A file that was only made is what a write finds, so opening is not looked at by itself.
    private static let changing: Set<FileError.Operation> = [
        .write, .truncate, .allocate, .sync, .syncData, .syncDirectory, .rename, .remove, .makeDirectory,
    ]

    /// Whether a call is one that is tried: all of them in the long run, else every third; what is lost when the power goes
    /// is a matter of chance, so that a third of those is enough.
    private static func isTried(_ call: Int, _ ending: Ending) -> Bool {
        let step = (Extent.isLong ? 1 : 3) * (ending == .powerOff ? 3 : 1)
        return (call + ending.rawValue) % step == 0
    }

    /// The disk before the part, and on which laptop it happens.
    private static func world(_ part: Part, _ mode: StoreMode) throws -> (SimulatedFileSystem, laptop: String) {
        let (disk, a, b) = try ExchangeTests.two(mode)
        try disk.makeDirectory("/stick")
        if part == .newKeys { try KeyExchangeTests.add(1, to: a) }
        for number in 0..<6 { try a.append(Samples.visit(number, stream: number % 3 == 0 ? .restricted : .general)) }
        for number in 20..<26 { try b.append(Samples.visit(number, stream: number % 3 == 0 ? .restricted : .general)) }
        if part != .filling { try ExchangeTests.sync(a) }
        switch part {
        case .filling, .both: break
        case .taking: try ExchangeTests.sync(b)
        case .erasing:
            for store in [b, a] { try ExchangeTests.sync(store) }
            try b.append(Samples.visit(30))
            let person = try #require(Samples.visit(1).ops.first?.record)
            try a.append(ErasureTests.erasure(ErasureScope(person)))
            try ExchangeTests.sync(a)
        case .newKeys:
            try ExchangeTests.sync(b)
            try b.append(Samples.visit(30))
            try a.retireOfficer(KeyExchangeTests.officer(1))
            try a.append(Samples.visit(31))
            try ExchangeTests.sync(a)
        }
        a.close()
        b.close()
        disk.settle()
        return (disk, part == .filling || part == .taking ? "a" : "b")
    }

    /// Opens a laptop's folder as the desk does: everything is read, and erasures that were not finished are.
    private static func open(_ disk: SimulatedFileSystem, _ laptop: String, seed: UInt64) throws -> Store {
        let store = try Sealed.open(.simulated(disk, seed: seed, machine: laptop), at: "/" + laptop)
        for stream in Stream.allCases { _ = try Samples.read(store, stream) }
        if store.hasErasuresToCarryOut { try store.carryOutErasures() }
        return store
    }

    /// Everything that is in either stream.
    private static func all(_ store: Store) throws -> Set<ChangeID> {
        try Set(Stream.allCases.flatMap { try ExchangeTests.ids(store, $0) })
    }

    @Test(arguments: StoreMode.allCases, Part.allCases)
    func `an interrupted sync ends in the same state, whichever call it broke off at`(
        _ mode: StoreMode, _ part: Part
    ) throws {
        guard part != .newKeys || mode == .sealed else { return }
        let (start, laptop) = try Self.world(part, mode)
        let other = laptop == "a" ? "b" : "a"
        // What there is in the end, and which calls there are.
        let whole = start.cloned()
        let first = try Self.open(whole, laptop, seed: 50)
        whole.trace = []
        try ExchangeTests.sync(first)
        let trace = whole.trace
        let (last, place) = try Self.finish(whole.killed(), laptop, other)
        for call in trace.indices where Self.changing.contains(trace[call].operation) {
            for ending in Ending.allCases {
                guard ending != .killedWriting || trace[call].operation == .write else { continue }
                guard Self.isTried(call, ending) else { continue }
                let spot = "\(part) \(mode) \(ending) at \(call): \(trace[call].operation) \(trace[call].path)"
                let disk = start.cloned()
                let store = try Self.open(disk, laptop, seed: 50)
                disk.trace = []
                disk.callsUntilCrash = ending == .killedWriting ? call + 1 : call
                if ending == .killedWriting {
                    disk.shortWrite = trace[...call].count { $0.operation == .write }
                }
                _ = try? ExchangeTests.sync(store)
                let after = ending == .powerOff ? disk.crashed(seed: UInt64(call)) : disk.killed()
                let (now, files) = try Self.finish(after, laptop, other)
                #expect(now == last, "\(spot)")
                #expect(files == place, "\(spot)")
                #expect(!after.contents.keys.contains { $0.hasSuffix(Folder.unfinished) }, "\(spot)")
            }
        }
    }

    /// Does it again, lets the other laptop come too, and says what both hold, and how many segments the place has.
    private static func finish(
        _ disk: SimulatedFileSystem, _ laptop: String, _ other: String
    ) throws -> (changes: Set<ChangeID>, place: Int) {
        let again = try open(disk, laptop, seed: 77)
        let (report, _) = try ExchangeTests.sync(again)
        #expect(report.isSafeToRemove && report.findings.isEmpty, "\(report.findings)")
        let meeting = try open(disk, other, seed: 78)
        try ExchangeTests.sync(meeting)
        try ExchangeTests.sync(again)
        // Every file there is read again: none is half there.
        let thorough = try again.exchange(with: "/stick", isThorough: true) { _ in }
        #expect(thorough.isSafeToRemove && thorough.findings.isEmpty, "\(thorough.findings)")
        let all = try all(again)
        #expect(try all == Self.all(meeting))
        for store in [again, meeting] {
            let findings = try store.verify().findings
            #expect(findings.isEmpty, "\(findings)")
            #expect(store.erasureFailure == nil)
            #expect(!store.hasErasuresToCarryOut)
        }
        return (all, disk.contents.keys.count { $0.hasPrefix("/stick/segments/") })
    }

    @Test(arguments: StoreMode.allCases)
    func `an interrupted joining is done again, or goes on, and ends with everything`(_ mode: StoreMode) throws {
        let (start, _) = try Self.world(.both, mode)
        let expected = try Self.all(Self.open(start.cloned(), "a", seed: 70))
        let whole = start.cloned()
        whole.trace = []
        try Self.join(whole)
        let trace = whole.trace
        var made = 0
        for call in trace.indices where Self.changing.contains(trace[call].operation) {
            for ending in Ending.allCases where ending != .killedWriting || trace[call].operation == .write {
                guard Self.isTried(call, ending) else { continue }
                let spot = "\(mode) \(ending) at \(call): \(trace[call].operation) \(trace[call].path)"
                let disk = start.cloned()
                disk.callsUntilCrash = ending == .killedWriting ? call + 1 : call
                if ending == .killedWriting { disk.shortWrite = trace[...call].count { $0.operation == .write } }
                try? Self.join(disk)
                let after = ending == .powerOff ? disk.crashed(seed: UInt64(call)) : disk.killed()
                // As the commands do: where there is a notebook already, syncing goes on.
                if try Store.exists(at: "/c", environment: .simulated(after)) {
                    made += 1
                    try ExchangeTests.sync(Self.open(after, "c", seed: 71))
                } else {
                    try Self.join(after)
                }
                let store = try Self.open(after, "c", seed: 72)
                #expect(try Self.all(store) == expected, "\(spot)")
                #expect(try store.verify().findings.isEmpty, "\(spot)")
                try store.append(Samples.visit(90))
                #expect(try ExchangeTests.sync(store).0.isSafeToRemove, "\(spot)")
                #expect(!after.contents.keys.contains { $0.hasSuffix(Folder.unfinished) }, "\(spot)")
            }
        }
        #expect(made > 10)
    }

    private static func join(_ disk: SimulatedFileSystem) throws {
        let store = try Store.join(
            at: "/c", from: "/stick", environment: .simulated(disk, seed: 60, machine: "c"),
            admission: .passphrase(name: Sealed.name, Sealed.passphrase)
        ).store
        try ExchangeTests.sync(store)
        store.close()
    }
}
