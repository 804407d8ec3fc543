import Records
import TestSupport

@testable import Store

/// Laptops, places, carriers and their mishaps: one seed, one thread, virtual time.
final class World {
    /// What must always hold did not.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    let mode: StoreMode
    let places: WorldPlaces
    var laptops: [WorldLaptop] = []
    /// Every text that anybody tried to save, by which what is read is known as written.
    var attempted: Set<String> = []
    /// Records that were erased, and a text that stood in them.
    var erased: [RecordID: String] = [:]
    /// Segments of a newer version that somebody brought.
    var newer: [SegmentID: [UInt8]] = [:]
    var placeBackups: [(place: Int, contents: [String: [UInt8]])] = []
    /// What happened, for comparing two runs.
    var trace: [String] = []
    private var counter: UInt64 = 0
    private let seed: UInt64
    private let witness: SealWitness
    private let nonces: Nonces

    /// Remembers every key and nonce, since no pair may come twice (I9).
    final class Nonces: @unchecked Sendable {
        // `@unchecked` since a world has one thread.
        var seen: Set<[UInt8]> = []
        var repeated = 0
    }

    static let boss = Sealed.name
    static let helper = "小王"
    static let helperID = RecordID("00000000000000000000000helpr")

    /// Everybody who ever had a key, and the passphrases they ever had, the newest first.
    var passphrases: [String: [String]] = [boss: [Sealed.passphrase], helper: ["一二三四五六七八"]]

    /// Makes a world.
    ///
    /// - Parameters:
    ///   - seed: what is drawn.
    ///   - isPlain: whether every place promises what POSIX does, as when the oldest worlds of the corpus were found.
    /// - Throws: what goes wrong while it is made.
    init(seed: UInt64, isPlain: Bool = false) throws {
        self.seed = seed
        var random = SeededGenerator(seed: seed)
        mode = seed % 4 == 3 ? .sealed : .clear
        // Sticks with FAT, network disks, and drives that lie about what they have written.
        var kinds = SeededGenerator(seed: seed ^ 0xD15C)
        let rules = (0..<Int.random(in: 1...4, using: &random)).map { _ in
            isPlain ? .worst : SimulatedFileSystem.Rules.allCases.randomElement(using: &kinds) ?? .worst
        }
        places = WorldPlaces(rules)
        let nonces = Nonces()
        self.nonces = nonces
        witness = SealWitness { key, nonce in
            if !nonces.seen.insert(Array(key.utf8) + nonce).inserted { nonces.repeated += 1 }
        }
        let count = Int.random(in: 2...5, using: &random)
        let first = WorldLaptop(SimulatedFileSystem(), places, machine: "m0", login: Self.boss)
        laptops.append(first)
        let store: Store
        switch mode {
        case .clear: store = try Store.create(at: WorldLaptop.root, environment: environment(first), mode: .clear)
        case .sealed:
            store = try Store.createSealed(
                at: WorldLaptop.root, environment: environment(first), officer: Samples.officer, name: Self.boss,
                passphrase: Sealed.passphrase
            ).store
            try store.addOfficer(
                Self.helperID, name: Self.helper, passphrase: passphrases[Self.helper]?[0] ?? "", streams: [.general])
        }
        first.store = store
        try refresh(first)
        try meet(first, 0)
        for number in 1..<count {
            // Only the second one's officer may not read everything.
            try join("m\(number)", mode == .sealed && number == 1 ? Self.helper : Self.boss, place: 0)
        }
    }

    /// Fresh random numbers, as real ones are.
    func environment(_ laptop: WorldLaptop) -> StoreEnvironment {
        counter += 1
        var environment = StoreEnvironment.simulated(
            laptop.files, seed: seed &* 1_000_003 &+ counter, machine: laptop.machine)
        environment.clock = laptop.clock
        environment.witness = witness
        return environment
    }

    func join(_ machine: String, _ login: String, place: Int) throws {
        let laptop = WorldLaptop(SimulatedFileSystem(), places, machine: machine, login: login)
        func join(_ admission: Store.Admission) throws {
            laptop.store =
                try Store.join(
                    at: WorldLaptop.root, from: WorldPlaces.path(place), environment: environment(laptop),
                    admission: admission
                ).store
        }
        if mode == .clear {
            try join(.open)
        } else {
            for passphrase in passphrases[login] ?? [] where laptop.store == nil {
                try? join(.passphrase(name: login, passphrase))
            }
            guard laptop.store != nil else { throw StoreError.retired }
        }
        laptops.append(laptop)
        try refresh(laptop)
        try meet(laptop, place)
    }

