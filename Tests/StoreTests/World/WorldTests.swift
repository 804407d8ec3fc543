import Foundation
import TestSupport
import Testing

/// Whole worlds of laptops, places and mishaps; STORE.md's invariants I1 to I10.
@Suite("Worlds") struct WorldTests {
    /// How many seeds there are: few here, two thousand in `.ci/long`.
    ///
    /// `BEATBOOK_WORLDS=100-250` runs others and names each, to look for one that hangs.
    static var seeds: Range<UInt64> {
        let environment = ProcessInfo.processInfo.environment
        let chosen = environment["BEATBOOK_WORLDS"]?.split(separator: "-").compactMap { UInt64($0) } ?? []
        if chosen.count == 2, chosen[0] < chosen[1] { return chosen[0]..<chosen[1] }
        return 0..<(environment["BEATBOOK_LONG"] == nil ? 24 : 2000)
    }

    /// Worlds that went wrong once, as short as they could be made.
    static let corpus: [(seed: UInt64, isPlain: Bool, events: String)] = [
        (82, true, "write:6xvmzs3p crashSyncing:amurly7x sync:c9d0b0wc rot:1qw4r3p7"),
        // A carrier brought the chief's new slot before the keys that it goes on from.
        (2111, false, "retire:d60j70y3 sync:1iir3yba carry:1138m42t sync:cre4bi3q"),
        // A newer version's segment that rotted here, and lay whole at the place.
        (1096, false, "fill:c4tbuizk newer:cnlovifz sync:9oncni1e failSyncing:dvsf2wnd rot:9w3mmccu"),
        (1804, false, "fill:78j8wr3w newer:2efzgbmi sync:6h489j7q sync:buxjmogo rot:7vlo0wo1"),
        (115, true, "crashWriting:2oz222rn failSyncing:6rhfwq66 crashSyncing:a0gbar0t rot:b7kxrx14 clone:6atsap5q"),
    ]

    @Test("hold what must always hold, whatever happens in them")
    func worlds() throws {
        for seed in Self.seeds { try Self.run(seed) }
    }

    @Test("are the same every time")
    func same() throws {
        for seed in [0, 1, 2] as [UInt64] {
            let events = WorldEvent.list(seed: seed)
            #expect(try World.run(seed: seed, events: events) == World.run(seed: seed, events: events))
        }
    }

    @Test("leave nothing behind")
    func leak() throws {
        weak var gone: World?
        weak var laptop: WorldLaptop?
        weak var store: AnyObject?
        weak var files: WorldFiles?
        try {
            let world = try World(seed: 1)
            for event in WorldEvent.list(seed: 1) { try world.happen(event) }
            gone = world
            laptop = world.laptops[0]
            store = world.laptops[0].store
            files = world.laptops[0].files
        }()
        #expect(gone == nil)
        #expect(laptop == nil)
        #expect(store == nil)
        #expect(files == nil)
    }

    @Test("that went wrong once do so no more")
    func corpus() throws {
        for world in Self.corpus {
            _ = try World.run(
                seed: world.seed, events: world.events.split(separator: " ").compactMap { WorldEvent($0) },
                isPlain: world.isPlain)
        }
    }

    static func run(_ seed: UInt64) throws {
        let events = WorldEvent.list(seed: seed)
        if ProcessInfo.processInfo.environment["BEATBOOK_WORLDS"] != nil {
            FileHandle.standardError.write(Data("world \(seed): \(events.count) events\n".utf8))
        }
        do {
            _ = try World.run(seed: seed, events: events)
        } catch {
            let short = shrink(seed, events)
            let reason = failure(seed, short) ?? "\(error)"
            Issue.record("seed \(seed): \(reason)\n\(short.map(\.description).joined(separator: " "))")
        }
    }

    private static func failure(_ seed: UInt64, _ events: [WorldEvent]) -> String? {
        do {
            _ = try World.run(seed: seed, events: events)
            return nil
        } catch {
            return "\(error)"
        }
    }

    /// Leaves out what is not needed for the failure: halves first, then ever smaller parts (Zeller's ddmin).
    private static func shrink(_ seed: UInt64, _ events: [WorldEvent]) -> [WorldEvent] {
        var left = events
        var size = max(1, left.count / 2)
        while true {
            var start = 0
            var isShorter = false
            while start < left.count {
                var fewer = left
                fewer.removeSubrange(start..<min(left.count, start + size))
                if failure(seed, fewer) != nil {
                    left = fewer
                    isShorter = true
                } else {
                    start += size
                }
            }
            if size == 1, !isShorter { return left }
            size = max(1, size / 2)
        }
    }
}
