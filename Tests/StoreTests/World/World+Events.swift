import Records
import TestSupport

@testable import Store

extension World {
    /// Runs a world to its end.
    ///
    /// - Returns: what happened.
    static func run(seed: UInt64, events: [WorldEvent], isPlain: Bool = false) throws -> [String] {
        let world = try World(seed: seed, isPlain: isPlain)
        for event in events {
            try world.happen(event)
            for laptop in world.laptops { laptop.files.own.trace = [] }
            for place in 0..<world.places.count { world.places[place].trace = [] }
        }
        try world.drain()
        return world.trace
    }

    func happen(_ event: WorldEvent) throws {
        var random = SeededGenerator(seed: event.seed)
        guard let laptop = laptops.randomElement(using: &random) else { return }
        let place = Int.random(in: 0..<places.count, using: &random)
        trace.append("\(event)")
        switch event.kind {
        case .write: try write(laptop, &random)
        case .sync: try sync(laptop, place)
        case .crashWriting:
            _ = try open(laptop)
            laptop.files.callsUntilCrash = Int.random(in: 0..<30, using: &random)
            try? write(laptop, &random)
            powerOff(laptop, nil, seed: random.next())
            _ = try open(laptop)
        case .crashSyncing:
            _ = try open(laptop)
            laptop.files.callsUntilCrash = Int.random(in: 0..<400, using: &random)
            _ = try? meetUnacknowledged(laptop, place)
            powerOff(laptop, place, seed: random.next())
            _ = try open(laptop)
        case .failSyncing:
            _ = try open(laptop)
            let reasons: [FileError.Reason] = [.device, .full, .denied, .interrupted]
            let reason = reasons.randomElement(using: &random) ?? .device
            // Signals that never end would keep everybody waiting for ever.
            let fault = SimulatedFileSystem.Fault(
                nil, at: Int.random(in: 1..<200, using: &random), reason: reason,
                isLasting: Bool.random(using: &random) && reason != .interrupted)
            places[place].faults = [fault]
            _ = try? meetUnacknowledged(laptop, place)
            places[place].faults = []
            laptop.store?.close()
            laptop.store = nil
            _ = try open(laptop)
        case .reopen:
            laptop.store?.close()
            laptop.store = nil
            _ = try open(laptop)
        case .clock:
            laptop.clock.pass(hours: [1, 24, 24 * 180, -24 * 400, 24 * 3650].randomElement(using: &random) ?? 1)
        case .copyPlace: copy(place, Int.random(in: 0..<places.count, using: &random), &random)
        case .wipePlace: for path in places[place].contents.keys { try places[place].remove(path) }
        case .backupPlace: placeBackups.append((place, places[place].contents))
        case .restorePlace: try restorePlace(&random)
        case .clone: try clone(laptop, &random)
        case .backup:
            laptop.store?.close()
            laptop.store = nil
            laptop.backup = (laptop.files.own.cloned(), laptop.holds)
            _ = try open(laptop)
        case .restore:
            guard let backup = laptop.backup else { return }
            laptop.store?.close()
            laptop.store = nil
            laptop.files.own = backup.disk.cloned()
            laptop.holds = backup.holds
            laptop.isFull = false
            laptop.files.own.capacity = 1 << 40
            _ = try open(laptop)
        case .fill:
            laptop.isFull.toggle()
            let disk = laptop.files.own
            disk.capacity = laptop.isFull ? disk.used + Int.random(in: 0..<20_000, using: &random) : 1 << 40
        case .garbage: garbage(place, &random)
        case .carry: carry(place, Int.random(in: 0..<places.count, using: &random), &random)
        case .newer: try bringNewer(laptop, place, &random)
        case .erase: try erase(laptop, &random)
        case .rot: rot(laptop, &random)
        case .joiner:
            guard laptops.count < 6, places[place].contents["\(WorldPlaces.path(place))/store.json"] != nil
            else { return }
            let who = mode == .clear ? Self.boss : passphrases.keys.sorted().randomElement(using: &random) ?? Self.boss
            try? join("m\(laptops.count)", who, place: place)
        case .hire: try hire(laptop, &random)
        case .retire:
            try changeKeys(laptop) { store in
                let all = store.keyHolders().keys.filter { $0 != Samples.officer }.sorted()
                if let officer = all.randomElement(using: &random) { try store.retireOfficer(officer) }
            }
        case .rotate: try changeKeys(laptop) { _ = try $0.renewRecoveryCode() }
        case .passphrase:
            try changeKeys(laptop) { store in
                let passphrase = "换过的口令\(random.next() % 1000)号"
                try store.changePassphrase(name: Self.boss, passphrase)
                passphrases[Self.boss, default: []].insert(passphrase, at: 0)
            }
        case .fillPlace:
            let disk = places[place]
            disk.capacity =
                disk.capacity < 1 << 40 ? 1 << 40 : disk.used + Int.random(in: 0..<50_000, using: &random)
        }
    }

