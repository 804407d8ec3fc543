import Casework
import Desk
import Records
import Store
import Synchronization
import TestSupport

/// A sealed police room on a disk in memory, with a clock that the test moves.
final class SealedFixture {
    static let place = "room"
    static let name = "苏行简"
    static let passphrase = "老榆树下三只猫"
    static let helper = "陶望舒"
    static let helperPassphrase = "河边的石头很凉"
    static let leader = "岑所长"
    static let leaderPassphrase = "所长也有一句话"

    /// A clock that a test moves on.
    final class Clock: WallClock {
        private let moment = Mutex(ScriptedClock().now)
        var now: Moment { moment.withLock { $0 } }

        func pass(milliseconds: Int) {
            moment.withLock { $0 = Moment(milliseconds: $0.milliseconds + milliseconds, zoneMinutes: $0.zoneMinutes) }
        }
    }

    private(set) var disk = SimulatedFileSystem()
    let clock = Clock()
    private var seed: UInt64 = 1

    /// Other random numbers each time, as real ones are.
    private func environment() -> StoreEnvironment {
        seed += 1
        var environment = StoreEnvironment.simulated(disk, seed: seed, tuning: StoreTuning())
        environment.clock = clock
        return environment
    }

    func create() throws -> (desk: Desk, recoveryCode: String) {
        try Desk.create(
            at: Self.place, environment: environment(), room: "榆钱社区警务室", officer: Self.name,
            sealed: Self.passphrase)
    }

    /// The same place as after a restart: locked.
    func reopen() throws -> Desk { try Desk.open(at: Self.place, environment: environment()) }

    /// The power goes, and the machine starts again.
    func crash() throws -> Desk {
        disk = disk.crashed(seed: 9)
        return try reopen()
    }
}

extension Desk {
    /// Adds an auxiliary, who has no key to restricted records.
    @discardableResult
    func addHelper() throws -> Record {
        try add(SealedFixture.helper, .auxiliary, SealedFixture.helperPassphrase)
    }

    /// Adds a leader, who goes through the audit log.
    @discardableResult
    func addLeader() throws -> Record {
        try add(SealedFixture.leader, .leader, SealedFixture.leaderPassphrase)
    }

    private func add(_ name: String, _ role: OfficerRole, _ passphrase: String) throws -> Record {
        var values = newValues(of: Officer.type)
        values[Officer.name] = name
        values[Officer.role] = role
        return try addOfficer(values, passphrase: passphrase)
    }

    /// Adds a household.
    func addHousehold(_ address: String, head: String = "单翠萍") throws -> Record {
        var values = newValues(of: Household.type)
        values[Household.address] = address
        values[Household.head] = head
        values[Household.phone] = "13900001234"
        return try save(values, of: Household.type)
    }

    /// Adds a follow-up with everything it needs, for whoever is signed in.
    func addFollowup(_ kind: FollowupKind, of subject: String) throws -> Record {
        var values = newValues(of: Followup.type)
        values[Followup.kind] = kind
        values[Followup.subject] = subject
        values[Followup.basisType] = kind.bases[0]
        values[Followup.basisNumber] = "测〔2026〕17号"
        values[Followup.basisIssuer] = "出具单位"
        values[Followup.basisDate] = CalendarDay("2026-11-01")
        values[Followup.purpose] = "协助目的"
        values[Followup.leadBody] = "牵头单位"
        values[Followup.leadContact] = "0000-0000018"
        values[Followup.duty] = "职责"
        values[Followup.officers] = person.map { [$0.id] }
        values[Followup.start] = CalendarDay("2026-11-01")
        values[Followup.end] = CalendarDay("2026-11-30")
        values[Followup.cadence] = kind.cadences[0]
        values[Followup.cadenceSource] = "文书"
        return try save(values, of: Followup.type)
    }
}
