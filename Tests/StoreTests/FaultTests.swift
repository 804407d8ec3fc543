import Records
import TestSupport
import Testing

@testable import Store

/// Damage, crashes and failing disks: what was acknowledged survives, what cannot be read is reported, nothing crashes.
@Suite("A store in trouble")
struct FaultTests {
    /// A small store: a segment of two changes, a log of three.
    private func sample(_ disk: SimulatedFileSystem, _ mode: StoreMode) throws -> [StoredChange] {
        let store = try Sealed.create(mode, .simulated(disk))
        var saved: [StoredChange] = []
        for number in 0..<2 { saved.append(try store.append(Samples.note(number)).stored) }
        try store.roll(.general)
        for number in 2..<5 { saved.append(try store.append(Samples.note(number)).stored) }
        store.close()
        return saved
    }

    private func open(_ disk: SimulatedFileSystem, seed: UInt64 = 7) throws -> Store {
        try Sealed.open(.simulated(disk, seed: seed))
    }

    private func kinds(_ store: Store) throws -> (changes: [StoredChange], findings: [Finding]) {
        var changes: [StoredChange] = []
        let report = try store.readAll(.general) { changes += $0.map(\.stored) }
        return (changes, store.report.findings + report.findings)
    }

    /// What of the original is fully there.
    private func intact(_ saved: [StoredChange], in found: [StoredChange]) -> Int {
        saved.filter { found.contains($0) }.count
    }

    @Test("loses at most the one change that a flipped byte of the log hit, and says so", arguments: StoreMode.allCases)
    func flippedLog(_ mode: StoreMode) throws {
        let disk = SimulatedFileSystem()
        let saved = try sample(disk, mode)
        let log = try #require(disk.contents["/s/general/wal"])
        let end = try #require(log.lastIndex { $0 != 0 }) + 40
        var unharmed = 0
        // Every byte that means something; of the filling between the blocks a few.
        let places = (0..<end).filter {
            ($0 >= LogHeader.size || $0 % LogHeader.blockSize < 400 && $0 % 3 == 0 || $0 % 509 == 0)
                && (mode == .clear || Extent.isLong || $0 % 4 == 0 || $0 % 509 == 0)
        }
        for place in places {
            let mask = ([0x01, 0x80, 0xFF] as [UInt8])[place % 3]
            let damaged = disk.cloned()
            var bytes = log
            bytes[place] ^= mask
            damaged.put(bytes, at: "/s/general/wal")
            let store = try open(damaged)
            let (found, findings) = try kinds(store)
            let intact = intact(saved, in: found)
            #expect(intact >= 4 && found.count == intact, "byte \(place)")
            #expect(!findings.isEmpty, "byte \(place)")
            if intact == 5 {
                unharmed += 1
            } else {
                #expect(findings.contains { $0.isLoss && $0.aside != nil }, "byte \(place)")
            }
            guard place % 7 == 0 else { continue }
            // Doing it again finds nothing more to do, and the next save works.
            try store.append(Samples.visit(9))
            store.close()
            let again = try open(damaged, seed: 8)
            #expect(again.report.findings.isEmpty, "byte \(place)")
            #expect(try kinds(again).changes.count == intact + 1, "byte \(place)")
        }
        // The frame of a record can be worked out from its surroundings.
        #expect(unharmed > places.count / 3)
    }

