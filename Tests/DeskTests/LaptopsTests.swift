import Casework
import Records
import Store
import TestSupport
import Testing

@testable import Desk

/// What is known of laptops and places: who is the same one, how far each is, what is not as it should be.
@Suite struct LaptopsTests {
    private static func environment(
        _ disk: SimulatedFileSystem, _ seed: UInt64, _ machine: String, hours: Int = 0
    ) -> StoreEnvironment {
        var environment = StoreEnvironment.simulated(disk, seed: seed, machine: machine)
        environment.clock = ScriptedClock(milliseconds: ScriptedClock().now.milliseconds + hours * 3_600_000)
        return environment
    }

    /// A notebook with two laptops and a stick, each having seen the other.
    private static func two() throws -> (SimulatedFileSystem, Desk, Desk) {
        let disk = SimulatedFileSystem()
        try disk.makeDirectory("stick")
        let first = try Desk.create(
            at: "a", environment: environment(disk, 1, "a"), room: "榆钱社区警务室", officer: "苏行简")
        var helper = first.newValues(of: Officer.type)
        helper[Officer.name] = "陶望舒"
        helper[Officer.role] = .beat
        try first.save(helper, of: Officer.type)
        _ = try first.sync(with: "stick")
        let (second, _) = try Desk.join(
            at: "b", from: "stick", environment: environment(disk, 2, "b"), admission: .open)
        try second.signIn(#require(second.people().first { $0.name == "陶望舒" }).id)
        _ = try second.addHousehold("榆钱巷1号")
        _ = try second.sync(with: "stick")
        _ = try first.sync(with: "stick")
        return (disk, first, second)
    }

    @Test func `a laptop that came back from a backup counts once, whatever it was called before`() throws {
        let (disk, first, second) = try Self.two()
        second.close()
        // The folder is copied back, as a backup is: the files are new ones.
        disk.copy("b", to: "c")
        for hours in 1...2 {
            let path = ["c", "d"][hours - 1]
            let again = try Desk.open(
                at: path, environment: Self.environment(disk, UInt64(40 + hours), "b", hours: hours))
            try again.signIn(#require(again.people().first { $0.name == "陶望舒" }).id)
            _ = try again.addHousehold("榆钱巷1\(hours)号")
            _ = try again.sync(with: "stick")
            again.close()
            disk.copy(path, to: "d")
        }
        _ = try first.sync(with: "stick")
        #expect(first.store.writers.count == 4)
        let laptops = first.laptops()
        #expect(laptops.count == 2 && laptops[0].isOwn)
        #expect(laptops[1].officer == "陶望舒" && laptops[1].former.count == 2)
        #expect(laptops[1].notices.contains { $0.zh.contains("恢复或搬动过 2 次") })
        #expect(!laptops[1].name.zh.contains(laptops[1].id))
    }

    @Test func `a copy and the laptop that it was copied from are two`() throws {
        let (disk, first, second) = try Self.two()
        disk.copy("b", to: "c")
        let copy = try Desk.open(at: "c", environment: Self.environment(disk, 41, "c", hours: 1))
        try copy.signIn(#require(copy.people().first { $0.name == "陶望舒" }).id)
        _ = try copy.addHousehold("榆钱巷2号")
        _ = try copy.sync(with: "stick")
        second.close()
        let later = try Desk.open(at: "b", environment: Self.environment(disk, 42, "b", hours: 2))
        try later.signIn(#require(later.people().first { $0.name == "陶望舒" }).id)
        _ = try later.addHousehold("榆钱巷3号")
        _ = try later.sync(with: "stick")
        _ = try first.sync(with: "stick")
        #expect(first.laptops().count == 3 && first.laptops().allSatisfy(\.former.isEmpty))
    }

    @Test func `how far a laptop is: until when it has what this one wrote, its letter, and who left office`() throws {
        let (_, first, second) = try Self.two()
        let id = try #require(try first.list(ListQuery(Household.type.id), limit: 1).records.first).id
        _ = try second.recordVisit(at: id, outcome: .notMet)
        _ = try second.sync(with: "stick")
        _ = try first.addHousehold("榆钱巷5号")
        _ = try first.sync(with: "stick")
        let other = try #require(first.laptops().first { !$0.isOwn })
        #expect(other.behind == 1 && other.hasUntil == ScriptedClock().now && other.lastMet == ScriptedClock().now)
        #expect(other.letter != nil && other.name.zh == "陶望舒用的电脑（\(other.letter ?? "")机）")
        #expect(!other.isRetired && !other.isWrong && other.notices.isEmpty)
        try first.retire(#require(first.people().first { $0.name == "陶望舒" }).id)
        #expect(first.laptops().first { !$0.isOwn }?.isRetired == false)
    }

    @Test func `what is wrong at a place is still known the next day`() throws {
        let (disk, first, _) = try Self.two()
        let segment = try #require(disk.contents.keys.filter { $0.hasPrefix("stick/segments") }.min())
        disk.put(Array((disk.contents[segment] ?? []).prefix(300)), at: "stick/half.jsonl")
        disk.put([1, 2, 3], at: "stick/film.mp4")
        _ = try first.sync(with: "stick")
        first.close()
        let again = try Desk.open(at: "a", environment: Self.environment(disk, 51, "a", hours: 24))
        let place = try #require(again.syncPlaces().first)
        // What only was said once, such as a strange file, is not; half a file is.
        #expect(place.notices.count == 1 && place.notices[0].zh.contains("不完整"))
        try disk.remove("stick/half.jsonl")
        try again.signIn(#require(again.people().first).id)
        _ = try again.sync(with: "stick")
        #expect(again.syncPlaces().first?.notices.isEmpty == true)
        #expect(again.syncPlaces().first?.met.day == again.today)
    }

    @Test func `a place is not clean until what was erased is gone from there`() throws {
        let (_, first, _) = try Self.two()
        let id = try #require(try first.list(ListQuery(Household.type.id), limit: 1).records.first).id
        #expect(first.syncPlaces().first?.needsCleaning == false)
        _ = try first.erase(first.erasurePlan(of: [id]), basis: "本人申请")
        #expect(first.syncPlaces().first?.needsCleaning == true)
        #expect(first.syncPlaces().first?.notices.contains { $0.zh.contains("依法删除") } == true)
        _ = try first.sync(with: "stick")
        #expect(first.syncPlaces().first?.needsCleaning == false)
    }
}