    // MARK: - What laptops do

    /// The store of a laptop, opened if need be.
    ///
    /// Opening never needs help (I5), not even on a full disk.
    func open(_ laptop: WorldLaptop) throws -> Store {
        if let store = laptop.store, store.readOnly == nil { return store }
        laptop.store?.close()
        laptop.store = nil
        func once() throws -> Store {
            let store = try Store.open(at: WorldLaptop.root, environment: environment(laptop))
            if mode == .sealed { try unlock(store, laptop) }
            return store
        }
        let store: Store
        do {
            store = try once()
        } catch {
            guard laptop.isFull else { throw Failure(description: "\(laptop.machine) does not open: \(error)") }
            makeRoom(laptop)
            store = try once()
        }
        laptop.store = store
        try refresh(laptop)
        return store
    }

    /// Unlocks with any passphrase that the officer ever had; where the key was taken away, the chief takes over.
    private func unlock(_ store: Store, _ laptop: WorldLaptop) throws {
        for name in [laptop.login, Self.boss] {
            for passphrase in passphrases[name] ?? [] {
                do throws(StoreError) {
                    try store.unlock(name: name, passphrase: passphrase)
                    laptop.login = name
                    return
                } catch {
                    guard case .wrongPassphrase = error else { throw error }
                }
            }
        }
        throw Failure(description: "I10: nobody can unlock \(laptop.machine)")
    }

    /// Whoever sat there has no key any more: the chief does from now on.
    func takeOver(_ laptop: WorldLaptop) throws {
        laptop.store?.close()
        laptop.store = nil
        laptop.login = Self.boss
        // What only signatures show is forgotten with the sitting.
        _ = try open(laptop).verify()
    }

    func makeRoom(_ laptop: WorldLaptop) {
        laptop.files.own.capacity = 1 << 40
        laptop.isFull = false
    }

    /// Reads everything again, and checks that nothing is missing that must be there (I1), nor anything invented (I2).
    func refresh(_ laptop: WorldLaptop) throws {
        guard let store = laptop.store else { return }
        laptop.records = [:]
        for stream in store.openStreams.sorted() {
            var ids: Set<ChangeID> = []
            _ = try store.readAll(stream) { changes in
                for change in changes.map(\.stored) where ids.insert(change.id).inserted {
                    try self.check(change)
                    self.apply(change, laptop)
                }
            }
            let lost = laptop.holds[stream, default: []].subtracting(ids)
            guard lost.isEmpty else {
                throw Failure(description: "I1: \(laptop.machine) lost \(lost.count) changes of \(stream)")
            }
            laptop.holds[stream] = ids
        }
    }

    func apply(_ stored: StoredChange, _ laptop: WorldLaptop) {
        for record in stored.change.records {
            var value = laptop.records[record] ?? Record(id: record)
            value.apply(stored)
            laptop.records[record] = value
        }
    }

    private func check(_ stored: StoredChange) throws {
        for op in stored.change.ops where op.path == FieldPath("mark") {
            if let text = op.value.text, !attempted.contains(text) {
                throw Failure(description: "I2: nobody wrote \(text)")
            }
        }
    }

    /// Syncs a laptop with a place.
    @discardableResult
    func meet(_ laptop: WorldLaptop, _ place: Int) throws -> ExchangeReport {
        _ = try open(laptop)
        do {
            let report = try exchange(laptop, place)
            if report.findings.contains(where: { $0.kind == .excluded }), laptop.login != Self.boss {
                try takeOver(laptop)
                return try exchange(laptop, place)
            }
            return report
        } catch StoreError.retired {
            guard laptop.login != Self.boss else {
                throw Failure(description: "I10: the chief was retired on \(laptop.machine)")
            }
            try takeOver(laptop)
            return try exchange(laptop, place)
        }
    }

    private func exchange(_ laptop: WorldLaptop, _ place: Int) throws -> ExchangeReport {
        let store = try open(laptop)
        return try store.exchange(with: WorldPlaces.path(place)) { changes in
            for change in changes.map(\.stored) {
                try self.check(change)
                guard laptop.holds[change.change.stream, default: []].insert(change.id).inserted else { continue }
                self.apply(change, laptop)
            }
        }
    }

