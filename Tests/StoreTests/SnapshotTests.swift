import Records
import TestSupport
import Testing

@testable import Store

@Suite("Snapshots and drafts")
struct SnapshotTests {
    let disk = SimulatedFileSystem()
    let image = (0..<700_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }

    private func load(_ store: Store, schema: String = "v1") throws -> (heads: Heads?, bytes: [UInt8]) {
        var buffer: UnsafeMutableRawBufferPointer?
        defer { buffer?.deallocate() }
        let heads = try store.loadSnapshot(.general, schema: schema) { count in
            buffer = .allocate(byteCount: count, alignment: 16)
            return buffer
        }
        return (heads, buffer.map { Array($0) } ?? [])
    }

    private func store(_ mode: StoreMode) throws -> Store {
        let store = try Sealed.create(mode, .simulated(disk))
        try store.append(Samples.visit(0))
        try image.withUnsafeBytes { try store.saveSnapshot($0, schema: "v1", heads: store.heads(.general)) }
        return store
    }

    @Test("come back whole, with the heads that say what is left to read", arguments: StoreMode.allCases)
    func roundTrip(_ mode: StoreMode) throws {
        let store = try store(mode)
        try store.append(Samples.visit(1))
        let (heads, bytes) = try load(store)
        #expect(heads != nil && bytes == image)
        #expect(try Samples.read(store, from: heads).map(\.change) == [Samples.visit(1)])
        #expect(try load(store, schema: "v2").heads == nil)
        try store.removeSnapshot(.general)
        #expect(try load(store).heads == nil)
        #expect(store.report.findings.isEmpty)
    }

    @Test("are never handed out damaged", arguments: StoreMode.allCases)
    func damage(_ mode: StoreMode) throws {
        let store = try store(mode)
        let file = try #require(disk.contents["/s/general/snapshot"])
        for place in stride(from: 0, to: file.count, by: Extent.isLong ? 211 : 1213) {
            var bytes = file
            bytes[place] ^= 0x10
            disk.put(bytes, at: "/s/general/snapshot")
            let (heads, loaded) = try load(store)
            // Only the filling between header and image means nothing.
            #expect(heads == nil || loaded == image, "byte \(place)")
        }
        for size in stride(from: 0, to: file.count, by: 40_009) {
            disk.put(Array(file.prefix(size)), at: "/s/general/snapshot")
            #expect(try load(store).heads == nil, "length \(size)")
        }
        #expect(store.report.findings.contains { $0.kind == .damagedSnapshot })
    }

    @Test("leave the old one in place when the new one does not fit", arguments: StoreMode.allCases)
    func fullDisk(_ mode: StoreMode) throws {
        let store = try store(mode)
        disk.capacity = 0
        #expect(throws: StoreError.self) {
            try [UInt8](repeating: 1, count: 900_000).withUnsafeBytes {
                try store.saveSnapshot($0, schema: "v1", heads: store.heads(.general))
            }
        }
        #expect(try load(store).bytes == image)
        try store.append(Samples.visit(1))
    }

    @Test("of drafts: written, replaced, listed and removed, each through a crash", arguments: StoreMode.allCases)
    func drafts(_ mode: StoreMode) throws {
        let store = try store(mode)
        let moment = ScriptedClock().now
        let first = Draft(id: "visit.1", moment: moment, bytes: Array("没写完".utf8))
        try store.putDraft(first, of: Samples.officer)
        try store.putDraft(Draft(id: "b", moment: moment, bytes: []), of: Samples.officer)
        let second = Draft(id: "visit.1", moment: moment, bytes: Array("没写完的话".utf8))
        try store.putDraft(second, of: Samples.officer)
        try store.removeDraft("b", of: Samples.officer)
        try store.removeDraft("never", of: Samples.officer)
        let after = disk.crashed(seed: 4)
        let again = try Sealed.open(.simulated(after))
        #expect(try again.drafts(of: Samples.officer) == [second])
        #expect(try again.drafts(of: RecordID("someone")).isEmpty)
        #expect(throws: StoreError.badName) { try again.putDraft(first, of: RecordID("../x")) }
        #expect(throws: StoreError.badName) { try again.removeDraft("", of: Samples.officer) }
        let (path, file) = try #require(after.contents.first { $0.key.hasPrefix("/s/drafts/") })
        #expect((path == "/s/drafts/\(Samples.officer)/visit.1") == (mode == .clear))
        var bytes = file
        bytes[bytes.count - 1] ^= 1
        after.put(bytes, at: path)
        #expect(try again.drafts(of: Samples.officer).isEmpty)
        #expect(again.report.findings.map(\.kind) == [.damagedDraft])
        #expect(after.contents[path] == bytes)
    }
}
