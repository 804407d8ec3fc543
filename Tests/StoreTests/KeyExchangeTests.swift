import Records
import TestSupport
import Testing

@testable import Store

/// Laptops that changed who may open the store without knowing of each other.
@Suite struct KeyExchangeTests {
    static func officer(_ number: Int) -> RecordID { RecordID("0000000000000000000000offi\(number)") }
    static func name(_ number: Int) -> String { "民警\(number)" }
    static let passphrase = "一二三四五六七八"

    /// Two laptops with the first officer and officers 1 and 2, and a stick.
    static func world() throws -> (SimulatedFileSystem, Store, Store) {
        let disk = SimulatedFileSystem()
        let a = try Sealed.create(.sealed, .simulated(disk), at: "/a")
        for number in 1...2 { try add(number, to: a) }
        try disk.makeDirectory("/stick")
        try ExchangeTests.sync(a)
        let b = try Store.join(
            at: "/b", from: "/stick", environment: .simulated(disk, seed: 9, machine: "b"),
            admission: .passphrase(name: name(1), passphrase)
        ).store
        return (disk, a, b)
    }

    static func add(_ number: Int, to store: Store) throws {
        try store.addOfficer(
            officer(number), name: name(number), passphrase: passphrase, streams: Set(Stream.allCases))
    }

    static func opens(_ number: Int, _ disk: SimulatedFileSystem, at path: String) -> Bool {
        (try? Store.join(
            at: "/try\(number)\(path.count)\(disk.contents.count)", from: path,
            environment: .simulated(disk, seed: 77, machine: "t"),
            admission: .passphrase(name: name(number), passphrase)
        )) != nil
    }

    @Test func `officers added on two laptops open everything after both met`() throws {
        let (disk, a, b) = try Self.world()
        try Self.add(3, to: a)
        try Self.add(4, to: b)
        try a.append(Samples.visit(1, stream: .restricted))
        try b.append(Samples.visit(2, stream: .restricted))
        try ExchangeTests.sync(a)
        let (report, came) = try ExchangeTests.sync(b)
        #expect(report.findings.isEmpty && came.count == 1)
        let (back, second) = try ExchangeTests.sync(a)
        #expect(back.findings.isEmpty && second.count == 1)
        #expect(Set(a.keyHolders().keys) == Set(b.keyHolders().keys) && a.keyHolders().count == 5)
        try a.append(Samples.visit(3, stream: .restricted))
        try ExchangeTests.sync(a)
        #expect(try ExchangeTests.sync(b).1.count == 1)
        for number in 1...4 {
            let (store, _) = try Store.join(
                at: "/j\(number)", from: "/stick", environment: .simulated(disk, seed: 60, machine: "j\(number)"),
                admission: .passphrase(name: Self.name(number), Self.passphrase))
            let (report, came) = try ExchangeTests.sync(store)
            #expect(report.findings.isEmpty && came.count == 3, "officer \(number)")
        }
        // It comes to rest: nobody makes keys for ever.
        let epochs = disk.contents.keys.count { $0.hasPrefix("/stick/keys/") }
        for store in [a, b, a, b] { try ExchangeTests.sync(store) }
        #expect(disk.contents.keys.count { $0.hasPrefix("/stick/keys/") } == epochs)
    }

    @Test func `whoever was retired on one laptop stays so, whatever the other one changed meanwhile`() throws {
        let (disk, a, b) = try Self.world()
        try a.retireOfficer(Self.officer(2))
        try Self.add(5, to: b)
        try ExchangeTests.sync(a)
        // The laptop that learns of it takes the key away; whom it added itself it vouches for.
        try ExchangeTests.sync(b)
        try ExchangeTests.sync(a)
        try ExchangeTests.sync(b)
        #expect(a.keyHolders()[Self.officer(2)] == nil && b.keyHolders()[Self.officer(2)] == nil)
        try a.append(Samples.visit(1))
        try b.append(Samples.visit(2))
        for store in [a, b, a] { try ExchangeTests.sync(store) }
        #expect(try ExchangeTests.ids(a) == ExchangeTests.ids(b) && ExchangeTests.ids(a).count == 2)
        #expect(!Self.opens(2, disk, at: "/stick"))
        #expect(Self.opens(1, disk, at: "/stick"))
        a.close()
        let again = try Sealed.open(.simulated(disk, seed: 12, machine: "laptop"), at: "/a")
        #expect(again.keyHolders()[Self.officer(2)] == nil)
    }