    @Test("keeps every change before the place where the log was cut", arguments: StoreMode.allCases)
    func cutLog(_ mode: StoreMode) throws {
        let disk = SimulatedFileSystem()
        let saved = try sample(disk, mode)
        let log = try #require(disk.contents["/s/general/wal"])
        let end = try #require(log.lastIndex { $0 != 0 }) + 1
        let isSealed = mode == .sealed
        let reading = LogReading(log, isSealed: isSealed, keys: isSealed ? try Sealed.keys(.general) : nil)
        let ends = reading.lines.reduce(into: [LogHeader.size]) {
            $0.append(($0.last ?? 0) + LogRecord.size(of: $1, isSealed: isSealed))
        }
        #expect(reading.lines.count == 3)
        for size in 0...end where size > LogHeader.size - 20 || size % 509 == 0 {
            if mode == .sealed, !Extent.isLong, size % 5 > 0, !ends.contains(size) { continue }
            let damaged = disk.cloned()
            damaged.put(Array(log.prefix(size)), at: "/s/general/wal")
            let store = try open(damaged)
            let (found, findings) = try kinds(store)
            let whole = max(0, ends.filter { $0 <= size }.count - 1)
            #expect(intact(saved, in: found) == 2 + whole, "length \(size)")
            if !ends.contains(size) { #expect(!findings.isEmpty, "length \(size)") }
            store.close()
            let again = try open(damaged, seed: 8)
            #expect(try kinds(again).changes == found)
            #expect(again.report.findings.isEmpty)
        }
    }

    @Test(
        "loses at most the one change that a flipped byte of a segment hit, and says so", arguments: StoreMode.allCases)
    func flippedSegment(_ mode: StoreMode) throws {
        let disk = SimulatedFileSystem()
        let saved = try sample(disk, mode)
        let (path, segment) = try #require(disk.contents.first { $0.key.contains("segments") })
        for place in segment.indices where mode == .clear || Extent.isLong || place % 2 == 0 {
            let damaged = disk.cloned()
            var bytes = segment
            bytes[place] ^= ([0x01, 0x80, 0xFF] as [UInt8])[place % 3]
            damaged.put(bytes, at: path)
            let store = try open(damaged)
            let (found, _) = try kinds(store)
            let findings = try store.verify().findings
            #expect(intact(saved, in: found) >= 4, "byte \(place)")
            #expect(!findings.isEmpty, "byte \(place)")
            let isHarmed = intact(saved, in: found) < 5
            if isHarmed { #expect(findings.contains { $0.isLoss }, "byte \(place)") }
            // A change that is handed over is one that was saved; only its values may be missing, and say so.
            for change in found {
                let original = try #require(saved.first { $0.id == change.id }, "byte \(place)")
                for (op, old) in zip(change.change.ops, original.change.ops) {
                    #expect(op.value == old.value || op.value == .unreadable, "byte \(place)")
                }
            }
            #expect(damaged.contents[path] == bytes, "the file is left as it is")
        }
    }

    @Test("reads what a cut segment still proves, and reports the rest", arguments: StoreMode.allCases)
    func cutSegment(_ mode: StoreMode) throws {
        let disk = SimulatedFileSystem()
        let saved = try sample(disk, mode)
        let (path, segment) = try #require(disk.contents.first { $0.key.contains("segments") })
        var last = 0
        for size in stride(from: 0, to: segment.count, by: Extent.isLong ? 1 : mode == .clear ? 2 : 5) {
            let damaged = disk.cloned()
            damaged.put(Array(segment.prefix(size)), at: path)
            let store = try open(damaged)
            let (found, _) = try kinds(store)
            #expect(try !store.verify().findings.isEmpty, "length \(size)")
            let count = intact(saved, in: found)
            #expect(count >= max(3, last), "length \(size)")
            last = count
            #expect(found.allSatisfy { change in saved.contains { $0.id == change.id } }, "length \(size)")
        }
        #expect(last >= 4)
    }

    @Test("opens whatever byte of its description or its writer's file is flipped", arguments: StoreMode.allCases)
    func flippedDescriptions(_ mode: StoreMode) throws {
        let disk = SimulatedFileSystem()
        let saved = try sample(disk, mode)
        for name in ["/s/store.json", "/s/store.copy.json", "/s/writer.json"] {
            let file = try #require(disk.contents[name])
            for place in stride(from: 0, to: file.count, by: Extent.isLong ? 1 : 3) {
                let damaged = disk.cloned()
                var bytes = file
                bytes[place] ^= 0x01
                damaged.put(bytes, at: name)
                let store = try open(damaged)
                #expect(try kinds(store).changes == saved)
                #expect(store.report.isNewWriter == (name == "/s/writer.json"))
                #expect(store.report.findings.isEmpty == (name == "/s/writer.json"))
                store.close()
                #expect(try open(damaged, seed: 8).report.findings.isEmpty)
            }
        }
    }

    /// Creates a store, saves, rolls, saves, and notes what was acknowledged; ends at the first error.
    private func session(_ disk: SimulatedFileSystem, _ mode: StoreMode, acknowledged: inout [StoredChange])
        -> StoreError?
    {
        do throws(StoreError) {
            let environment = StoreEnvironment.simulated(disk)
            let store =
                try Store.exists(at: "/s", environment: environment)
                ? try Sealed.open(environment) : try Sealed.create(mode, environment)
            for number in 0..<3 { acknowledged.append(try store.append(Samples.visit(number)).stored) }
            try store.roll(.general)
            acknowledged += try store.append(batch: [Samples.visit(3), Samples.visit(4)]).map(\.stored)
            acknowledged.append(try store.append(Samples.visit(5, stream: .restricted)).stored)
            try store.roll(.restricted)
            store.close()
            return nil
        } catch {
            return error
        }
    }

    private func everything(_ store: Store) throws -> Set<StoredChange> {
        Set(try Samples.read(store)).union(try Samples.read(store, .restricted))
    }

    @Test(
        "keeps what was acknowledged through a crash after any call, and recovering twice is recovering once",
        arguments: SimulatedFileSystem.Rules.honest, StoreMode.allCases)
    func crashes(_ rules: SimulatedFileSystem.Rules, _ mode: StoreMode) throws {
        let whole = SimulatedFileSystem(rules: rules)
        var all: [StoredChange] = []
        #expect(session(whole, mode, acknowledged: &all) == nil)
        let calls = whole.trace.count
        #expect(calls > 100)
        for call in 0..<calls {
            for seed in 0..<(Extent.isLong ? 4 : mode == .clear ? 2 : 1) as Range<UInt64> {
                let disk = SimulatedFileSystem(rules: rules)
                disk.callsUntilCrash = call
                var acknowledged: [StoredChange] = []
                _ = session(disk, mode, acknowledged: &acknowledged)
                let after = disk.crashed(seed: seed &* 1000 &+ UInt64(call))
                guard try Store.exists(at: "/s", environment: .simulated(after)) else {
                    #expect(acknowledged.isEmpty, "call \(call)")
                    continue
                }
                let store = try open(after)
                let found = try everything(store)
                #expect(found.isSuperset(of: acknowledged), "call \(call), seed \(seed)")
                #expect(found.isSubset(of: all), "nothing is invented: call \(call), seed \(seed)")
                #expect(try store.verify().findings.isEmpty, "call \(call), seed \(seed)")
                store.close()
                let contents = after.contents
                let again = try open(after, seed: 8)
                #expect(again.report.findings.isEmpty && !again.report.isNewWriter, "call \(call), seed \(seed)")
                #expect(try everything(again) == found)
                again.close()
                // A sealed log is begun anew, with a fresh salt, whenever it is opened.
                #expect(after.contents == contents || mode == .sealed, "call \(call), seed \(seed)")
            }
        }
    }

    @Test(
        "keeps what was acknowledged through a crash in the middle of recovering from a crash",
        arguments: StoreMode.allCases)
    func crashesWhileRecovering(_ mode: StoreMode) throws {
        for call in stride(from: 20, to: 140, by: Extent.isLong ? 3 : 11) {
            let disk = SimulatedFileSystem()
            disk.callsUntilCrash = call
            var acknowledged: [StoredChange] = []
            _ = session(disk, mode, acknowledged: &acknowledged)
            for second in stride(from: 1, to: 60, by: Extent.isLong ? 2 : 5) {
                let after = disk.crashed(seed: UInt64(call))
                guard try Store.exists(at: "/s", environment: .simulated(after)) else { continue }
                after.callsUntilCrash = second
                _ = try? open(after)
                let store = try open(after.crashed(seed: UInt64(second)), seed: 9)
                #expect(try everything(store).isSuperset(of: acknowledged), "calls \(call), \(second)")
            }
        }
    }

    @Test(
        "keeps what was acknowledged when any call fails once, stays usable or says that it is not",
        arguments: [FileError.Reason.device, .full], StoreMode.allCases)
    func failingCalls(_ reason: FileError.Reason, _ mode: StoreMode) throws {
        let whole = SimulatedFileSystem()
        var all: [StoredChange] = []
        _ = session(whole, mode, acknowledged: &all)
        for call in 1...whole.trace.count {
            let disk = SimulatedFileSystem()
            disk.faults = [.init(nil, at: call, reason: reason)]
            var acknowledged: [StoredChange] = []
            let error = session(disk, mode, acknowledged: &acknowledged)
            if let error { #expect(!error.label.zh.isEmpty && !error.label.en.contains("/s/"), "call \(call)") }
            for after in [disk.cloned(), disk.crashed(seed: UInt64(call))] {
                guard try Store.exists(at: "/s", environment: .simulated(after)) else {
                    #expect(acknowledged.isEmpty, "call \(call)")
                    continue
                }
                let store = try open(after)
                #expect(try everything(store).isSuperset(of: acknowledged), "call \(call)")
                try store.append(Samples.visit(7))
                #expect(try store.verify().findings.isEmpty, "call \(call)")
            }
        }
    }

    @Test(
        "does not notice a signal in any call, nor a disk that takes one write in two pieces",
        arguments: StoreMode.allCases)
    func interruptedCalls(_ mode: StoreMode) throws {
        let whole = SimulatedFileSystem()
        var all: [StoredChange] = []
        _ = session(whole, mode, acknowledged: &all)
        for call in stride(from: 1, through: whole.trace.count, by: Extent.isLong ? 1 : 3) {
            for isShort in [false, true] {
                let disk = SimulatedFileSystem()
                if isShort {
                    disk.shortWrite = call
                } else {
                    disk.faults = [.init(nil, at: call, reason: .interrupted)]
                }
                var saved: [StoredChange] = []
                #expect(session(disk, mode, acknowledged: &saved) == nil, "call \(call)")
                #expect(saved.count == all.count, "call \(call)")
                #expect(try everything(try open(disk.crashed(seed: UInt64(call)))) == Set(saved), "call \(call)")
            }
        }
    }

    @Test(
        "opens, invents nothing and says what is wrong after a crash on a disk that keeps no promises",
        arguments: [SimulatedFileSystem.Rules.fat, .lying], StoreMode.allCases)
    func weakDisks(_ rules: SimulatedFileSystem.Rules, _ mode: StoreMode) throws {
        let made = SimulatedFileSystem(rules: rules)
        var before: [StoredChange] = []
        #expect(session(made, mode, acknowledged: &before) == nil)
        made.settle()
        let whole = made.cloned()
        var all = before
        #expect(session(whole, mode, acknowledged: &all) == nil)
        for call in stride(from: 0, to: whole.trace.count, by: Extent.isLong ? 1 : 4) {
            let disk = made.cloned()
            disk.callsUntilCrash = call
            var acknowledged = before
            _ = session(disk, mode, acknowledged: &acknowledged)
            let after = disk.crashed(seed: UInt64(call))
            let store = try open(after)
            let found = try everything(store)
            for change in found {
                let original = try #require(all.first { $0.id == change.id }, "call \(call)")
                for (op, old) in zip(change.change.ops, original.change.ops) {
                    #expect(op.value == old.value || op.value == .unreadable, "call \(call)")
                }
            }
            let isAllThere = found.isSuperset(of: before)
            #expect(try isAllThere || !(store.report.findings + store.verify().findings).isEmpty, "call \(call)")
        }
    }

    @Test(
        "goes on in a new log when a sync fails, and never uses the old descriptor again", arguments: StoreMode.allCases
    )
    func failedSync(_ mode: StoreMode) throws {
        let disk = SimulatedFileSystem()
        let store = try Sealed.create(mode, .simulated(disk))
        var saved = [try store.append(Samples.visit(0)).stored]
        disk.faults = [.init(.syncData, at: 1, reason: .device)]
        saved.append(try store.append(Samples.visit(1)).stored)
        #expect(store.readOnly == nil)
        saved.append(try store.append(Samples.visit(2)).stored)
        #expect(try Samples.read(try open(disk.crashed(seed: 1))) == saved)
    }

    @Test("turns read-only and says so when the new log cannot be written either", arguments: StoreMode.allCases)
    func brokenDisk(_ mode: StoreMode) throws {
        let disk = SimulatedFileSystem()
        let store = try Sealed.create(mode, .simulated(disk))
        let saved = try store.append(Samples.visit(0)).stored
        disk.faults = [
            .init(.syncData, at: 1, reason: .device), .init(.sync, at: 1, reason: .device, isLasting: true),
        ]
        #expect(throws: StoreError.self) { try store.append(Samples.visit(1)) }
        guard case .disk = store.readOnly else {
            Issue.record("not read-only")
            return
        }
        #expect(throws: StoreError.self) { try store.append(Samples.visit(2)) }
        #expect(try Samples.read(store) == [saved])
        #expect(try Samples.read(try open(disk.crashed(seed: 2))).contains(saved))
    }

    @Test(
        "says when the disk is full, keeps what it has, still deletes, and goes on once there is room",
        arguments: StoreMode.allCases)
    func fullDisk(_ mode: StoreMode) throws {
        let disk = SimulatedFileSystem()
        let store = try Sealed.create(mode, .simulated(disk))
        disk.capacity = 0
        var saved: [StoredChange] = []
        var failure: StoreError?
        for number in 0..<100 where failure == nil {
            do throws(StoreError) {
                saved.append(try store.append(Samples.visit(number)).stored)
            } catch {
                failure = error
            }
        }
        guard case .file(let error) = failure else {
            Issue.record("the disk was never full")
            return
        }
        #expect(error.reason == .full && !saved.isEmpty && store.readOnly == nil)
        #expect(throws: StoreError.self) { try store.roll(.general) }
        let deletion = Change(
            stream: .general, officer: Samples.officer, moment: ScriptedClock().now,
            ops: [Op(record: saved[0].change.records[0], path: .life, value: .null, pred: [saved[0].id])])
        saved.append(try store.append(deletion, freesRoom: true).stored)
        #expect(try Samples.read(store) == saved)
        #expect(try Samples.read(try open(disk.crashed(seed: 3))) == saved)
        disk.capacity = 1 << 30
        saved.append(try store.append(Samples.visit(200)).stored)
        try store.roll(.general)
        #expect(try Samples.read(store) == saved)
        #expect(try store.verify().findings.isEmpty)
    }

    @Test("finishes writes that the disk takes in small pieces or interrupts", arguments: StoreMode.allCases)
    func shortWrites(_ mode: StoreMode) throws {
        let disk = SimulatedFileSystem()
        disk.longestWrite = 100
        disk.faults = (1...40).map { .init(nil, at: $0 * 7, reason: .interrupted) }
        var saved: [StoredChange] = []
        #expect(session(disk, mode, acknowledged: &saved) == nil)
        #expect(saved.count == 6)
        #expect(try everything(try open(disk.crashed(seed: 1))) == Set(saved))
    }
}