    /// Turns the machine off; what was not flushed may be lost, on a stick that was plugged in too.
    func powerOff(_ laptop: WorldLaptop, _ place: Int?, seed: UInt64) {
        laptop.files.callsUntilCrash = nil
        let capacity = laptop.files.own.capacity
        laptop.files.own = laptop.files.own.crashed(seed: seed)
        laptop.files.own.capacity = capacity
        if let place { places[place] = places[place].crashed(seed: seed &+ 1) }
        // Its files are gone with the machine; nothing may be closed in an orderly way.
        laptop.store = nil
    }

    // MARK: - The end

    /// Everybody meets everybody; then all must be the same, and nothing lost.
    func drain() throws {
        let all = Array(0..<places.count) + [places.add()]
        for laptop in laptops {
            makeRoom(laptop)
            laptop.files.callsUntilCrash = nil
            laptop.files.own.faults = []
            // Half-way clones and failed disks start anew.
            laptop.store?.close()
            laptop.store = nil
            // Reading does without signatures: what only they show is found by checking, and mended by the next sync.
            _ = try open(laptop).verify()
        }
        for place in all {
            places[place].faults = []
            places[place].capacity = 1 << 40
        }
        let expected = laptops.reduce(into: [Stream: Set<ChangeID>]()) { sum, laptop in
            sum.merge(laptop.holds) { $0.union($1) }
        }
        for _ in 0..<2 {
            for place in all { for laptop in laptops { try meet(laptop, place) } }
        }
        for laptop in laptops {
            // Whose key came after its changes is read at the next opening.
            laptop.store?.close()
            laptop.store = nil
            _ = try open(laptop)
        }
        try compare(expected)
        try checkFiles()
        for laptop in laptops {
            // Reading from the disk gives what is in memory, and once more is the same (I5).
            let before = laptop.holds
            for _ in 0..<2 {
                laptop.store?.close()
                laptop.store = nil
                _ = try open(laptop)
                guard laptop.holds == before else {
                    throw Failure(description: "I5: opening changed \(laptop.machine)")
                }
            }
        }
        guard nonces.repeated == 0 else { throw Failure(description: "I9: a key met a nonce \(nonces.repeated) times") }
    }

    private func compare(_ expected: [Stream: Set<ChangeID>]) throws {
        for stream in Stream.allCases {
            var seen: (ids: Set<ChangeID>, dump: String)?
            for laptop in laptops where laptop.store?.openStreams.contains(stream) == true {
                let ids = laptop.holds[stream, default: []]
                let lost = expected[stream, default: []].subtracting(ids)
                guard lost.isEmpty else {
                    throw Failure(description: "I1: \(laptop.machine) did not get \(lost.count) changes of \(stream)")
                }
                let dump = try WorldOracle(laptop, stream).dump
                if let seen, seen.ids != ids || seen.dump != dump {
                    throw Failure(
                        description:
                            "I3: \(laptop.machine) differs in \(stream): \(seen.ids.count) and \(ids.count) changes")
                }
                seen = seen ?? (ids, dump)
            }
            trace.append("\(stream) \(seen?.ids.count ?? 0) \(Hashing.hash(Array((seen?.dump ?? "").utf8)).short)")
        }
    }

    /// Every laptop has every file, of streams that it cannot open and of newer versions too (I7); nothing erased is left (I6).
    private func checkFiles() throws {
        var names: Set<SegmentID>?
        for laptop in laptops {
            guard let store = laptop.store else { continue }
            let here = Set(
                store.streams.values.flatMap { state in
                    state.catalog.flatMap { writer, names in
                        names.map { SegmentID(stream: state.stream, writer: writer, name: $0) }
                    }
                })
            if let names, names != here { throw Failure(description: "I7: \(laptop.machine) lacks files of others") }
            names = here
            for (id, bytes) in newer {
                let path = "\(WorldLaptop.root)/\(id.stream.rawValue)/\(StreamState.path(id.writer, id.name))"
                guard laptop.files.own.contents[path] == bytes else {
                    throw Failure(description: "I7: \(laptop.machine) did not pass a newer file on")
                }
            }
            let strange = try store.verify().findings.filter { finding in
                switch finding.kind {
                case .fork, .parked, .brokenChain: false
                default: true
                }
            }
            if !strange.isEmpty { throw Failure(description: "I5: \(laptop.machine) has \(strange[0])") }
            guard mode == .clear, !erased.isEmpty else { continue }
            let contents = laptop.files.own.contents
            for text in erased.values
            where contents.contains(where: { $0.value.firstRange(of: Array(text.utf8)) != nil }) {
                throw Failure(description: "I6: \(laptop.machine) still has what was erased")
            }
        }
    }
}