    private func sync(_ laptop: WorldLaptop, _ place: Int) throws {
        do {
            let report = try meet(laptop, place)
            if report.isSafeToRemove { trace.append("safe") }
        } catch let failure as Failure {
            throw failure
        } catch let error as StoreError {
            // Only this laptop's own full disk may keep it from syncing (I10).
            guard laptop.isFull else { throw Failure(description: "I10: \(laptop.machine) cannot sync: \(error)") }
            laptop.store?.close()
            laptop.store = nil
        }
    }

    /// An exchange that is going to fail: what came counts only when it is found again.
    private func meetUnacknowledged(_ laptop: WorldLaptop, _ place: Int) throws {
        _ = try laptop.store?.exchange(with: WorldPlaces.path(place)) { _ in }
    }

    private func write(_ laptop: WorldLaptop, _ random: inout SeededGenerator) throws {
        let store = try open(laptop)
        let stream =
            store.openStreams.count == 2 && Int.random(in: 0..<4, using: &random) == 0 ? Stream.restricted : .general
        let known = laptop.records.keys.sorted().filter { erased[$0] == nil && $0.rawValue.hasPrefix(stream.rawValue) }
        let isNew = known.isEmpty || Bool.random(using: &random)
        let record =
            isNew
            ? RecordID("\(stream.rawValue)\(attempted.count)") : known.randomElement(using: &random) ?? RecordID("x")
        var ops: [Op] = []
        func op(_ path: String, _ value: Value) {
            let path = FieldPath(path)
            let seen = laptop.records[record]?.registers[path]?.versions.map(\.change) ?? []
            ops.append(Op(record: record, path: path, value: value, pred: seen))
        }
        let text = "文字\(attempted.count)号：" + String(repeating: "长", count: Int.random(in: 0..<300, using: &random))
        attempted.insert(text)
        if isNew || Int.random(in: 0..<8, using: &random) == 0 { op("@", isNew ? .text("visit") : .null) }
        op("mark", .text(text))
        for path in ["date", "result", "parties/abc/name"] where Bool.random(using: &random) {
            op(path, .number(Int.random(in: 0..<100, using: &random)))
        }
        let unknown = Int.random(in: 0..<10, using: &random) == 0 ? [Value.Member("later", .list([.number(7)]))] : []
        let change = Change(
            stream: stream, officer: Samples.officer, moment: laptop.clock.now, ops: ops, unknown: unknown)
        do {
            let stored = try store.append(change).stored
            laptop.holds[stream, default: []].insert(stored.id)
            apply(stored, laptop)
            if Int.random(in: 0..<6, using: &random) == 0 { try store.roll(stream) }
        } catch {
            // Nobody else's state may keep an officer from writing (I10).
            guard laptop.isFull || laptop.files.callsUntilCrash != nil else {
                throw Failure(description: "I10: \(laptop.machine) cannot save: \(error)")
            }
        }
    }

