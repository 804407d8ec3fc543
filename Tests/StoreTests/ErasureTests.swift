import Glibc
import Records
import TestSupport
import Testing

@testable import Store

/// Erasing for good: RIGHTS.md 13, STORE.md I4 and I6.
@Suite("Erasing")
struct ErasureTests {
    static let person = RecordID("00000000000000000000person")
    static let file = RecordID("0000000000000000000000file")
    static let party = FieldPath("parties", row: RowID("party12345"))
    static let colleague = RecordID("00000000000000000000colleag")
    /// What the person's records say, and nobody else's.
    static let needles = ["欧阳不识", "13911112222", "杨柳胡同八号", "曾用名", "老地址"]

    // MARK: Making

    static func change(
        _ record: RecordID, _ values: [(String, Value)], stream: Stream = .general, ms: Int = 1, pred: [ChangeID] = []
    ) -> Change {
        Change(
            stream: stream, officer: Samples.officer,
            moment: Moment(milliseconds: 1_795_241_400_000 + ms, zoneMinutes: 480),
            ops: values.map { Op(record: record, path: FieldPath($0.0), value: $0.1, pred: pred) })
    }

    static func erasure(_ scope: ErasureScope, ms: Int = 500) -> Change {
        Change(
            stream: .general, officer: Samples.officer,
            moment: Moment(milliseconds: 1_795_241_400_000 + ms, zoneMinutes: 480),
            ops: [Erasure(scope, type: TypeID("household"), basis: "本人申请").op])
    }

    /// A store in which the person stands everywhere: in old and new segments, in the log, in the saved index, in drafts,
    /// and in what was put aside.
    static func fill(_ store: Store, _ disk: SimulatedFileSystem) throws {
        let first = try store.append(
            change(person, [("@", .text("household")), ("head", .text("曾用名")), ("address", .text("老地址"))])
        ).stored.id
        for number in 0..<6 { try store.append(Samples.visit(number)) }
        try store.roll(.general)
        try store.append(change(person, [("head", .text("欧阳不识")), ("address", .text("杨柳胡同八号"))], ms: 2, pred: [first]))
        for number in 20..<22 { try store.append(Samples.visit(number)) }
        try store.roll(.general)
        try store.append(change(person, [("phone", .text("13911112222"))], ms: 3))
        try store.append(Samples.visit(24))
        for officer in [Samples.officer, colleague] {
            try store.putDraft(
                Draft(
                    id: "d1", moment: ScriptedClock().now, bytes: Array("{\"base\":\"\(person)\",\"t\":\"欧阳不识\"}".utf8)),
                of: officer, about: [person])
            try store.putDraft(
                Draft(id: "d2", moment: ScriptedClock().now, bytes: Array("别人的草稿".utf8)), of: officer,
                about: [RecordID("somebodyelse")])
        }
        try image(of: needles).withUnsafeBytes {
            try store.saveSnapshot($0, schema: "v1", heads: store.heads(.general))
        }
        if store.mode == .clear {
            disk.put(Array("…13911112222".utf8), at: "/s/general/aside/wal-00000000.part")
        }
    }

    static func image(of texts: [String]) -> [UInt8] {
        Array(String(repeating: texts.joined(separator: " "), count: 60).utf8)
    }

    // MARK: Looking

    /// The needles that can be found in any file, with the keys where there are any.
    static func found(_ disk: SimulatedFileSystem, _ store: Store? = nil, in root: String = "/s") throws -> [String] {
        var texts: [(String, [UInt8])] = []
        for (path, bytes) in disk.contents where path.hasPrefix(root + "/") {
            texts.append((path, Array(path.utf8) + bytes))
            guard let store, let keyring = store.keyring else { continue }
            let parts = path.split(separator: "/").map(String.init)
            if path.contains("/segments/"), let name = SegmentName(parts[parts.count - 1]),
                let stream = Stream.allCases.first(where: { path.contains("/\($0.rawValue)/") }),
                let keys = keyring.streams[stream]
            {
                let opened = bytes.withUnsafeBufferPointer { all in
                    SealedSegment(
                        all, lines: LineTable(bytes), header: SegmentHeader(bytes.prefix { $0 != 0x0A }),
                        place: .init(writer: WriterID(parts[parts.count - 2]), number: name.number), keys: keys)
                }
                texts += opened.payloads.compactMap { $0.map { (path, [UInt8]($0)) } }
            } else if path.hasSuffix("/wal"), let stream = Stream(rawValue: parts[parts.count - 2]) {
                let reading = LogReading(bytes, isSealed: true, keys: keyring.streams[stream])
                texts += reading.lines.map { (path, $0.payload) }
            } else if path.contains("/drafts/"),
                let draft = DraftFile.draft(
                    from: bytes, name: parts.dropFirst().joined(separator: "/"), store: store.identity, keyring.holder)
            {
                texts.append((path, draft.bytes))
            }
        }
        return needles.filter { needle in texts.contains { holds($0.1, Array(needle.utf8)) } }
    }

