import Foundation
import Records
import TestSupport
import Testing

@testable import Store

/// The reader that ships with the manual, in another language, reads what this program wrote.
@Suite("The Python reader")
struct ReaderTests {
    /// Debian's Python has `cryptography` as a package (`.ci/needs test`); another one may have it, too.
    private static let python: String? = {
        let found = ["/usr/bin/python3", "/usr/local/bin/python3"].first { path in
            FileManager.default.isExecutableFile(atPath: path)
                && (try? run(path, ["-c", "import cryptography"]))?.status == 0
        }
        if found == nil { print("python3-cryptography is missing: the Python reader is not tried") }
        return found
    }()

    private static let script =
        String(#filePath.prefix(upTo: #filePath.range(of: "/Tests/")?.lowerBound ?? #filePath.endIndex))
        + "/Sources/Store/Store.docc/reader.py"

    private static func run(_ program: String, _ arguments: [String]) throws -> (
        status: Int32, text: String, errors: String
    ) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        let (output, errors) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let text = output.fileHandleForReading.readDataToEndOfFile()
        let problems = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (
            process.terminationStatus, String(decoding: text, as: UTF8.self), String(decoding: problems, as: UTF8.self)
        )
    }

    /// Puts the store on the real disk and reads it from there.
    private func read(
        _ contents: [String: [UInt8]], _ more: [String] = [], secret: String = Sealed.passphrase,
        form: [String] = ["--records"]
    ) throws -> (status: Int32, lines: [String], errors: String) {
        let place = FileManager.default.temporaryDirectory.appendingPathComponent("reader-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: place) }
        for (path, bytes) in contents {
            let file = place.appendingPathComponent(String(path.dropFirst()))
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
        }
        let words = place.appendingPathComponent("secret")
        try Data(secret.utf8).write(to: words)
        let result = try Self.run(
            try #require(Self.python),
            [Self.script, place.appendingPathComponent("s").path, "--secret", words.path] + form + more)
        return (result.status, result.text.split(separator: "\n").map { String($0) }, result.errors)
    }

    /// What this program says is in the store: every record's canonical dump.
    private func dump(_ store: Store) throws -> [String] {
        var records: [RecordID: Record] = [:]
        var seen: Set<ChangeID> = []
        for change in try Samples.read(store) + Samples.read(store, .restricted) where seen.insert(change.id).inserted {
            for id in change.change.records { records[id, default: Record(id: id)].apply(change) }
        }
        return records.values.sorted { $0.id < $1.id }.map { JSONWriter.text(of: $0.dump) }
    }

    /// A store with a deletion, a conflict, a replaced value, several segments and logs.
    private func sample(_ mode: StoreMode) throws -> (disk: SimulatedFileSystem, store: Store) {
        let disk = SimulatedFileSystem()
        let store = try Sealed.create(mode, .simulated(disk))
        var saved: [StoredChange] = []
        for number in 0..<12 { saved.append(try store.append(Samples.visit(number)).stored) }
        let record = saved[1].change.records[0]
        for (number, text) in ["甲", "乙"].enumerated() {
            let moment = Moment(milliseconds: 1_795_241_500_000 + number, zoneMinutes: 480)
            let op = Op(record: record, path: FieldPath("text"), value: .text(text), pred: [saved[1].id])
            try store.append(Change(stream: .general, officer: Samples.officer, moment: moment, ops: [op]))
        }
        let end = Op(record: saved[2].change.records[0], path: .life, value: .null, pred: [saved[2].id])
        try store.append(
            Change(
                stream: .general, officer: Samples.officer, moment: ScriptedClock().now, clock: .doubtful, ops: [end]))
        try store.append(Samples.visit(20, stream: .restricted))
        try store.roll(.general)
        try store.roll(.restricted)
        try store.append(Samples.visit(21))
        try store.append(Samples.visit(22, stream: .restricted))
        return (disk, store)
    }

    /// A segment with the values of its first change taken out, as an erasure leaves it.
    private func erased(_ bytes: [UInt8], _ name: SegmentName, writer: WriterID, keys: StreamKeys?) throws -> [UInt8] {
        let lines = bytes.split(separator: 0x0A).map { Array($0) }
        let header = try #require(SegmentHeader(lines[0][...]))
        let count = header.changes
        let place = SealedChunks.Place(writer: writer, number: name.number)
        let old = try #require(PayloadHeader(lines[count + 1][...]))
        var values = Array(lines[(count + 2)..<(2 * count + 2)])
        if let keys {
            let cipher = try #require(
                keys.cipher(.payload, epoch: header.epoch, salt: old.salt, header: place.words))
            values = try values.enumerated().map { number, line in
                Array(try #require(line.withUnsafeBufferPointer { SealedChunks.open($0, number: number, cipher) }))
            }
        }
        let elements = try #require(try JSONReader.value(of: values[0]).list)
        values[0] = JSONWriter.bytes(of: .list([elements[0]] + elements.dropFirst().map { _ in .null }))
        let salt = [UInt8](repeating: 9, count: 16)
        let start: [UInt8] = lines[0...count].flatMap { (line: [UInt8]) -> [UInt8] in line + [0x0A] }
        guard let keys else {
            let payload: [UInt8] = values.flatMap { (line: [UInt8]) -> [UInt8] in line + [0x0A] }
            return start + PayloadHeader(salt: salt, payload: payload).line + [0x0A] + payload
        }
        let payload = try #require(
            SealedChunks.bytes(values, .payload, FileSalt(epoch: keys.epoch, salt: salt), place, keys))
        let head = PayloadHeader(salt: salt, payload: payload, epoch: keys.epoch, body: old.body).line + [0x0A]
        return start + head + payload + head
    }

