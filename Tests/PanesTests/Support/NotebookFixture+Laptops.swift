import Desk
import Interface
import Records
import Store
import TestSupport
import Testing

@testable import Panes

extension NotebookFixture {
    /// The shipped demo on two laptops that wrote apart and met: what the first one shows then.
    ///
    /// - Parameters:
    ///   - size: how wide and high the frames are.
    ///   - second: what is written on the second laptop, by another officer, the day before.
    ///   - first: what is written on the first one, by 苏行简.
    /// - Returns: the first laptop.
    /// - Throws: what goes wrong on the way.
    static func met(
        _ size: Size = .standard, second: (Desk) throws -> Void, first: (Desk) throws -> Void
    ) throws -> NotebookFixture {
        let disk = try demoDisk()
        disk.copy(place, to: "other")
        try disk.makeDirectory("/stick")
        var late = StoreEnvironment.simulated(disk, seed: 91, machine: "other", tuning: StoreTuning())
        late.clock = ScriptedClock(milliseconds: ScriptedClock().now.milliseconds - 80_000_000)
        let other = try Desk.open(at: "other", environment: late)
        let officer = try #require(
            other.people().first { $0.role == .beat && $0.name != "苏行简" } ?? other.people().first)
        try other.signIn(officer.id)
        try second(other)
        let book = try NotebookFixture(size, disk: disk)
        try first(book.desk)
        for desk in [book.desk, other, book.desk] { _ = try desk.sync(with: "/stick") }
        other.close()
        book.notebook.workspace.changed()
        book.notebook.refresh()
        return book
    }
}
