import Records
import Synchronization
import TestSupport

@testable import Store

/// A clock that the world moves.
final class WorldClock: WallClock {
    private let moment = Mutex(ScriptedClock().now)

    var now: Moment { moment.withLock { $0 } }

    func pass(hours: Int) {
        moment.withLock { $0 = Moment(milliseconds: $0.milliseconds + hours * 3_600_000, zoneMinutes: 480) }
    }
}

/// A laptop of a simulated world, and what must be on it.
final class WorldLaptop {
    static let root = "/n"

    let files: WorldFiles
    let clock = WorldClock()
    let machine: String
    /// Who sits there, in a sealed world.
    var login: String
    var store: Store?
    /// What was acknowledged or came, and must be there after every opening.
    var holds: [Stream: Set<ChangeID>] = [:]
    /// The records as they stand here.
    var records: [RecordID: Record] = [:]
    /// A copy of the disk of some time ago, and what was on it.
    var backup: (disk: SimulatedFileSystem, holds: [Stream: Set<ChangeID>])?
    var isFull = false

    init(_ disk: SimulatedFileSystem, _ places: WorldPlaces, machine: String, login: String) {
        files = WorldFiles(disk, places)
        self.machine = machine
        self.login = login
    }
}