    /// Takes somebody into office on a laptop where the chief sits.
    private func hire(_ laptop: WorldLaptop, _ random: inout SeededGenerator) throws {
        let number = passphrases.count
        let isRestricted = Bool.random(using: &random)
        try changeKeys(laptop) { store in
            let name = "民警\(number)"
            let passphrase = "新来的口令\(number)号"
            // Whoever is refused later was somebody's officer all the same.
            passphrases[name] = [passphrase]
            try store.addOfficer(
                RecordID("\(String(repeating: "0", count: 20))offi\(10 + number)"), name: name, passphrase: passphrase,
                streams: isRestricted ? Set(Stream.allCases) : [.general])
        }
    }

    /// Changes who may open the store, where the chief sits and everything is open.
    private func changeKeys(_ laptop: WorldLaptop, _ change: (Store) throws -> Void) throws {
        guard mode == .sealed, laptop.login == Self.boss else { return }
        let store = try open(laptop)
        do {
            try change(store)
        } catch let error as StoreError {
            // Whether new keys count is seen at the next unlocking; only a full disk is a reason.
            guard laptop.isFull else { throw Failure(description: "I10: \(laptop.machine) keeps its keys: \(error)") }
            laptop.store?.close()
            laptop.store = nil
        }
    }

    private func copy(_ from: Int, _ to: Int, _ random: inout SeededGenerator) {
        guard from != to else { return }
        let isPartial = Bool.random(using: &random)
        for (path, bytes) in places[from].contents.sorted(by: { $0.key < $1.key }) {
            if isPartial, Int.random(in: 0..<3, using: &random) == 0 { continue }
            let isCut = isPartial && Int.random(in: 0..<8, using: &random) == 0
            let there = WorldPlaces.path(to) + path.dropFirst(WorldPlaces.path(from).count)
            places[to].put(isCut ? Array(bytes.prefix(bytes.count / 2)) : bytes, at: there)
        }
    }

    private func restorePlace(_ random: inout SeededGenerator) throws {
        guard let backup = placeBackups.randomElement(using: &random) else { return }
        let disk = places[backup.place]
        if Bool.random(using: &random) {
            // `rsync --delete` the wrong way.
            for path in disk.contents.keys where backup.contents[path] == nil { try disk.remove(path) }
        }
        for (path, bytes) in backup.contents { disk.put(bytes, at: path) }
    }

    private func clone(_ laptop: WorldLaptop, _ random: inout SeededGenerator) throws {
        guard laptops.count < 6 else { return }
        // Switched off or running: the log is on the disk either way.
        let isSame = Bool.random(using: &random)
        let machine = isSame ? laptop.machine : "m\(laptops.count)"
        let twin = WorldLaptop(laptop.files.own.cloned(), places, machine: machine, login: laptop.login)
        twin.holds = laptop.holds
        twin.isFull = laptop.isFull
        laptops.append(twin)
        _ = try open(twin)
    }

    private func garbage(_ place: Int, _ random: inout SeededGenerator) {
        let disk = places[place]
        let root = WorldPlaces.path(place)
        let segments = disk.contents.keys.filter { $0.hasSuffix(".jsonl") }.sorted()
        let bytes = (0..<Int.random(in: 0..<600, using: &random)).map { _ in
            UInt8.random(in: 0...255, using: &random)
        }
        switch Int.random(in: 0..<6, using: &random) {
        case 0: disk.put(bytes, at: "\(root)/film\(random.next() % 9).mp4")
        case 1: disk.put([], at: "\(root)/segments/general/00000001-zzzzzzzz.jsonl")
        case 2: disk.put(bytes, at: "\(root)/store.json")
        case 3: disk.put(bytes, at: "\(root)/place.json")
        default:
            guard let path = segments.randomElement(using: &random), let old = disk.contents[path] else { return }
            switch Int.random(in: 0..<4, using: &random) {
            case 0: try? disk.rename(path, to: path.replacing(".jsonl", with: " (1).jsonl"))
            case 1: disk.put(old, at: "\(root)/copy of \(path.split(separator: "/").last ?? "").sync-conflict")
            case 2: disk.put(Array(old.prefix(Int.random(in: 0...old.count, using: &random))), at: path)
            default:
                var bad = old
                if !bad.isEmpty { bad[Int.random(in: 0..<bad.count, using: &random)] ^= 1 }
                disk.put(bad, at: path)
            }
        }
    }

