import Crypto
import Records
import TestSupport
import Testing

@testable import Store

/// What is left of a file after damage is found, and a file that was made to be slow is not.
@Suite("Salvage")
struct SalvageTests {
    private static let identity = "dwk9afxyt8rzj86cfak1m2aees"
    private static let keys = StreamKeys(
        store: identity, stream: .general, epoch: 1,
        keys: [1: SymmetricKey(data: [UInt8](repeating: 7, count: 32))], witness: nil)

    /// A sealed segment of some changes, by its lines.
    private func segment(_ count: Int) throws -> (lines: [[UInt8]], writer: WriterID, changes: [ChangeLines]) {
        let random = StoreEnvironment.simulated(SimulatedFileSystem(), seed: 3).random
        let writer = try Writer(random: random, incarnation: 1)
        let changes = (0..<count).map { ChangeLines(Samples.visit($0), random: random) }
        let builder = SegmentBuilder(
            store: Self.identity, stream: .general, writer: writer, random: random, keys: Self.keys)
        let bytes = try #require(try builder.build(changes[...], number: 1, previous: nil, seen: [])).bytes
        return (bytes.split(separator: 0x0A).map { Array($0) }, writer.id, changes)
    }

    private func read(_ bytes: [UInt8], _ writer: WriterID) -> SealedSegment {
        let lines = LineTable(bytes)
        let header = lines.first.flatMap { SegmentHeader(bytes[$0]) }
        return bytes.withUnsafeBufferPointer {
            SealedSegment($0, lines: lines, header: header, place: .init(writer: writer, number: 1), keys: Self.keys)
        }
    }

    @Test("finds every chunk that is whole: without the head, with lines run together, lost, and out of order")
    func finds() throws {
        let (lines, writer, changes) = try segment(300)
        let whole: [UInt8] = Array(lines.joined(separator: [0x0A])) + [0x0A]
        #expect(read(whole, writer).bodies.compactMap(\.self).count == 300)
        var broken = lines
        // The head goes, a hundred bodies in the middle, some of the values; two lines change places, two run together.
        broken[0] = Array("nothing".utf8)
        broken.removeSubrange(100..<200)
        broken.swapAt(20, 30)
        broken[50] += broken.remove(at: 51)
        broken.removeSubrange(broken.count - 60..<broken.count - 40)
        for place in [5, 70] { broken[place][20] ^= 0x11 }
        let found = read(Array(broken.joined(separator: [0x0A])) + [0x0A], writer)
        #expect(found.bodies.compactMap(\.self).count == 198)
        #expect(found.payloads.compactMap(\.self).count == 280)
        for (place, body) in found.bodies.enumerated() where body != nil {
            #expect(body.map { Array($0) } == changes[place].body)
        }
    }

    @Test("of a file made to be slow takes time in proportion to its size", arguments: [500, 2000])
    func linear(_ count: Int) throws {
        let (lines, writer, _) = try segment(count)
        // Every chunk looks like one and opens nowhere, so each could be tried at every place.
        let hostile = lines.enumerated().map { place, line -> [UInt8] in
            var line = line
            if line.starts(with: SealedChunks.opening), line.count > 40 { line[30] = line[30] == 0x41 ? 0x42 : 0x41 }
            return line
        }
        let bytes = Array(hostile.joined(separator: [0x0A])) + [0x0A]
        let found = read(bytes, writer)
        #expect(found.tried > bytes.count && found.tried < 2 * 65 * bytes.count, "\(found.tried / bytes.count)")
        #expect(found.bodies.allSatisfy { $0 == nil })
    }

