import Casework
import Desk
import Records
import Store
import TestSupport
import Testing

@testable import Desk

/// Laptops of one police room on one simulated disk, each with its own folder, clock and officer, and a stick between them.
final class TwoDesks {
    /// A clock that a test moves.
    final class Clock: WallClock, @unchecked Sendable {
        // One thread runs a test.
        var now = ScriptedClock().now

        func pass(minutes: Int) {
            now = Moment(milliseconds: now.milliseconds + minutes * 60_000, zoneMinutes: now.zoneMinutes)
        }

        func pass(days: Int) { pass(minutes: days * 1440) }
    }

    static let stick = "/stick"
    let disk = SimulatedFileSystem()
    let a: Desk
    let b: Desk
    let clockA = Clock()
    let clockB = Clock()

    /// Two laptops that know the same records, with an officer each.
    ///
    /// - Parameters:
    ///   - isDemo: whether they may hold restricted records without being sealed.
    ///   - machines: the machines they are opened on; the notebook is made on `first`.
    ///   - prepare: writes what both know before they part.
    /// - Throws: what goes wrong on the way.
    init(
        isDemo: Bool = false, machines: (String, String) = ("first", "second"),
        _ prepare: (Desk) throws -> Void = { _ in }
    ) throws {
        try disk.makeDirectory(Self.stick)
        let first = try Desk.create(
            at: "/a", environment: Self.environment(disk, 1, "first", clockA), room: "榆钱社区警务室", officer: "苏行简",
            demo: isDemo)
        var helper = first.newValues(of: Officer.type)
        helper[Officer.name] = "陶望舒"
        helper[Officer.role] = .beat
        try first.save(helper, of: Officer.type)
        try prepare(first)
        first.close()
        disk.copy("/a", to: "/b")
        a = try Desk.open(at: "/a", environment: Self.environment(disk, 2, machines.0, clockA))
        b = try Desk.open(at: "/b", environment: Self.environment(disk, 3, machines.1, clockB))
        try a.signIn(#require(a.people().first { $0.name == "苏行简" }).id)
        try b.signIn(#require(b.people().first { $0.name == "陶望舒" }).id)
    }

    private static func environment(
        _ disk: SimulatedFileSystem, _ seed: UInt64, _ machine: String, _ clock: Clock
    ) -> StoreEnvironment {
        var environment = StoreEnvironment.simulated(disk, seed: seed, machine: machine, tuning: StoreTuning())
        environment.clock = clock
        return environment
    }

    /// Has both take the same letter for their numbers: by chance it happens.
    func takeSameLetter() throws {
        for desk in [a, b] {
            let letter = Value.object([
                .init("writer", .text(desk.store.writer.rawValue)), .init("letter", .text("A")),
            ])
            try desk.store.setLocalValue(letter, for: Desk.terminalKey)
        }
    }

    /// One laptop meets the stick.
    func meet(_ desk: Desk) throws {
        _ = try desk.sync(with: Self.stick)
    }

    /// Both meet the stick until nothing is new.
    func sync(firstIsB: Bool = false) throws {
        let order = firstIsB ? [b, a, b, a] : [a, b, a, b]
        for desk in order { try meet(desk) }
    }
}

extension Desk {
    /// Everything that survives in every record, in one spelling.
    func canonicalDump() throws -> [UInt8] {
        var lines: [UInt8] = []
        for stream in Records.Stream.allCases {
            var ids: Set<RecordID> = []
            _ = try store.readAll(stream) { changes in
                for change in changes { ids.formUnion(change.stored.change.records) }
            }
            for id in ids.sorted() {
                if let record = try index.record(id) { lines += JSONWriter.bytes(of: record.dump) + [0x0A] }
            }
        }
        return lines
    }

    /// Every text that was ever written anywhere, in the order of the records.
    func everyText() throws -> Set<String> {
        var texts: Set<String> = []
        for stream in Records.Stream.allCases {
            _ = try store.readAll(stream) { changes in
                for op in changes.flatMap(\.stored.change.ops) { if let text = op.value.text { texts.insert(text) } }
            }
        }
        return texts
    }

    /// Saves a record with some fields changed.
    @discardableResult
    func amend(_ id: RecordID, _ change: (inout FieldValues) -> Void) throws -> Record {
        let record = try record(id)
        guard let type = record.type.flatMap({ Casework.type($0) }) else { throw DeskError.notFound }
        var values = record.values
        change(&values)
        return try save(values, of: type, base: record)
    }
}