    /// Whether bytes hold others; quick without an optimiser too.
    static func holds(_ bytes: [UInt8], _ needle: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { all in
            guard let base = all.baseAddress else { return false }
            var place = 0
            while place + needle.count <= all.count,
                let found = memchr(base + place, Int32(needle[0]), all.count - place - needle.count + 1)
            {
                place = UnsafeRawPointer(found) - base
                if memcmp(base + place, needle, needle.count) == 0 { return true }
                place += 1
            }
            return false
        }
    }

    /// What a stream's records are.
    static func records(_ store: Store, _ stream: Stream = .general) throws -> [RecordID: Record] {
        var result: [RecordID: Record] = [:]
        for stored in try Samples.read(store, stream) {
            for record in stored.change.records { result[record, default: Record(id: record)].apply(stored) }
        }
        return result
    }

    static func dump(_ store: Store) throws -> [Value] {
        try records(store).sorted { $0.key < $1.key }.map(\.value.dump)
    }

    // MARK: Tests

    @Test("leaves no value in any file, and everything still verifies", arguments: StoreMode.allCases)
    func byteSearch(_ mode: StoreMode) throws {
        let disk = SimulatedFileSystem()
        let store = try Sealed.create(mode, .simulated(disk))
        try Self.fill(store, disk)
        #expect(try Set(Self.found(disk, store)) == Set(Self.needles))
        let before = try Samples.read(store).map(\.id)
        let drafts = disk.contents.keys.count { $0.contains("/drafts/") }
        let erasing = try store.append(Self.erasure(ErasureScope(Self.person))).stored.id
        #expect(store.hasErasuresToCarryOut)
        try store.carryOutErasures()
        #expect(!store.hasErasuresToCarryOut && store.erasures(.general) == [ErasureScope(Self.person)])
        #expect(try Self.found(disk, store).isEmpty)
        #expect(disk.contents["/s/general/snapshot"] == nil)
        // Both officers' drafts about the person are gone, the others are not.
        #expect(drafts - disk.contents.keys.count { $0.contains("/drafts/") } == 2)
        let report = try store.verify()
        #expect(report.findings.isEmpty && report.erased == 2)
        for again in [store, try Sealed.open(.simulated(disk.crashed(seed: 3), seed: 9))] {
            #expect(try Samples.read(again).map(\.id) == before + [erasing])
            let record = try #require(try Self.records(again)[Self.person])
            #expect(record.isErased && record.isDeleted && record.values.isEmpty && record.type == TypeID("household"))
            #expect(record.erasures.map(\.erasure.basis) == ["本人申请"])
            #expect(record.erasures.map(\.version.officer) == [Samples.officer])
            #expect(again.report.findings.isEmpty)
        }
        #expect(store.owedAcknowledgements(.general) == [ErasureScope(Self.person)])
        try store.acknowledged([ErasureScope(Self.person)], in: .general)
        #expect(store.owedAcknowledgements(.general).isEmpty)
    }

    @Test("once more changes no byte", arguments: StoreMode.allCases)
    func idempotence(_ mode: StoreMode) throws {
        let disk = SimulatedFileSystem()
        let store = try Sealed.create(mode, .simulated(disk))
        try Self.fill(store, disk)
        try store.append(Self.erasure(ErasureScope(Self.person)))
        try store.carryOutErasures()
        let files = disk.contents.filter { $0.key.contains("/segments/") }
        store.streams[.general]?.erasures.noteLateValues()
        try store.carryOutErasures()
        #expect(disk.contents.filter { $0.key.contains("/segments/") } == files)
        try store.append(Self.erasure(ErasureScope(Self.person), ms: 600))
        #expect(!store.hasErasuresToCarryOut)
    }

