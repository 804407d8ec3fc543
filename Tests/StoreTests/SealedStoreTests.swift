import Records
import Synchronization
import TestSupport
import Testing

@testable import Store

@Suite("A sealed store")
struct SealedStoreTests {
    let disk = SimulatedFileSystem()

    private static let auxiliary = RecordID("0000000000000000000000000helper")
    private static let colleague = RecordID("00000000000000000000000colleag")

    private func create() throws -> (store: Store, code: RecoveryCode) {
        let (store, code) = try Store.createSealed(
            at: "/s", environment: .simulated(disk), officer: Samples.officer, name: Sealed.name,
            passphrase: Sealed.passphrase)
        return (store, code)
    }

    private func open(_ disk: SimulatedFileSystem? = nil, seed: UInt64 = 2) throws -> Store {
        try Store.open(at: "/s", environment: .simulated(disk ?? self.disk, seed: seed))
    }

    /// A follow-up as the restricted stream holds it.
    private func followUp(_ number: Int) -> Change {
        var change = Samples.visit(number, stream: .restricted)
        let record = change.ops[0].record
        // Before the row, where they read back.
        change.ops.insert(
            contentsOf: [
                Op(record: record, path: FieldPath("kind"), value: .text("followup-F01")),
                Op(record: record, path: FieldPath("phone"), value: .text("13800138000")),
            ], at: change.ops.count - 1)
        return change
    }

    private static let needles = [
        "王小明", "李警官", "春风不度玉门关", "走访", "平安", "13800138000", "visit", "followup", "followup-F01", "parties", "草稿",
        "2026-11-21", "甲", Samples.officer.rawValue, colleague.rawValue, auxiliary.rawValue, "officer",
    ]

    /// The needles that stand in any file or file name.
    private func found(_ disk: SimulatedFileSystem) -> [String] {
        Self.needles.filter { needle in
            let bytes = Array(needle.utf8)
            return disk.contents.contains { path, content in
                path.contains(needle) || content.firstRange(of: bytes) != nil
            }
        }
    }

    /// Saves something of every kind.
    private func fill(_ store: Store, officer: RecordID = Samples.officer) throws {
        for number in 0..<6 { try store.append(Samples.visit(number)) }
        for number in 10..<14 { try store.append(followUp(number)) }
        try store.roll(.general)
        try store.roll(.restricted)
        try store.append(Samples.visit(6))
        try store.append(followUp(14))
        let draft = Draft(id: "visit.1", moment: ScriptedClock().now, bytes: Array("草稿 甲".utf8))
        try store.putDraft(draft, of: officer)
        try store.setLocalValue(.text("甲"), for: "letter")
        let image = Array(String(repeating: "王小明 走访 13800138000 ", count: 2000).utf8)
        for stream in Stream.allCases {
            try image.withUnsafeBytes { try store.saveSnapshot($0, schema: "v1", heads: store.heads(stream)) }
        }
    }

