import Records
import TestSupport
import Testing

@testable import Store

@Suite("Verifying a store")
struct VerifyTests {
    /// A store with two segments, a log, a saved index, a draft, and a colleague's segment that has seen the first.
    private func sample(_ mode: StoreMode) throws -> (disk: SimulatedFileSystem, store: Store, colleague: WriterID) {
        let disk = SimulatedFileSystem()
        let store = try Sealed.create(mode, .simulated(disk))
        for number in 0..<2 { try store.append(Samples.visit(number)) }
        try store.roll(.general)
        disk.copy("/s", to: "/colleague")
        let colleague = try Sealed.open(.simulated(disk, seed: 5, machine: "another"), at: "/colleague")
        try colleague.append(Samples.visit(10))
        try colleague.roll(.general)
        let writer = colleague.writer
        colleague.close()
        for (path, bytes) in disk.contents where path.hasPrefix("/colleague/general/segments/\(writer)") {
            disk.put(bytes, at: path.replacing("/colleague/", with: "/s/"))
        }
        try store.append(Samples.visit(2))
        try store.roll(.general)
        try store.append(Samples.visit(3))
        try store.putDraft(Draft(id: "a", moment: ScriptedClock().now, bytes: [1, 2]), of: Samples.officer)
        try store.setLocalValue(.text("甲"), for: "letter")
        let image = [UInt8](repeating: 3, count: 9000)
        try image.withUnsafeBytes { try store.saveSnapshot($0, schema: "1", heads: store.heads(.general)) }
        store.close()
        return (disk, try Sealed.open(.simulated(disk, seed: 3)), writer)
    }

    @Test("finds a changed byte in any file that means anything, and says so in words", arguments: StoreMode.allCases)
    func everyFile(_ mode: StoreMode) throws {
        let (disk, store, _) = try sample(mode)
        #expect(try store.verify().findings.isEmpty)
        for (path, bytes) in disk.contents.sorted(by: { $0.key < $1.key }) where path.hasPrefix("/s/") {
            guard !["/s/lock", "/s/ballast"].contains(path) else { continue }
            let end = (bytes.lastIndex { $0 != 0 } ?? 0) + 1
            for place in [5, end / 2, end - 5] where place < end && bytes[place] != 0 {
                var damaged = bytes
                damaged[place] ^= 0x04
                disk.put(damaged, at: path)
                let report = try store.verify()
                #expect(!report.findings.isEmpty, "\(path) \(place)")
                for finding in report.findings {
                    let labels = [finding.label, finding.meaning, finding.remedy(report.rescues[finding.name])]
                    for label in labels { #expect(!label.zh.isEmpty && !label.en.isEmpty) }
                    #expect(!finding.code.isEmpty)
                }
            }
            disk.put(bytes, at: path)
        }
        #expect(try store.verify().findings.isEmpty)
    }

    @Test("says in which place a good copy is, and which laptop has one", arguments: StoreMode.allCases)
    func rescues(_ mode: StoreMode) throws {
        let (disk, store, colleague) = try sample(mode)
        let segments = disk.contents.keys.filter { $0.hasPrefix("/s/general/segments/\(store.writer)") }.sorted()
        let path = try #require(segments.first)
        let good = try #require(disk.contents[path])
        let name = String(path.dropFirst(3))
        disk.put(good, at: path.replacing("/s/general/segments/", with: "/stick/segments/general/"))
        disk.put(good, at: "/backup/\(name)")
        var bad = good
        bad[bad.count / 3] ^= 1
        disk.put(bad, at: "/bad/\(name)")
        disk.put(bad, at: path)
        let report = try store.verify(searching: ["/bad", "/stick", "/nowhere", "/backup"])
        let rescue = try #require(report.rescues[name])
        #expect(rescue.copies == ["/stick", "/backup"] && rescue.writers == [colleague])
        let finding = try #require(report.findings.first { $0.name == name })
        #expect(finding.remedy(rescue).zh.contains("/stick"))
        let alone = try store.verify()
        #expect(finding.remedy(alone.rescues[name]).en.contains(colleague.rawValue.prefix(6)))
        // The second was made after the colleague's: nobody is known to have it.
        disk.put(good, at: path)
        try disk.remove(segments[1])
        disk.put(Array(good.dropLast(3)), at: segments[1])
        let lost = try store.verify()
        #expect(lost.rescues[String(segments[1].dropFirst(3))]?.writers == [])
    }

    @Test("checks hashes and signatures where it has no key, and says that it was no more")
    func withoutKeys() throws {
        let (disk, store, _) = try sample(.sealed)
        store.lock()
        let report = try store.verify()
        #expect(report.findings.isEmpty && report.unopened == Stream.allCases && report.segments == 3)
        let path = try #require(disk.contents.keys.first { $0.hasPrefix("/s/general/segments/") })
        var bytes = try #require(disk.contents[path])
        bytes[bytes.count / 2] ^= 1
        disk.put(bytes, at: path)
        #expect(try !store.verify().findings.isEmpty)
    }
}