    @Test(
        "takes old copies of segments, log, saved index and drafts out again that somebody puts back",
        arguments: StoreMode.allCases)
    func oldCopies(_ mode: StoreMode) throws {
        let disk = SimulatedFileSystem()
        let store = try Sealed.create(mode, .simulated(disk))
        try Self.fill(store, disk)
        let old = disk.contents
        try store.append(Self.erasure(ErasureScope(Self.person)))
        try store.carryOutErasures()
        try store.roll(.general)
        store.close()
        for (path, bytes) in old
        where path.contains("/segments/") || path.contains("/drafts/") || path.hasSuffix("snapshot") {
            disk.put(bytes, at: path)
        }
        #expect(try Self.found(disk, store).isEmpty == (mode == .sealed))
        let again = try Sealed.open(.simulated(disk, seed: 5))
        #expect(try Self.found(disk, again).isEmpty && again.erasureFailure == nil)
        #expect(try again.verify().findings.isEmpty)
        let all = old.keys.contains { $0.hasSuffix("snapshot") }
        #expect(all && disk.contents["/s/general/snapshot"] == nil)
    }

    @Test("survives the machine going off at every single write", arguments: StoreMode.allCases)
    func everyCrash(_ mode: StoreMode) throws {
        let start = SimulatedFileSystem()
        let store = try Sealed.create(mode, .simulated(start))
        try Self.fill(store, start)
        let others = try Self.records(store).count
        store.close()
        var calls = 0
        var isFinished = false
        while !isFinished, calls < 2000 {
            let disk = start.cloned()
            let store = try Sealed.open(.simulated(disk, seed: 7))
            disk.callsUntilCrash = calls
            var isSaved = false
            do {
                try store.append(Self.erasure(ErasureScope(Self.person)))
                isSaved = true
                try store.carryOutErasures()
                isFinished = true
            } catch {}
            do {
                let after = disk.crashed(seed: UInt64(calls))
                let again = try Sealed.open(.simulated(after, seed: 8))
                #expect(again.readOnly == nil && again.erasureFailure == nil)
                let isErased = try Self.records(again)[Self.person]?.isErased == true
                #expect(isErased || !isSaved, "after \(calls) calls")
                // A saved index is only gone once the erasure is known, which takes reading the log at most.
                #expect(try Self.found(after, again).isEmpty == isErased, "after \(calls) calls")
                #expect(try again.verify().findings.isEmpty, "after \(calls) calls")
                #expect(try Self.records(again).count == others)
            }
            calls += 1
        }
        #expect(isFinished && calls > 40)
    }

    @Test("works on a full disk, from the room kept for it", arguments: StoreMode.allCases)
    func fullDisk(_ mode: StoreMode) throws {
        let disk = SimulatedFileSystem()
        let store = try Sealed.create(mode, .simulated(disk))
        try Self.fill(store, disk)
        disk.capacity = disk.contents.values.reduce(0) { $0 + $1.count }
        try store.append(Self.erasure(ErasureScope(Self.person)), freesRoom: true)
        try store.carryOutErasures()
        #expect(try Self.found(disk, store).isEmpty)
    }

    @Test("goes on after any call failed", arguments: StoreMode.allCases)
    func failingCalls(_ mode: StoreMode) throws {
        let start = SimulatedFileSystem()
        let store = try Sealed.create(mode, .simulated(start))
        try Self.fill(store, start)
        store.close()
        var place = 1
        while place < 400 {
            let disk = start.cloned()
            let store = try Sealed.open(.simulated(disk, seed: 7))
            try store.append(Self.erasure(ErasureScope(Self.person)))
            disk.faults = [.init(nil, at: place, reason: .device)]
            let isDone = (try? store.carryOutErasures()) != nil
            let isOver = !disk.faults.isEmpty
            disk.faults = []
            if !isDone {
                if store.readOnly == nil {
                    try store.carryOutErasures()
                    #expect(try Self.found(disk, store).isEmpty, "call \(place)")
                } else {
                    store.close()
                    let again = try Sealed.open(.simulated(disk, seed: 8))
                    #expect(try Self.found(disk, again).isEmpty, "call \(place)")
                }
            } else {
                #expect(try Self.found(disk, store).isEmpty, "call \(place)")
            }
            if isOver { break }
            place += 3
        }
        #expect(place > 30 && place < 400)
    }

