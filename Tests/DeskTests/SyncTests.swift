import Casework
import Index
import Records
import Store
import TestSupport
import Testing

@testable import Desk

/// Notebooks that meet through a directory.
@Suite("Syncing at the desk")
struct SyncTests {
    /// A disk with an empty stick on it.
    private func disk() throws -> SimulatedFileSystem {
        let disk = SimulatedFileSystem()
        try disk.makeDirectory("stick")
        return disk
    }

    private func environment(_ disk: SimulatedFileSystem, _ seed: UInt64) -> StoreEnvironment {
        .simulated(disk, seed: seed, machine: "laptop \(seed)", tuning: StoreTuning())
    }

    /// Every record of a desk as all laptops must have it.
    static func dump(_ desk: Desk) throws -> [Value] {
        try desk.types.flatMap { type in
            try desk.index.list(ListQuery(type.id), limit: 1_000_000).records.map(\.dump)
        }.sorted { JSONWriter.text(of: $0) < JSONWriter.text(of: $1) }
    }

    @Test("a sealed notebook is joined on a second laptop, and both end identical")
    func joining() throws {
        let disk = try disk()
        let (first, code) = try Desk.create(
            at: "a", environment: environment(disk, 1), room: "榆钱社区警务室", officer: SealedFixture.name,
            sealed: SealedFixture.passphrase)
        try first.addHelper()
        let door = try first.addHousehold("榆钱巷1号")
        _ = try first.sync(with: "stick")
        #expect(throws: DeskError.wrongPassphrase(delay: 1000)) {
            try Desk.join(
                at: "b", from: "stick", environment: environment(disk, 2),
                admission: .passphrase(name: SealedFixture.name, "猜的"))
        }
        let (second, report) = try Desk.join(
            at: "b", from: "stick", environment: environment(disk, 2),
            admission: .passphrase(name: SealedFixture.helper, SealedFixture.helperPassphrase))
        #expect(second.person?.name == SealedFixture.helper && report.newChanges > 0 && report.notices.isEmpty)
        let (third, _) = try Desk.join(
            at: "c", from: "stick", environment: environment(disk, 3), admission: .recovery(code))
        #expect(third.person == nil)
        let officer = try #require(third.people().first { $0.name == SealedFixture.name })
        try third.signIn(officer.id)