    @Test("of a log made to be slow takes time in proportion to its size, and finds the records that are whole")
    func slowLog() throws {
        let disk = SimulatedFileSystem()
        let store = try Sealed.create(.clear, .simulated(disk))
        for number in 0..<5 { try store.append(Samples.visit(number)) }
        store.close()
        let path = "/s/general/wal"
        let log = try #require(disk.contents[path])
        let good = LogReading(log)
        #expect(good.lines.count == 5)
        // A thousand markers, each with a length to the end, before the records that are whole.
        var fake: [UInt8] = []
        for _ in 0..<1000 {
            fake += LogRecord.marker + [0xFF, 0xFF, 1, 0] + [1, 0, 0, 0, 0, 0, 0, 0]
            fake += [UInt8](repeating: 3, count: 40)
        }
        let bytes = Array(log[..<LogHeader.size]) + fake + log[LogHeader.size...]
        let reading = LogReading(bytes)
        #expect(reading.lines.map(\.id) == good.lines.map(\.id))
        #expect(reading.tried < 20 * bytes.count, "\(reading.tried / bytes.count)")
    }

    /// A store with three changes in a log that was written anew with them, of which the disk kept only the first few: behind a good
    /// head stand zeros.
    static func emptied(_ mode: StoreMode, keeping kept: Int) throws -> (disk: SimulatedFileSystem, machine: String) {
        let disk = SimulatedFileSystem()
        let first = try Sealed.create(mode, .simulated(disk))
        for number in 0..<3 { try first.append(Samples.visit(number)) }
        first.close()
        // Another machine is another writer, who begins a log of its own with what has no segment yet.
        try Sealed.open(.simulated(disk, seed: 5, machine: "other")).close()
        let path = "/s/general/wal"
        var bytes = try #require(disk.contents[path])
        let keys = mode == .sealed ? try Sealed.keys(.general) : nil
        let lines = LogReading(bytes, isSealed: mode == .sealed, keys: keys).lines
        #expect(lines.count == 3)
        let good = lines.prefix(kept).reduce(LogHeader.size) {
            $0 + LogRecord.size(of: $1, isSealed: mode == .sealed)
        }
        for place in good..<bytes.count { bytes[place] = 0 }
        disk.put(bytes, at: path)
        return (disk, "other")
    }

    @Test(
        "counts what a disk claimed to have written and did not, and says so once", arguments: StoreMode.allCases,
        [0, 1, 2])
    func shortLog(_ mode: StoreMode, _ kept: Int) throws {
        let (disk, machine) = try Self.emptied(mode, keeping: kept)
        let said = Finding.Kind.damagedLog(changes: 3 - kept)
        let store = try Sealed.open(.simulated(disk, seed: 6, machine: machine))
        #expect(store.report.findings.map(\.kind) == [said])
        #expect(store.report.findings.first?.label.en.contains("about \(3 - kept) changes are missing") == true)
        #expect(try Samples.read(store).count == kept)
        #expect(try store.verify().findings.isEmpty)
        try store.append(Samples.visit(9))
        store.close()
        let again = try Sealed.open(.simulated(disk, seed: 7, machine: machine))
        #expect(again.report.findings.isEmpty)
        #expect(try Samples.read(again).count == kept + 1)
        // Somebody who may only look is told as well.
        let (looked, _) = try Self.emptied(mode, keeping: kept)
        let holder = try Store.open(at: "/s", environment: .simulated(looked, seed: 8, machine: machine))
        let log = try #require(looked.contents["/s/general/wal"])
        if mode == .sealed {
            let window = try Sealed.open(.simulated(looked, seed: 9, machine: machine))
            #expect(try window.verify().findings.map(\.kind) == [said])
            #expect(looked.contents["/s/general/wal"] == log)
        }
        holder.close()
    }

    @Test("finds the lines of a file, with and without an end, and takes four bytes for each")
    func lines() {
        func lines(_ text: String) -> [String] {
            let bytes = Array(text.utf8)
            return LineTable(bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
        }
        #expect(lines("").isEmpty)
        #expect(lines("a") == ["a"] && lines("a\n") == ["a"])
        #expect(lines("\n") == [""] && lines("\n\n") == ["", ""])
        #expect(lines("a\n\nbc\nd") == ["a", "", "bc", "d"])
        let joined = Array("{\"a\":1}x[2]\n\n3\n[4".utf8)
        let mended = LineTable(joined).mended(joined).map { String(decoding: joined[$0], as: UTF8.self) }
        #expect(mended == ["{\"a\":1}", "[2]", "", "3", "[4"])
    }
}