    @Test("takes one party out of a file and leaves the rest, its history included", arguments: StoreMode.allCases)
    func row(_ mode: StoreMode) throws {
        let disk = SimulatedFileSystem()
        let store = try Sealed.create(mode, .simulated(disk))
        let cells = ["name", "phone"].map { "\(Self.party)/\($0)" }
        try store.append(
            Self.change(
                Self.file,
                [
                    ("@", .text("mediation")), ("facts", .text("争议经过")), (Self.party.rawValue, .number(1)),
                    (cells[0], .text("欧阳不识")), (cells[1], .text("13911112222")), ("parties/other/name", .text("王小明")),
                ]))
        try store.roll(.general)
        try store.append(Self.change(Self.file, [("result", .text("已和解")), (cells[0], .text("曾用名"))], ms: 2))
        try store.append(Self.erasure(ErasureScope(Self.file, row: Self.party)))
        try store.carryOutErasures()
        #expect(try Self.found(disk, store).isEmpty)
        #expect(try store.verify().findings.isEmpty)
        let record = try #require(try Self.records(store)[Self.file])
        #expect(!record.isErased && !record.isDeleted && record.type == TypeID("mediation"))
        #expect(record.value(at: FieldPath("facts")) == .text("争议经过"))
        #expect(record.value(at: FieldPath("result")) == .text("已和解"))
        #expect(record.value(at: FieldPath("parties/other/name")) == .text("王小明"))
        #expect(record.values.rows(of: "parties").isEmpty && record.value(at: FieldPath(cells[0])) == .null)
        #expect(record.erasures.map(\.erasure.scope.row) == [Self.party])
    }

    @Test(
        "reaches another laptop with the segments, and takes out what that laptop wrote late",
        arguments: StoreMode.allCases)
    func twoLaptops(_ mode: StoreMode) throws {
        let first = SimulatedFileSystem()
        let store = try Sealed.create(mode, .simulated(first))
        try Self.fill(store, first)
        try store.roll(.general)
        store.close()
        // The second laptop is a copy that noticed and writes under its own name.
        let second = SimulatedFileSystem()
        for (path, bytes) in first.contents where !path.hasSuffix("/lock") { second.put(bytes, at: path) }
        let one = try Sealed.open(.simulated(first, seed: 11))
        let two = try Sealed.open(.simulated(second, seed: 12, machine: "two"))
        #expect(two.report.isNewWriter && one.writer != two.writer)
        try one.append(Self.erasure(ErasureScope(Self.person)))
        try one.carryOutErasures()
        try one.roll(.general)
        // Written without knowing.
        try two.append(Self.change(Self.person, [("phone", .text("13911112222")), ("head", .text("欧阳不识"))], ms: 700))
        try two.append(Samples.visit(40))
        try two.roll(.general)
        one.close()
        two.close()
        let copies = [first.contents, second.contents].map { $0.filter { $0.key.contains("/segments/") } }
        // By hand, unredacted, into each other: opening reads them, and then nothing is left.
        for (path, bytes) in copies[1] { first.put(bytes, at: path) }
        for (path, bytes) in copies[0] where copies[1][path] == nil { second.put(bytes, at: path) }
        var dumps: [[Value]] = []
        for (disk, machine) in [(first, "laptop"), (second, "two")] {
            let store = try Sealed.open(.simulated(disk, seed: 13, machine: machine))
            _ = try Samples.read(store)
            try store.carryOutErasures()
            #expect(try Self.found(disk, store).isEmpty, "\(machine)")
            #expect(try store.verify().findings.isEmpty)
            dumps.append(try Self.dump(store))
            #expect(try Self.records(store)[Self.person]?.isErased == true)
        }
        #expect(dumps[0] == dumps[1])
        // What the files say is what a laptop says that knew the values before.
        var live = Record(id: Self.person)
        for change in [
            Self.change(Self.person, [("head", .text("欧阳不识"))]), Self.erasure(ErasureScope(Self.person)),
            Self.change(Self.person, [("head", .text("曾用名"))], ms: 700),
        ] {
            live.apply(
                StoredChange(
                    id: ChangeLines(change, random: GeneratorSource(SeededGenerator(seed: 1))).id, change: change))
        }
        #expect(live.registers.keys.map(\.rawValue) == ["@erased"])
    }