    @Test("has nothing to read in any file or file name: open, after a crash, locked")
    func nothingToRead() throws {
        let (store, _) = try create()
        try store.addOfficer(
            Self.colleague, name: "王警官", passphrase: "二十四桥明月夜", streams: [.general, .restricted])
        try fill(store)
        #expect(found(disk).isEmpty)
        for seed in 0..<4 as Range<UInt64> { #expect(found(disk.crashed(seed: seed)).isEmpty) }
        store.lock()
        #expect(found(disk).isEmpty)
        #expect(disk.contents.count > 15)
        for path in disk.contents.keys {
            for name in path.split(separator: "/") { #expect(FileNames.isGood(String(name)), "\(path)") }
        }
        // The search finds what there is to find.
        let clear = SimulatedFileSystem()
        try fill(try Store.create(at: "/s", environment: .simulated(clear), mode: .clear))
        #expect(found(clear).count >= 12)
    }

    @Test("gives everything back to whoever knows the passphrase, and nothing while it is locked")
    func unlocking() throws {
        let (store, _) = try create()
        try fill(store)
        store.close()
        let again = try open()
        #expect(again.isLocked && again.readOnly == .locked)
        #expect(throws: StoreError.readOnly(.locked)) { try again.append(Samples.visit(9)) }
        #expect(throws: StoreError.readOnly(.locked)) { try Samples.read(again) }
        #expect(throws: StoreError.readOnly(.locked)) { try again.drafts(of: Samples.officer) }
        #expect(again.localValue("letter") == nil)
        #expect(try again.verify().findings.isEmpty)
        let unlocked = try again.unlock(name: Sealed.name, passphrase: Sealed.passphrase)
        #expect(unlocked.officer == Samples.officer && unlocked.streams == Set(Stream.allCases))
        #expect(try Samples.read(again).count == 7 && again.report.findings.isEmpty && !again.report.isNewWriter)
        #expect(try Samples.read(again, .restricted).map(\.change).contains(followUp(14)))
        #expect(try again.drafts(of: Samples.officer).map(\.id) == ["visit.1"])
        #expect(again.localValue("letter") == .text("甲"))
        #expect(try again.verify().findings.isEmpty)
        again.lock()
        #expect(again.keyring == nil && again.isLocked && again.streams.values.allSatisfy { $0.keys == nil })
        try again.unlock(name: Sealed.name, passphrase: Sealed.passphrase)
        try again.append(Samples.visit(7))
        #expect(try Samples.read(again).count == 8)
    }

    @Test("answers a wrong passphrase, a wrong name and an officer it does not know alike, and slower each time")
    func wrongPassphrase() throws {
        let (store, _) = try create()
        store.close()
        let again = try open()
        let attempts = [
            (Sealed.name, "x"), ("nobody", Sealed.passphrase), ("", ""), (Sealed.passphrase, Sealed.name),
            (Sealed.name + "\0", Sealed.passphrase), ("", "y"), ("", "z"), ("", "a"),
        ]
        for (place, attempt) in attempts.enumerated() {
            let delay = [1, 2, 4, 8, 16, 32, 60, 60][place] * 1000
            #expect(throws: StoreError.wrongPassphrase(delay: delay)) {
                try again.unlock(name: attempt.0, passphrase: attempt.1)
            }
            #expect(again.isLocked)
        }
        try again.unlock(name: Sealed.name, passphrase: Sealed.passphrase)
        #expect(throws: StoreError.wrongPassphrase(delay: 1000)) { try again.unlock(name: "", passphrase: "") }
    }

    @Test("opens with the recovery code, and names the group in which it was mistyped")
    func recoveryCode() throws {
        let (store, code) = try create()
        try fill(store)
        store.close()
        let again = try open()
        let typed = code.text.lowercased().replacing("0", with: "O").replacing("-", with: " ")
        #expect(try RecoveryCode(typed) == code)
        let unlocked = try again.unlock(recoveryCode: try RecoveryCode(typed))
        #expect(unlocked.officer == nil && unlocked.streams == Set(Stream.allCases))
        #expect(try Samples.read(again).count == 7)
        // The passphrase is lost: the officer is taken off and put on again.
        try again.retireOfficer(Samples.officer)
        try again.addOfficer(Samples.officer, name: "李", passphrase: "new", streams: Set(Stream.allCases))
        #expect(throws: StoreError.wrongPassphrase(delay: 1000)) {
            try again.unlock(name: Sealed.name, passphrase: Sealed.passphrase)
        }
        try again.unlock(name: "李", passphrase: "new")
        #expect(try Samples.read(again, .restricted).count == 5)
        let renewed = try again.renewRecoveryCode()
        #expect(throws: StoreError.self) { try again.unlock(recoveryCode: code) }
        try again.unlock(recoveryCode: renewed)
        #expect(try Samples.read(again).count == 7)
    }

    @Test("finds every mistyped character, exchanged neighbours and misplaced groups of a recovery code")
    func mistypedCodes() throws {
        let code = RecoveryCode(random: GeneratorSource(SeededGenerator(seed: 4)))
        let characters = Array(code.text)
        for (place, character) in characters.enumerated() where character != "-" {
            for other in "0123456789ABCDEFGHJKMNPQRSTVWXYZU!" where other != character {
                var wrong = characters
                wrong[place] = other
                #expect(throws: StoreError.badCode(groups: [place / 6 + 1])) { try RecoveryCode(String(wrong)) }
            }
            guard place > 0, characters[place - 1] != "-", characters[place - 1] != character else { continue }
            var wrong = characters
            wrong.swapAt(place - 1, place)
            #expect(throws: StoreError.badCode(groups: [place / 6 + 1])) { try RecoveryCode(String(wrong)) }
        }
        var groups = code.text.split(separator: "-")
        groups.swapAt(2, 5)
        #expect(throws: StoreError.badCode(groups: [3, 6])) { try RecoveryCode(groups.joined(separator: "-")) }
        #expect(throws: StoreError.badCode(groups: [])) { try RecoveryCode(String(characters.dropLast())) }
        #expect(StoreError.badCode(groups: [3, 6]).label.zh.contains("3, 6"))
    }