    /// A carrier brings a few whole files from one place to another, in any order; what differs is renamed.
    private func carry(_ from: Int, _ to: Int, _ random: inout SeededGenerator) {
        guard from != to else { return }
        let files = places[from].contents.sorted { $0.key < $1.key }
        for _ in 0..<Int.random(in: 1...10, using: &random) {
            guard let (path, bytes) = files.randomElement(using: &random) else { return }
            var there = WorldPlaces.path(to) + path.dropFirst(WorldPlaces.path(from).count)
            if let old = places[to].contents[there], old != bytes { there += ".sync-conflict-20261121-101010-ABCDEFG" }
            places[to].put(bytes, at: there)
        }
    }

    /// Somebody with a newer version wrote with a feature that nobody here knows.
    private func bringNewer(_ laptop: WorldLaptop, _ place: Int, _ random: inout SeededGenerator) throws {
        let store = try open(laptop)
        let source = GeneratorSource(random)
        let writer = try Writer(random: source, incarnation: 1)
        var header = SegmentHeader(
            store: store.identity, stream: .general, writer: writer, number: 1, previous: nil, seen: [],
            salt: [UInt8](repeating: 7, count: 16), changes: 0, body: [], epoch: mode == .sealed ? 1 : nil)
        header.features.incompat = ["telepathy"]
        let line = try header.line(signedBy: writer)
        let bytes = line + [0x0A] + Array("what only the future knows".utf8)
        let id = SegmentID(
            stream: .general, writer: writer.id, name: SegmentName(number: 1, short: Hashing.hash(line).short))
        places[place].put(bytes, at: "\(WorldPlaces.path(place))/\(id.path)")
        // Only once somebody has it, it can be expected everywhere.
        try sync(laptop, place)
        if laptop.store?.streams[.general]?.catalog[writer.id] != nil { newer[id] = bytes }
    }

    private func erase(_ laptop: WorldLaptop, _ random: inout SeededGenerator) throws {
        let store = try open(laptop)
        guard !laptop.isFull else { return }
        let known = laptop.records.keys.sorted().filter { erased[$0] == nil && $0.rawValue.hasPrefix("general") }
        guard let record = known.randomElement(using: &random),
            let text = laptop.records[record]?.registers[FieldPath("mark")]?.versions.first?.value.text
        else { return }
        let change = Change(
            stream: .general, officer: Samples.officer, moment: laptop.clock.now,
            ops: [Erasure(ErasureScope(record), type: TypeID("visit"), basis: "本人申请").op])
        let stored = try store.append(change, freesRoom: true).stored
        laptop.holds[.general, default: []].insert(stored.id)
        erased[record] = text
        try store.carryOutErasures()
        apply(stored, laptop)
        // What was put aside elsewhere comes clean when it is met; a saved disk is nobody's laptop.
        laptop.backup = nil
    }

    /// A bit of a segment turns over: another laptop has it whole.
    private func rot(_ laptop: WorldLaptop, _ random: inout SeededGenerator) {
        let others = laptops.filter { $0 !== laptop }
        let disk = laptop.files.own
        let files = disk.contents.keys.filter { path in
            path.hasSuffix(".jsonl") && !newer.contains { path.hasSuffix($0.key.name.text) }
                // Somebody else must have it: the only copy cannot be mended.
                && others.contains { $0.files.own.contents[path] == disk.contents[path] }
        }.sorted()
        guard let path = files.randomElement(using: &random), var bytes = disk.contents[path], !bytes.isEmpty else {
            return
        }
        laptop.store?.close()
        laptop.store = nil
        bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= 1
        disk.put(bytes, at: path)
        // What it held comes back from the others.
        laptop.holds = [:]
    }
}