    @Test(
        "cleans segments on their way in, and exchange directories with the copies that carriers leave",
        arguments: StoreMode.allCases)
    func exchange(_ mode: StoreMode) throws {
        let disk = SimulatedFileSystem()
        let store = try Sealed.create(mode, .simulated(disk))
        try Self.fill(store, disk)
        try store.roll(.general)
        let old = disk.contents.filter { $0.key.hasPrefix("/s/general/segments/") }
        for (path, bytes) in old {
            let outside = path.replacing("/s/general/segments/", with: "/x/segments/general/")
            disk.put(bytes, at: outside)
            disk.put(bytes, at: outside.replacing(".jsonl", with: " (1).jsonl"))
        }
        let late = try store.append(Self.change(Self.person, [("head", .text("欧阳不识"))], ms: 9)).stored.id
        try store.append(Self.erasure(ErasureScope(Self.person)))
        #expect(store.placesToClean(["stick"]) == ["stick"])
        try store.carryOutErasures()
        #expect(try store.change(late).change.ops.map(\.value) == [.erased])
        let redactor = store.redactor(.general)
        for (path, bytes) in old {
            let parts = path.split(separator: "/").map(String.init)
            let name = try #require(SegmentName(parts[parts.count - 1]))
            let redaction = redactor.redact(bytes, of: WriterID(parts[parts.count - 2]), named: name)
            let kept = try #require(disk.contents[path])
            #expect(
                redaction.bytes.count == kept.count && redaction.isChanged == (kept != bytes) && !redaction.isUnread)
            #expect(!redactor.redact(redaction.bytes, of: WriterID(parts[parts.count - 2]), named: name).isChanged)
        }
        #expect(try store.eraseInExchange(at: "/x", place: "stick") > 2)
        #expect(store.placesToClean(["stick", "other"]) == ["other"])
        #expect(try Self.found(disk, in: "/x").isEmpty)
        #expect(try store.eraseInExchange(at: "/x", place: "stick") == 0)
        if mode == .sealed {
            for (path, bytes) in disk.contents where path.hasPrefix("/x/segments/") && !path.contains(" ") {
                let inside = path.replacing("/x/segments/general/", with: "/s/general/segments/")
                #expect(disk.contents[inside] == bytes)
            }
        }
        // A segment tells of its own erasures.
        try store.roll(.general)
        let all = disk.contents.filter { $0.key.hasPrefix("/s/general/segments/") }
        let fresh = Redactor(
            isSealed: mode == .sealed, keys: redactor.keys, list: ErasureList(), random: redactor.random)
        let told = all.flatMap { path, bytes in
            let parts = path.split(separator: "/").map(String.init)
            return fresh.redact(
                bytes, of: WriterID(parts[parts.count - 2]), named: SegmentName(parts[parts.count - 1])!
            ).found
        }
        #expect(told == [ErasureScope(Self.person)])
    }

    @Test(
        "of a damaged segment drops what cannot be told to belong to anybody, and keeps the rest",
        arguments: StoreMode.allCases)
    func damage(_ mode: StoreMode) throws {
        let start = SimulatedFileSystem()
        let store = try Sealed.create(mode, .simulated(start))
        for number in 0..<3 { try store.append(Samples.note(number)) }
        try store.append(Self.change(Self.person, [("head", .text("欧阳不识")), ("phone", .text("13911112222"))]))
        try store.append(Samples.note(3))
        try store.roll(.general)
        let (path, whole) = try #require(start.contents.first { $0.key.contains("/general/segments/") })
        try store.append(Self.erasure(ErasureScope(Self.person)))
        store.close()
        for place in stride(from: 0, to: whole.count, by: mode == .clear ? 5 : 31) {
            do {
                let bit: UInt8 = place & 1 == 0 ? 0x01 : 0x40
                let disk = start.cloned()
                var bytes = whole
                bytes[place] ^= bit
                let head = bytes.prefix { $0 != 0x0A }
                if SegmentHeader(head)?.isFromNewerVersion == true { continue }
                disk.put(bytes, at: path)
                let again = try Sealed.open(.simulated(disk, seed: 6))
                #expect(
                    try Self.found(disk, again).isEmpty,
                    "byte \(place): \(String(decoding: bytes[max(0, place - 20)..<min(bytes.count, place + 20)], as: UTF8.self))"
                )
                let kept = try Samples.read(again).count {
                    $0.change.ops.contains { $0.value.text?.hasPrefix("平安") == true }
                }
                // One byte costs one of the others at most; where the key's salt stood twice, none.
                #expect(kept >= 3, "byte \(place) bit \(bit) kept \(kept)")
            }
        }
    }

    @Test(
        "does not outlive its memory: without the file, reading everything brings it back",
        arguments: StoreMode.allCases)
    func lostMemory(_ mode: StoreMode) throws {
        let disk = SimulatedFileSystem()
        let store = try Sealed.create(mode, .simulated(disk))
        try Self.fill(store, disk)
        let old = disk.contents.filter { $0.key.contains("/segments/") }
        try store.append(Self.erasure(ErasureScope(Self.person)))
        try store.carryOutErasures()
        try store.roll(.general)
        store.close()
        for (path, bytes) in old { disk.put(bytes, at: path) }
        disk.put(Array("{}".utf8), at: "/s/general/erasures")
        let again = try Sealed.open(.simulated(disk, seed: 6))
        _ = try Samples.read(again)
        _ = try Samples.read(again)
        #expect(again.hasErasuresToCarryOut)
        #expect(try again.verify().findings.contains { $0.kind == .notErased })
        try again.carryOutErasures()
        #expect(try Self.found(disk, again).isEmpty)
    }
}