    @Test("lets an auxiliary into the general stream only; what waits in the restricted log waits on")
    func auxiliaries() throws {
        let (store, _) = try create()
        try fill(store)
        try store.addOfficer(Self.auxiliary, name: "辅警", passphrase: "p", streams: [])
        try store.append(followUp(20))
        let waiting = disk.contents.filter { $0.key.hasPrefix("/s/restricted/") }
        let unlocked = try store.unlock(name: "辅警", passphrase: "p")
        #expect(unlocked.officer == Self.auxiliary && unlocked.streams == [.general])
        #expect(try Samples.read(store).count == 7)
        #expect(throws: StoreError.unopened(.restricted)) { try Samples.read(store, .restricted) }
        #expect(throws: StoreError.unopened(.restricted)) { try store.append(followUp(21)) }
        #expect(throws: StoreError.unopened(.restricted)) { try store.roll(.restricted) }
        #expect(throws: StoreError.unopened(.restricted)) { try store.retireOfficer(Samples.officer) }
        #expect(throws: StoreError.unopened(.restricted)) {
            try store.addOfficer(Self.colleague, name: "x", passphrase: "y", streams: [.restricted])
        }
        #expect(store.identityInUse?.secrets.keys.map(\.self) == [.general], "no key to sign with")
        #expect(try store.drafts(of: Samples.officer).isEmpty)
        try store.append(Samples.visit(7))
        #expect(try store.verify().findings.isEmpty)
        #expect(disk.contents.filter { $0.key.hasPrefix("/s/restricted/") } == waiting)
        try store.unlock(name: Sealed.name, passphrase: Sealed.passphrase)
        #expect(try Samples.read(store, .restricted).count == 6)
        #expect(try Samples.read(store).count == 8 && !store.report.isNewWriter)
    }

    @Test("made a new writer while the restricted stream was closed, becomes one that can sign there once it is open")
    func writerWithoutRestrictedKey() throws {
        let (store, _) = try create()
        try store.append(followUp(1))
        try store.addOfficer(Self.auxiliary, name: "辅警", passphrase: "p", streams: [])
        store.close()
        disk.copy("/s", to: "/t")
        let copy = try Store.open(at: "/t", environment: .simulated(disk, seed: 3))
        try copy.unlock(name: "辅警", passphrase: "p")
        #expect(copy.report.isNewWriter)
        let writer = copy.writer
        try copy.append(Samples.visit(1))
        try copy.roll(.general)
        try copy.unlock(name: "辅警", passphrase: "p")
        #expect(!copy.report.isNewWriter && copy.writer == writer)
        try copy.unlock(name: Sealed.name, passphrase: Sealed.passphrase)
        #expect(copy.report.isNewWriter && copy.incarnation == 3)
        try copy.append(followUp(2))
        try copy.roll(.restricted)
        #expect(try Samples.read(copy, .restricted).count == 2)
        #expect(try Samples.read(copy).count == 1)
        #expect(try copy.verify().findings.isEmpty)
    }

    @Test("opens nothing written after an officer was retired with that officer's keys")
    func retirement() throws {
        let (store, _) = try create()
        try store.addOfficer(Self.colleague, name: "王", passphrase: "p", streams: Set(Stream.allCases))
        try store.unlock(name: "王", passphrase: "p")
        let holder = try #require(store.keyring).holder
        let old = try #require(store.keyring).streams
        try store.append(Samples.visit(1))
        #expect(throws: StoreError.ownKey) { try store.retireOfficer(Self.colleague) }
        try store.unlock(name: Sealed.name, passphrase: Sealed.passphrase)
        try store.retireOfficer(Self.colleague)
        #expect(store.keyHolders() == [Samples.officer: Set(Stream.allCases)])
        #expect(throws: StoreError.unknownOfficer) { try store.retireOfficer(Self.colleague) }
        for stream in Stream.allCases {
            try store.append(stream == .general ? Samples.visit(2) : followUp(2))
            try store.roll(stream)
            try store.append(stream == .general ? Samples.visit(3) : followUp(3))
            let keys = try #require(old[stream])
            let log = try #require(disk.contents["/s/\(stream)/wal"])
            #expect(LogReading(log, isSealed: true, keys: keys).isUnopened)
            for (path, bytes) in disk.contents where path.contains("\(stream)/segments") {
                let name = try #require(SegmentName(String(path.split(separator: "/").last ?? "")))
                let reading = SegmentReading(
                    bytes, stream: stream, store: store.identity, name: name, isChecking: true,
                    seal: SegmentSeal(writer: store.writer, keys: keys))
                #expect(reading.changes.isEmpty && reading.findings == [.missingKey])
            }
        }
        store.lock()
        #expect(throws: StoreError.wrongPassphrase(delay: 1000)) { try store.unlock(name: "王", passphrase: "p") }
        #expect(try store.unlock(holder, slotKey: nil) == nil, "with a copy of the slot neither")
        try store.unlock(name: Sealed.name, passphrase: Sealed.passphrase)
        #expect(try Samples.read(store).count == 3 && store.verify().findings.isEmpty)
    }

    @Test(
        "does not use keys that somebody without the restricted key planted, nor reads changes that no key vouches for")
    func forgeries() throws {
        let (store, _) = try create()
        try fill(store)
        try store.addOfficer(Self.auxiliary, name: "辅警", passphrase: "p", streams: [])
        let ring = try #require(store.keyring)
        let before = try #require(ring.streams[.restricted]).epoch
        // A restricted key of the forger's own, wrapped for everybody, following the true one.
        let epoch = before + 1 << 32
        let key = try #require(ring.streams[.general]?.current)
        let section = try EpochSection(
            key, .init(store: store.identity, stream: .restricted, epoch: epoch),
            members: try #require(ring.members[.restricted]), previous: [before: key], following: [before],
            environment: .simulated(disk, seed: 9))
        let file = EpochFile(epoch: epoch, sections: [.restricted: section])
        try KeyFolder(store).publish(file.bytes(store: store.identity), as: file.file)
        // A clear segment, properly signed by a writer of the forger's own.
        let writer = try Writer(random: GeneratorSource(SeededGenerator(seed: 6)), incarnation: 1)
        let random = GeneratorSource(SeededGenerator(seed: 7))
        let segment = try SegmentBuilder(
            store: store.identity, stream: .restricted, writer: writer, random: random
        ).build([ChangeLines(followUp(99), random: random)], number: 1, previous: nil, seen: [])
        disk.put(segment.bytes, at: "/s/restricted/segments/\(writer.id)/\(segment.name.text)")
        try store.unlock(name: Sealed.name, passphrase: Sealed.passphrase)
        #expect(store.keyring?.streams[.restricted]?.epoch == before)
        #expect(store.report.findings.contains { $0.kind == .strangeKeys })
        #expect(try Samples.read(store, .restricted).count == 5)
        #expect(try !store.verify().findings.isEmpty)
    }

    @Test("uses no key and nonce twice, whatever fails, is changed, locked and unlocked")
    func nonces() throws {
        let seen = Mutex<(pairs: Set<[UInt8]>, twice: Int)>(([], 0))
        var environment = StoreEnvironment.simulated(disk)
        environment.witness = SealWitness { key, nonce in
            seen.withLock { if !$0.pairs.insert(Array(key.utf8) + nonce).inserted { $0.twice += 1 } }
        }
        let store = try Sealed.create(.sealed, environment)
        try fill(store)
        for number in 0..<40 {
            if number % 5 == 1 { disk.faults = [.init(.write, at: 1, reason: .device)] }
            if number % 7 == 2 { disk.faults = [.init(.syncData, at: 1, reason: .device)] }
            if number % 11 == 3 {
                disk.longestWrite = 50
                disk.faults = [.init(.write, at: 3, reason: .full)]
            }
            _ = try? store.append(Samples.visit(100 + number))
            disk.longestWrite = 0
            disk.faults = []
            if number % 13 == 4 { try store.unlock(name: Sealed.name, passphrase: Sealed.passphrase) }
        }
        try store.addOfficer(Self.colleague, name: "王", passphrase: "p", streams: Set(Stream.allCases))
        try store.retireOfficer(Self.colleague)
        try store.changePassphrase(name: "a", "b")
        try fill(store)
        // The same disk again, as a clone or a restored backup would have it.
        store.close()
        for seed in 0..<3 as Range<UInt64> {
            environment.files = disk.cloned()
            environment.random = GeneratorSource(SeededGenerator(seed: 20 + seed))
            let clone = try Store.open(at: "/s", environment: environment)
            try clone.unlock(name: "a", passphrase: "b")
            try fill(clone)
        }
        #expect(seen.withLock { $0.twice } == 0)
        #expect(seen.withLock { $0.pairs.count } > 300)
    }

    @Test("keeps its keys through a flipped byte or a cut in either copy, and never crashes when both are damaged")
    func damagedKeys() throws {
        let (store, _) = try create()
        try store.append(Samples.visit(1))
        store.close()
        let files = disk.contents.filter { $0.key.hasPrefix("/s/keys/") }
        #expect(files.count == 4)
        for (path, bytes) in files {
            for place in stride(from: 0, to: bytes.count, by: Extent.isLong ? 3 : 37) {
                var flipped = bytes
                flipped[place] ^= 0x01
                for damage in [flipped, Array(bytes.prefix(place))] {
                    let damaged = disk.cloned()
                    damaged.put(damage, at: path)
                    let again = try open(damaged)
                    #expect(again.report.findings.map(\.kind) == [.repairedDescription], "\(path) \(place)")
                    try again.unlock(name: Sealed.name, passphrase: Sealed.passphrase)
                    #expect(try Samples.read(again).count == 1)
                    #expect(damaged.contents[path] == bytes)
                }
            }
            let other = path.contains(".copy.") ? path.replacing(".copy.", with: ".") : path
            let both = disk.cloned()
            both.put(Array(bytes.dropLast(9)), at: other)
            both.put(Array(bytes.dropFirst(9)), at: other.replacing(".json", with: ".copy.json"))
            let again = try open(both)
            #expect(again.report.findings.map(\.kind) == [.damagedKeys])
            #expect(throws: StoreError.self) { try again.unlock(name: Sealed.name, passphrase: Sealed.passphrase) }
        }
    }

    /// What is done to the keys, and what must hold afterwards.
    enum KeyAct: CaseIterable {
        case passphrase, adding, retiring
    }

    @Test(
        "changes a passphrase, adds and retires officers as one step, wherever the machine goes off",
        arguments: KeyAct.allCases)
    func keyCrashes(_ act: KeyAct) throws {
        let (store, _) = try create()
        try store.addOfficer(Self.colleague, name: "王", passphrase: "p", streams: Set(Stream.allCases))
        try store.append(Samples.visit(1))
        try store.append(followUp(1))
        try store.unlock(name: Sealed.name, passphrase: Sealed.passphrase)
        let holder = try #require(store.keyring).holder
        store.close()
        func perform(_ disk: SimulatedFileSystem) -> Bool {
            guard let store = try? open(disk, seed: 3), (try? store.unlock(holder, slotKey: nil)) != nil else {
                return false
            }
            do {
                switch act {
                case .passphrase: try store.changePassphrase(name: "a", "b")
                case .adding: try store.addOfficer(Self.auxiliary, name: "a", passphrase: "b", streams: [])
                case .retiring: try store.retireOfficer(Self.colleague)
                }
                return true
            } catch {
                return false
            }
        }
        let whole = disk.cloned()
        #expect(perform(whole))
        for place in 0...(whole.trace.count * (Extent.isLong ? 3 : 1)) {
            let call = place % (whole.trace.count + 1)
            let disk = disk.cloned()
            disk.callsUntilCrash = call
            let isDone = perform(disk)
            // Now and then only the program is killed, and the machine goes off after the next opening.
            var after = place % 3 == 2 ? disk.killed() : disk.crashed(seed: UInt64(place))
            if place % 3 == 2 {
                _ = try open(after, seed: 4).unlock(holder, slotKey: nil)
                after = after.crashed(seed: UInt64(place))
            }
            let store = try open(after, seed: 5)
            func opens(_ name: String, _ passphrase: String) -> Bool {
                (try? store.unlock(name: name, passphrase: passphrase)) != nil
            }
            let old = opens(Sealed.name, Sealed.passphrase)
            switch act {
            case .passphrase: #expect(old != opens("a", "b") && !(isDone && old), "call \(call)")
            case .adding: #expect(old && (!isDone || opens("a", "b")), "call \(call)")
            case .retiring: #expect(old && !(isDone && opens("王", "p")), "call \(call)")
            }
            #expect(old ? opens(Sealed.name, Sealed.passphrase) : opens("a", "b"), "call \(call)")
            #expect(try Samples.read(store).count == 1, "call \(call)")
            #expect(try Samples.read(store, .restricted).count == 1, "call \(call)")
            #expect(store.report.findings.isEmpty && !store.report.isNewWriter, "call \(call)")
            #expect(try store.verify().findings.isEmpty, "call \(call)")
            try store.append(Samples.visit(2))
            if store.keyHolders()[Self.colleague] == nil {
                #expect(!opens("王", "p"), "call \(call)")
            }
        }
    }
}