    @Test func `a branch that a retired officer made to let somebody in lets nobody in`() throws {
        let (disk, a, b) = try Self.world()
        // Officer 1 keeps the old keys on the second laptop and is retired on the first.
        try a.retireOfficer(Self.officer(1))
        try ExchangeTests.sync(a)
        try Self.add(6, to: b)
        // The other laptop's files reach the stick without its having looked at what is there.
        for (path, bytes) in disk.contents
        where path.hasPrefix("/b/keys/") && disk.contents["/stick" + path.dropFirst(2)] == nil {
            disk.put(bytes, at: "/stick" + path.dropFirst(2))
        }
        let (report, _) = try ExchangeTests.sync(a)
        #expect(report.findings.map(\.kind) == [.refusedMembers])
        #expect(a.keyHolders()[Self.officer(6)] == nil && a.keyHolders()[Self.officer(1)] == nil)
        try a.append(Samples.visit(1))
        try ExchangeTests.sync(a)
        // What is written from now on opens for neither of them.
        let (third, _) = try Store.join(
            at: "/c", from: "/stick", environment: .simulated(disk, seed: 5, machine: "c"),
            admission: .passphrase(name: Self.name(2), Self.passphrase))
        #expect(try ExchangeTests.sync(third).1.count == 1)
        #expect(throws: (any Error).self) {
            let (friend, _) = try Store.join(
                at: "/d", from: "/stick", environment: .simulated(disk, seed: 6, machine: "d"),
                admission: .passphrase(name: Self.name(6), Self.passphrase))
            let (report, came) = try ExchangeTests.sync(friend)
            #expect(came.isEmpty && report.findings.contains { $0.kind == .keyMissing })
            throw StoreError.retired
        }
        // The retired officer's laptop is told.
        #expect(try ExchangeTests.sync(b).0.findings.contains { $0.kind == .excluded })
        #expect(b.keyHolders()[Self.officer(1)] != nil)
    }

    @Test func `a branch that names its own maker retired is trusted no more for it`() throws {
        let (disk, a, b) = try Self.world()
        try a.retireOfficer(Self.officer(1))
        try ExchangeTests.sync(a)
        // Officer 1, with the old keys, adds a friend who then retires officer 1.
        try Self.add(6, to: b)
        b.close()
        let friend = try Store.open(at: "/b", environment: .simulated(disk, seed: 31, machine: "b"))
        try friend.unlock(name: Self.name(6), passphrase: Self.passphrase)
        try friend.retireOfficer(Self.officer(1))
        for (path, bytes) in disk.contents
        where path.hasPrefix("/b/keys/") && disk.contents["/stick" + path.dropFirst(2)] == nil {
            disk.put(bytes, at: "/stick" + path.dropFirst(2))
        }
        #expect(try ExchangeTests.sync(a).0.findings.contains { $0.kind == .refusedMembers })
        #expect(a.keyHolders()[Self.officer(6)] == nil)
    }

    @Test func `a laptop that followed a retired officer's branch comes back once it hears of the retirement`() throws {
        let (disk, a, b) = try Self.world()
        // A third laptop was set up before, and nobody has unlocked it since.
        let (c, _) = try Store.join(
            at: "/c", from: "/stick", environment: .simulated(disk, seed: 15, machine: "c"),
            admission: .passphrase(name: Self.name(2), Self.passphrase))
        try ExchangeTests.sync(c)
        let codes = a.keyring?.members[.general]?.filter { $0.officer == nil }.map(\.publicKey)
        try a.retireOfficer(Self.officer(1))
        // Officer 1 lets two friends in, and takes away more keys than were taken away from them.
        for number in 6...7 { try Self.add(number, to: b) }
        try b.retireOfficer(Self.officer(7))
        try b.retireOfficer(Samples.officer)
        _ = try b.renewRecoveryCode()
        for (path, bytes) in disk.contents
        where path.hasPrefix("/b/keys/") && disk.contents["/stick" + path.dropFirst(2)] == nil {
            disk.put(bytes, at: "/stick" + path.dropFirst(2))
        }
        // Without the retirement nothing speaks against it; with it, whom the branch let in is out again.
        try ExchangeTests.sync(a)
        #expect(try ExchangeTests.sync(c).0.findings.contains { $0.kind == .refusedMembers })
        #expect(c.keyHolders()[Self.officer(1)] == nil && c.keyHolders()[Self.officer(6)] == nil)
        #expect(c.keyHolders()[Self.officer(2)] != nil)
        try c.append(Samples.visit(1))
        try ExchangeTests.sync(c)
        #expect(!Self.opens(6, disk, at: "/stick") && !Self.opens(1, disk, at: "/stick"))
        // Whoever was retired stays so, whoever did it: the paper with the code is the way back in, and still opens.
        #expect(c.keyring?.members[.general]?.filter { $0.officer == nil && !$0.isRetired }.map(\.publicKey) == codes)
    }

    @Test func `a slot that comes before the keys it goes on from locks nobody out`() throws {
        let (disk, a, _) = try Self.world()
        let environment = StoreEnvironment.simulated(disk, seed: 15, machine: "c")
        let (c, _) = try Store.join(
            at: "/c", from: "/stick", environment: environment,
            admission: .passphrase(name: Sealed.name, Sealed.passphrase))
        try ExchangeTests.sync(c)
        try c.append(Samples.visit(3))
        try a.retireOfficer(Self.officer(2))
        // Of what the first laptop has, a carrier has brought the slots and not yet the epoch.
        for (path, bytes) in disk.contents where path.hasPrefix("/a/keys/") && !path.contains("epoch") {
            disk.put(bytes, at: "/stick" + path.dropFirst(2))
        }
        try ExchangeTests.sync(c)
        c.close()
        for seed in [31, 32] as [UInt64] {
            let again = try Store.open(at: "/c", environment: .simulated(disk, seed: seed, machine: "c"))
            try again.unlock(name: Sealed.name, passphrase: Sealed.passphrase)
            #expect(try ExchangeTests.ids(again).count == 1)
            again.close()
        }
        // The rest comes, and the retirement holds here, too.
        try ExchangeTests.sync(a)
        let last = try Store.open(at: "/c", environment: .simulated(disk, seed: 33, machine: "c"))
        try last.unlock(name: Sealed.name, passphrase: Sealed.passphrase)
        try ExchangeTests.sync(last)
        #expect(last.keyHolders()[Self.officer(2)] == nil)
        last.close()
        let end = try Store.open(at: "/c", environment: .simulated(disk, seed: 34, machine: "c"))
        try end.unlock(name: Sealed.name, passphrase: Sealed.passphrase)
        #expect(try ExchangeTests.ids(end).count == 1)
    }

    @Test
    func `a slot of a new passphrase that comes before its keys waits, and the passphrase before it opens until then`()
        throws
    {
        let (disk, a, b) = try Self.world()
        func own(_ path: String, _ seed: UInt64) throws -> Store {
            try Store.open(at: path, environment: .simulated(disk, seed: seed, machine: path == "/a" ? "laptop" : "b"))
        }
        b.close()
        // On one laptop officer 2 is retired, which is a new epoch, and officer 1 then chooses another passphrase.
        try a.retireOfficer(Self.officer(2))
        a.close()
        let mine = try own("/a", 31)
        try mine.unlock(name: Self.name(1), passphrase: Self.passphrase)
        try mine.changePassphrase(name: Self.name(1), "新的一句话啊")
        mine.close()
        // A carrier brings the slots alone.
        for (path, bytes) in disk.contents where path.hasPrefix("/a/keys/") && !path.contains("epoch") {
            disk.put(bytes, at: "/stick" + path.dropFirst(2))
        }
        for (place, word) in [Self.passphrase, Self.passphrase].enumerated() {
            let there = try own("/b", 40 + UInt64(place))
            #expect(throws: StoreError.self) { try there.unlock(name: Self.name(1), passphrase: "新的一句话啊") }
            try there.unlock(name: Self.name(1), passphrase: word)
            try there.append(Samples.visit(place))
            try ExchangeTests.sync(there)
            #expect(try ExchangeTests.ids(there).count == place + 1)
            there.close()
        }
        // Whoever joins from such a stick is let in by the passphrase before, too, and by no other.
        for (word, isRight) in [(Self.passphrase, true), ("新的一句话啊", false)] {
            let joined = try? Store.join(
                at: "/j\(isRight)", from: "/stick", environment: .simulated(disk, seed: 44, machine: "j"),
                admission: .passphrase(name: Self.name(1), word))
            #expect((joined != nil) == isRight)
        }
        // The keys come: from the next unlocking on only the new one opens, everywhere, and the retirement holds.
        let last = try own("/a", 51)
        try last.unlock(name: Self.name(1), passphrase: "新的一句话啊")
        try ExchangeTests.sync(last)
        let there = try own("/b", 52)
        try there.unlock(name: Self.name(1), passphrase: Self.passphrase)
        try ExchangeTests.sync(there)
        #expect(there.keyHolders()[Self.officer(2)] == nil)
        there.close()
        let end = try own("/b", 53)
        #expect(throws: StoreError.self) { try end.unlock(name: Self.name(1), passphrase: Self.passphrase) }
        try end.unlock(name: Self.name(1), passphrase: "新的一句话啊")
        #expect(try ExchangeTests.ids(end).count == 2)
        end.close()
        last.close()
    }

    @Test func `a slot that waits for its keys is not made void by one that starts at older keys`() throws {
        let (disk, a, b) = try Self.world()
        try a.retireOfficer(Self.officer(2))
        a.close()
        let mine = try Store.open(at: "/a", environment: .simulated(disk, seed: 31, machine: "laptop"))
        try mine.unlock(name: Self.name(1), passphrase: Self.passphrase)
        let pinned = mine.keyring?.holder.anchors[.general]?.epoch
        mine.close()
        let slots = disk.contents.filter { $0.key.hasPrefix("/a/keys/") && !$0.key.contains("epoch") }
        for (path, bytes) in slots { disk.put(bytes, at: "/stick" + path.dropFirst(2)) }
        // Meanwhile the other laptop makes keys of its own, at which its officer's slot would start from then on.
        try ExchangeTests.sync(b)
        try Self.add(6, to: b)
        b.close()
        for seed in [32, 33] as [UInt64] {
            let there = try Store.open(at: "/b", environment: .simulated(disk, seed: seed, machine: "b"))
            try there.unlock(name: Self.name(1), passphrase: Self.passphrase)
            there.close()
        }
        let waiting = try #require(
            slots.keys.first { path in
                Slot(slots[path] ?? [], file: Self.stem(path), store: a.identity)?.start.contains(pinned ?? 0) == true
            })
        #expect(disk.contents["/b/keys/\(Self.stem(waiting)).json"] == slots[waiting])
    }

    private static func stem(_ path: String) -> String {
        String((path.split(separator: "/").last ?? "").prefix { $0 != "." })
    }

    @Test func `a laptop whose officer was retired locks when it learns of it, and loses nothing`() throws {
        let (disk, a, b) = try Self.world()
        try b.append(Samples.visit(7))
        try a.retireOfficer(Self.officer(1))
        try ExchangeTests.sync(a)
        #expect(throws: StoreError.retired) { try ExchangeTests.sync(b) }
        #expect(b.isLocked)
        b.close()
        let other = try Store.open(at: "/b", environment: .simulated(disk, seed: 31, machine: "b"))
        try other.unlock(name: Self.name(2), passphrase: Self.passphrase)
        try ExchangeTests.sync(other)
        #expect(try ExchangeTests.sync(a).1.count == 1)
    }

    @Test func `passphrases that one officer chose apart both open, on both laptops, until the next is chosen`() throws
    {
        let (disk, a, b) = try Self.world()
        func own(_ path: String, _ seed: UInt64) throws -> Store {
            try Store.open(at: path, environment: .simulated(disk, seed: seed, machine: path == "/a" ? "laptop" : "b"))
        }
        func opens(_ word: String) throws -> [Bool] {
            try ["/a", "/b"].map { path in
                let store = try own(path, 50)
                defer { store.close() }
                return (try? store.unlock(name: Self.name(1), passphrase: word)) != nil
            }
        }
        a.close()
        b.close()
        for (path, word, seed) in [("/a", "甲地的一句话", 31), ("/b", "乙地的一句话", 32)] as [(String, String, UInt64)] {
            let store = try own(path, seed)
            try store.unlock(name: Self.name(1), passphrase: Self.passphrase)
            try store.changePassphrase(name: Self.name(1), word)
            store.close()
        }
        for (path, word) in [("/a", "甲地的一句话"), ("/b", "乙地的一句话"), ("/a", "甲地的一句话")] {
            let store = try own(path, 33)
            try store.unlock(name: Self.name(1), passphrase: word)
            try ExchangeTests.sync(store)
            store.close()
        }
        #expect(try opens("甲地的一句话") == [true, true])
        #expect(try opens("乙地的一句话") == [true, true])
        #expect(try opens(Self.passphrase) == [false, false])
        // The next choice ends both.
        let store = try own("/b", 34)
        try store.unlock(name: Self.name(1), passphrase: "甲地的一句话")
        try store.changePassphrase(name: Self.name(1), "往后的一句话")
        try ExchangeTests.sync(store)
        store.close()
        let other = try own("/a", 35)
        try other.unlock(name: Self.name(1), passphrase: "乙地的一句话")
        try ExchangeTests.sync(other)
        other.close()
        #expect(try opens("往后的一句话") == [true, true])
        #expect(try opens("甲地的一句话") == [false, false] && opens("乙地的一句话") == [false, false])
        #expect(try opens(Self.passphrase) == [false, false])
    }

    @Test func `a new passphrase holds although the old one's slot was written again and again elsewhere`() throws {
        let (disk, a, b) = try Self.world()
        a.close()
        let mine = try Store.open(at: "/a", environment: .simulated(disk, seed: 41, machine: "laptop"))
        try mine.unlock(name: Self.name(1), passphrase: Self.passphrase)
        try mine.changePassphrase(name: Self.name(1), "新的一句话啊")
        // Officer 1 goes on under the old one on the other laptop; every new key writes the slot again.
        for number in 6...8 { try Self.add(number, to: b) }
        try b.retireOfficer(Self.officer(7))
        try ExchangeTests.sync(b)
        try ExchangeTests.sync(mine)
        try ExchangeTests.sync(b)
        for store in [mine, b] { store.close() }
        for path in ["/a", "/b"] {
            let store = try Store.open(
                at: path, environment: .simulated(disk, seed: 43, machine: path == "/a" ? "laptop" : "b"))
            #expect(throws: StoreError.self) { try store.unlock(name: Self.name(1), passphrase: Self.passphrase) }
            try store.unlock(name: Self.name(1), passphrase: "新的一句话啊")
            store.close()
        }
        // Whoever joins from the stick finds the new one in force, too.
        let admission = Store.Admission.passphrase(name: Self.name(1), Self.passphrase)
        #expect(throws: StoreError.self) {
            try Store.join(
                at: "/j", from: "/stick", environment: .simulated(disk, seed: 44, machine: "j"), admission: admission)
        }
    }
}
