import Records
import TestSupport
import Testing

@testable import Store

/// Laptops that meet through a directory.
@Suite struct ExchangeTests {
    /// Two laptops of one store: the second is a copy of the first, on another machine.
    static func two(_ mode: StoreMode) throws -> (SimulatedFileSystem, Store, Store) {
        let disk = SimulatedFileSystem()
        let first = try Sealed.create(mode, .simulated(disk), at: "/a")
        first.close()
        disk.copy("/a", to: "/b")
        return (
            disk, try Sealed.open(.simulated(disk, seed: 11, machine: "a"), at: "/a"),
            try Sealed.open(.simulated(disk, seed: 22, machine: "b"), at: "/b")
        )
    }

    @discardableResult
    static func sync(_ store: Store, _ place: String = "/stick") throws -> (ExchangeReport, [StoredChange]) {
        var came: [StoredChange] = []
        let report = try store.exchange(with: place) { came += $0.map(\.stored) }
        return (report, came)
    }

    static func ids(_ store: Store, _ stream: Records.Stream = .general) throws -> [ChangeID] {
        try Samples.read(store, stream).map(\.id).sorted()
    }

    @Test(arguments: StoreMode.allCases)
    func `what two laptops wrote apart is on both after they met at a place`(_ mode: StoreMode) throws {
        let (disk, a, b) = try Self.two(mode)
        try disk.makeDirectory("/stick")
        for number in 0..<30 { try a.append(Samples.visit(number)) }
        for number in 100..<120 { try b.append(Samples.visit(number)) }
        try b.append(Samples.visit(500, stream: .restricted))
        let (first, none) = try Self.sync(a)
        #expect(none.isEmpty && first.sent.segments > 0 && first.isSafeToRemove && first.findings.isEmpty)
        let (second, came) = try Self.sync(b)
        #expect(came.count == 30 && second.changes == 30 && second.isSafeToRemove && second.findings.isEmpty)
        let (third, back) = try Self.sync(a)
        #expect(back.count == 21 && third.sent.segments == 0 && third.findings.isEmpty)
        for stream in Stream.allCases { #expect(try Self.ids(a, stream) == Self.ids(b, stream)) }
        #expect(try Self.ids(a).count == 50)
        #expect(try a.verify().findings.isEmpty && b.verify().findings.isEmpty)
        // Nothing new reads no segment.
        disk.trace = []
        let (fourth, _) = try Self.sync(a)
        #expect(fourth.received.segments == 0 && fourth.sent.segments == 0 && fourth.isSafeToRemove)
        #expect(!disk.trace.contains { $0.operation == .open && $0.path.hasSuffix(".jsonl") })
        #expect(disk.count(.sync) == 0)
        // And after opening again everything is there.
        a.close()
        let again = try Sealed.open(.simulated(disk, seed: 12, machine: "a"), at: "/a")
        #expect(try Self.ids(again) == Self.ids(b))
    }
}
