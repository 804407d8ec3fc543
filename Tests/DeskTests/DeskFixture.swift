import Casework
import Desk
import Records
import Store
import TestSupport

/// A police room on a disk that exists only in memory.
final class DeskFixture {
    private(set) var disk = SimulatedFileSystem()
    static let place = "room"

    var environment: StoreEnvironment { .simulated(disk, tuning: StoreTuning()) }

    /// The shipped demo, with the first beat officer signed in.
    func demo() throws -> Desk {
        try signIn(Desk.createDemo(at: Self.place, environment: environment))
    }

    /// An ordinary clear notebook with one officer.
    func clear() throws -> Desk {
        try Desk.create(at: Self.place, environment: environment, room: "榆钱社区警务室", officer: "苏行简")
    }

    /// The same place again, as after a restart; the seed differs, as real randomness does.
    func reopen(seed: UInt64 = 77) throws -> Desk {
        try signIn(
            Desk.open(at: Self.place, environment: .simulated(disk, seed: seed, tuning: StoreTuning())))
    }

    /// The power goes, and the machine starts again: only what was flushed is certain to be there.
    func crash(seed: UInt64 = 7) throws -> Desk {
        disk = disk.crashed(seed: seed)
        return try reopen(seed: seed)
    }

    private func signIn(_ desk: Desk) throws -> Desk {
        if let officer = desk.people().first(where: { $0.role == .beat }) { try desk.signIn(officer.id) }
        return desk
    }
}

extension Desk {
    /// A household whose address holds a text.
    func household(_ address: String) throws -> Record {
        let page = try list(ListQuery(Household.type.id), limit: 500)
        guard let found = page.records.first(where: { $0.values[Household.address]?.contains(address) == true }) else {
            throw DeskError.notFound
        }
        return found
    }
}