    @Test(
        "reads the golden stores of every generation as this program does", .enabled(if: python != nil),
        arguments: StoreMode.allCases, [1, 2, 3])
    func golden(_ mode: StoreMode, _ generation: Int) throws {
        let disk = try GoldenTests.golden(mode, generation)
        let store = try Store.open(at: "/s", environment: .simulated(disk.cloned(), seed: 1))
        if mode == .sealed { try store.unlock(name: Sealed.name, passphrase: Sealed.passphrase) }
        let expected = try dump(store)
        let result = try read(disk.contents, mode == .sealed ? ["--officer", Sealed.name] : [])
        #expect(result.lines == expected && result.errors.isEmpty && result.status == 0)
        guard mode == .sealed else { return }
        let byPaper = try read(disk.contents, secret: GoldenTests.recoveryCode)
        #expect(byPaper.lines == expected && byPaper.errors.isEmpty && byPaper.status == 0)
        let wrong = try read(disk.contents, ["--officer", Sealed.name], secret: "x")
        #expect(wrong.lines.isEmpty && wrong.status == 1)
    }

    @Test(
        "reads conflicts, deletions, erased values, several keys, and an exchange directory",
        .enabled(if: python != nil), arguments: StoreMode.allCases)
    func stores(_ mode: StoreMode) throws {
        let (disk, store) = try sample(mode)
        if mode == .sealed {
            try store.addOfficer(RecordID("colleague"), name: "王", passphrase: "p", streams: Set(Stream.allCases))
            try store.append(Samples.visit(30))
            try store.roll(.general)
            try store.retireOfficer(RecordID("colleague"))
            try store.append(Samples.visit(31))
        }
        let officer = mode == .sealed ? ["--officer", Sealed.name] : []
        #expect(try read(disk.contents, officer).lines == dump(store))
        for stream in Stream.allCases { try store.roll(stream) }
        let path = try #require(disk.contents.keys.filter { $0.contains("general/segments") }.min())
        let name = try #require(SegmentName(String(path.split(separator: "/").last ?? "")))
        disk.put(
            try erased(
                try #require(disk.contents[path]), name, writer: store.writer, keys: store.keyring?.streams[.general]),
            at: path)
        store.cache = nil
        let expected = try dump(store)
        #expect(expected.contains { $0.contains("@gone") } && !expected.contains { $0.contains("unreadable") })
        #expect(try store.verify().findings.isEmpty)
        let exchange = disk.contents.filter { !$0.key.contains("/wal") && !$0.key.contains("writer.json") }.map {
            path, bytes in
            let parts = path.split(separator: "/")
            let isSegment = parts.count == 5
            return (isSegment ? "/s/segments/\(parts[1])/\(parts[3])/\(parts[4])" : path, bytes)
        }
        for contents in [disk.contents, Dictionary(uniqueKeysWithValues: exchange)] {
            let result = try read(contents, officer)
            #expect(result.lines == expected && result.errors.isEmpty && result.status == 0)
        }
    }

    @Test(
        "hides what was erased, a record or one row of it, also where an old copy of a segment still holds it",
        .enabled(if: python != nil), arguments: StoreMode.allCases)
    func erasures(_ mode: StoreMode) throws {
        let disk = SimulatedFileSystem()
        let store = try Sealed.create(mode, .simulated(disk))
        let (whole, partly) = (RecordID("whole"), RecordID("partly"))
        let row = FieldPath("parties", row: RowID("r1"))
        func write(_ ops: [Op]) throws {
            let moment = Moment(milliseconds: 1_795_241_500_000, zoneMinutes: 480)
            try store.append(Change(stream: .general, officer: Samples.officer, moment: moment, ops: ops))
        }
        try write([
            Op(record: whole, path: .life, value: .text("visit")),
            Op(record: whole, path: FieldPath("notes"), value: .text("去掉的话")),
        ])
        try write([
            Op(record: partly, path: .life, value: .text("mediation")),
            Op(record: partly, path: FieldPath("title"), value: .text("留下的事")),
            Op(record: partly, path: row, value: .number(0)),
            Op(record: partly, path: FieldPath("parties", row: RowID("r1"), cell: "name"), value: .text("去掉的人")),
        ])
        try store.roll(.general)
        let old = disk.contents
        try write([
            Erasure(ErasureScope(whole), type: "visit", basis: "本人申请", numbers: ["V1"]).op,
            Erasure(ErasureScope(partly, row: row), type: "mediation", basis: "本人申请").op,
        ])
        try store.roll(.general)
        try store.carryOutErasures()
        let officer = mode == .sealed ? ["--officer", Sealed.name] : []
        let expected = try dump(store)
        let clean = disk.contents
        // Somebody puts the segment back that was there before.
        var spoiled = clean
        for (path, bytes) in old where path.contains("/segments/") { spoiled[path] = bytes }
        #expect(spoiled != clean)
        for contents in [clean, spoiled] {
            for form in [["--records"], []] {
                let result = try read(contents, officer, form: form)
                #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
                #expect(form.isEmpty || result.lines == expected)
                let text = result.lines.joined(separator: "\n")
                #expect(!text.contains("去掉") && text.contains("留下的事") && text.contains("本人申请"))
            }
        }
    }

    @Test(
        "says so when a log holds fewer records than it began with", .enabled(if: python != nil),
        arguments: StoreMode.allCases)
    func shortLog(_ mode: StoreMode) throws {
        let (log, _) = try SalvageTests.emptied(mode, keeping: 1)
        let result = try read(log.contents, mode == .sealed ? ["--officer", Sealed.name] : [])
        #expect(result.status == 2 && result.lines.count == 1)
        #expect(result.errors.contains("general/wal: 2 changes are missing"), "\(result.errors)")
    }

    @Test(
        "finds every byte of a segment, a log or a key that was changed", .enabled(if: python != nil),
        arguments: StoreMode.allCases)
    func damage(_ mode: StoreMode) throws {
        let (disk, store) = try sample(mode)
        store.close()
        let officer = mode == .sealed ? ["--officer", Sealed.name] : []
        for (path, bytes) in disk.contents.sorted(by: { $0.key < $1.key }) {
            let isLog = path.hasSuffix("/wal")
            guard isLog || path.contains("/segments/") || path.contains("/keys/") || path.contains("/store.") else {
                continue
            }
            let end = (bytes.lastIndex { $0 != 0 } ?? 0) + 1
            for place in stride(from: isLog ? 8192 : 3, to: end, by: Extent.isLong ? 397 : 1601) {
                var contents = disk.contents
                contents[path]?[place] ^= 0x20
                let result = try read(contents, officer)
                #expect(result.status != 0 && !result.errors.isEmpty, "\(path) \(place)")
                #expect(!result.errors.contains("Traceback"), "\(path) \(place): \(result.errors)")
            }
        }
    }
}