        // Apart, the same field of the same household is written twice.
        for (desk, phone) in [(first, "13900000001"), (third, "13900000003")] {
            let record = try desk.record(door.id)
            var values = record.values
            values[Household.phone] = phone
            try desk.save(values, of: Household.type, base: record)
        }
        _ = try first.sync(with: "stick")
        let conflict = try third.sync(with: "stick")
        #expect(conflict.newConflicts == 1)
        _ = try first.sync(with: "stick")
        #expect(try Self.dump(first) == Self.dump(third))
        #expect(first.conflictCount == 1)
        #expect(first.laptops().count == 2 && first.laptops()[0].isOwn)
        #expect(first.syncPlaces().map(\.path) == ["stick"])
    }

    @Test("a job takes what came in small steps, and what was worked out is right afterwards", arguments: [20, 700])
    func job(count: Int) throws {
        let disk = try disk()
        let first = try Desk.create(
            at: "a", environment: environment(disk, 1), room: "榆钱社区警务室", officer: "苏行简")
        let officer = try #require(first.person)
        _ = try first.sync(with: "stick")
        let (second, _) = try Desk.join(at: "b", from: "stick", environment: environment(disk, 2), admission: .open)
        try second.signIn(officer.id)
        var values = first.newValues(of: Household.type)
        for number in 0..<count {
            values[Household.address] = "榆钱巷\(number)号"
            values[Household.head] = "单翠萍"
            try first.save(values, of: Household.type)
        }
        _ = try first.sync(with: "stick")
        _ = try second.todayBoard()
        let job = try second.beginSync(with: "stick")
        var steps = 0
        while !job.isOver {
            if job.step() { steps += 1 }
            // The officer goes on writing meanwhile.
            if steps == 3 {
                values[Household.address] = "槐树巷1号"
                try second.save(values, of: Household.type)
                steps += 1
            }
        }
        guard case .finished(let report) = job.state else {
            Issue.record("\(job.state)")
            return
        }
        #expect(report.newChanges == count + 1)
        let board = try second.todayBoard()
        second.workOutAgain()
        #expect(try board == second.todayBoard())
        _ = try second.sync(with: "stick")
        _ = try first.sync(with: "stick")
        #expect(try Self.dump(first) == Self.dump(second))
        // What came is found, and so is what was written meanwhile.
        #expect(try !second.found("榆钱巷\(count - 1)号", types: nil, limit: 9).isEmpty)
        #expect(try !second.found("槐树巷1号", types: nil, limit: 9).isEmpty)
        // A restart finds the same.
        second.close()
        let again = try Desk.open(at: "b", environment: environment(disk, 4))
        #expect(try Self.dump(again) == Self.dump(first))
    }

    @Test(
        "what came before its key did is there as soon as the key comes, in the same sitting",
        arguments: [false, true])
    func lateKeys(isJob: Bool) throws {
        let disk = try disk()
        let (first, _) = try Desk.create(
            at: "a", environment: environment(disk, 1), room: "榆钱社区警务室", officer: SealedFixture.name,
            sealed: SealedFixture.passphrase)
        let helper = try first.addHelper()
        _ = try first.sync(with: "stick")
        let (second, _) = try Desk.join(
            at: "b", from: "stick", environment: environment(disk, 2),
            admission: .passphrase(name: SealedFixture.name, SealedFixture.passphrase))
        let known = Set(disk.contents.keys)
        // New keys, and what is written under them; then a carrier brings the segments before the keys.
        try first.retire(helper.id)
        for number in 0..<30 { _ = try first.addHousehold("榆钱巷\(number)号", head: "欧阳不识") }
        _ = try first.sync(with: "stick")
        let keys = disk.contents.filter { $0.key.contains("stick/keys/") && !known.contains($0.key) }
        #expect(!keys.isEmpty)
        for path in keys.keys { try disk.remove(path) }
        func meet() throws -> SyncReport {
            guard isJob else { return try second.sync(with: "stick") }
            let job = try second.beginSync(with: "stick")
            while !job.isOver { _ = job.step(changes: 5) }
            guard case .finished(let report) = job.state else { throw DeskError.notFound }
            return report
        }
        let early = try meet()
        #expect(early.exchange.findings.contains { $0.kind == .keyMissing })
        #expect(try second.search("欧阳不识").isEmpty)
        for (path, bytes) in keys { disk.put(bytes, at: path) }
        let late = try meet()
        #expect(late.newChanges > 30 && late.exchange.isSafeToRemove)
        #expect(try second.search("欧阳不识").first?.count == 30)
        #expect(try Self.dump(second) == Self.dump(first))
        // Nothing is read twice, now or after opening again.
        #expect(try meet().newChanges == 0)
        second.close()
        let again = try Desk.open(at: "b", environment: environment(disk, 7))
        try again.unlock(name: SealedFixture.name, passphrase: SealedFixture.passphrase)
        #expect(try Self.dump(again) == Self.dump(first))
        #expect(!again.rebuilt.contains(.general))
    }

    @Test("a job that is locked or called off leaves a notebook that goes on later")
    func calledOff() throws {
        let disk = try disk()
        let (first, _) = try Desk.create(
            at: "a", environment: environment(disk, 1), room: "榆钱社区警务室", officer: SealedFixture.name,
            sealed: SealedFixture.passphrase)
        for number in 0..<30 { _ = try first.addHousehold("榆钱巷\(number)号") }
        _ = try first.sync(with: "stick")
        let (second, _) = try Desk.join(
            at: "b", from: "stick", environment: environment(disk, 2),
            admission: .passphrase(name: SealedFixture.name, SealedFixture.passphrase))
        for number in 0..<30 { _ = try first.addHousehold("槐树巷\(number)号") }
        _ = try first.sync(with: "stick")
        let job = try second.beginSync(with: "stick")
        while !job.isOver {
            if job.step(changes: 1), second.laptops().contains(where: { !$0.isOwn }) { second.lock() }
        }
        second.lock()
        try second.unlock(name: SealedFixture.name, passphrase: SealedFixture.passphrase)
        _ = try second.sync(with: "stick")
        #expect(try Self.dump(first) == Self.dump(second))
    }

    @Test(
        "an erasure that a job brings is carried out step by step; the index is not made anew and keeps none of its words"
    )
    func erasureByJob() throws {
        let disk = try disk()
        let first = try Desk.create(
            at: "a", environment: environment(disk, 1), room: "榆钱社区警务室", officer: "苏行简")
        let me = try #require(first.person)
        var going: [Record] = []
        for number in 0..<6 {
            going.append(try first.addHousehold("榆钱巷\(number)号", head: "欧阳不识"))
            _ = try first.addHousehold("槐树巷\(number)号", head: "解大勇")
            _ = try first.sync(with: "stick")
        }
        let (second, _) = try Desk.join(at: "b", from: "stick", environment: environment(disk, 2), admission: .open)
        try second.signIn(me.id)
        #expect(try second.search("欧阳不识").first?.count == 6)
        try first.erase(first.erasurePlan(of: going.map(\.id)), basis: "本人申请")
        _ = try first.sync(with: "stick")
        second.rebuilt = []
        let job = try second.beginSync(with: "stick")
        var steps = 0
        while !job.isOver { if job.step(changes: 1) { steps += 1 } }
        #expect(steps > 6 && second.rebuilt.isEmpty)
        #expect(try second.search("欧阳不识").isEmpty && second.search("解大勇").first?.count == 6)
        second.rest()
        second.close()
        let name = Array("欧阳不识".utf8)
        for (path, bytes) in disk.contents
        where path.hasPrefix("/b/") || path.hasPrefix("b/") || path.hasPrefix("stick") {
            #expect(bytes.firstRange(of: name) == nil, "\(path)")
        }
        let again = try Desk.open(at: "b", environment: environment(disk, 7))
        #expect(!again.rebuilt.contains(.general))
        #expect(try Self.dump(again) == Self.dump(first))
    }
}
