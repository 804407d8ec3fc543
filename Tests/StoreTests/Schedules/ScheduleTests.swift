import Foundation
import TestSupport
import Testing

@testable import Store

/// Ten thousand invented lives in `.ci/run` (`BEATBOOK_LONG=1`, release), a few hundred everywhere else.
///
///     BEATBOOK_SCHEDULES=1000000   so many lives
///     BEATBOOK_SCHEDULES=10000-20000   those of other seeds
///     BEATBOOK_SCHEDULE=4711       one life, told step by step
@Suite("Simulated lives of a notebook")
struct ScheduleTests {
    private static let chunks = 20
    private static let environment = ProcessInfo.processInfo.environment
    private static let seeds: Range<Int> = {
        let chosen = environment["BEATBOOK_SCHEDULES"]?.split(separator: "-").compactMap { Int($0) } ?? []
        if chosen.count == 2, chosen[0] < chosen[1] { return chosen[0]..<chosen[1] }
        return 0..<(chosen.first ?? (Extent.isLong ? 10_000 : 200))
    }()

    /// Mode and disk go by the seed: two of three are sealed, one of five lies on a disk that is not to be trusted.
    private static func life(_ seed: UInt64) -> Life {
        let weak: [SimulatedFileSystem.Rules] = [.fat, .smb, .lying]
        let rules =
            seed % 5 == 4 ? weak[Int(seed / 5 % 3)] : SimulatedFileSystem.Rules.honest[Int(seed / 3 % 2)]
        return Life(seed: seed, mode: seed % 3 == 0 ? .clear : .sealed, rules: rules)
    }

    @Test(
        "keep what was acknowledged, invent nothing, lose no text, open without help, use no nonce twice",
        arguments: 0..<chunks)
    func lives(_ chunk: Int) {
        let each = Self.seeds.count / Self.chunks
        let first = Self.seeds.lowerBound + chunk * each
        for seed in first..<first + each {
            let life = Self.life(UInt64(seed))
            life.run()
            #expect(life.problems.isEmpty, "seed \(seed), \(life.mode), \(life.rules)")
        }
    }

    @Test("go the same way from the same seed")
    func sameTrace() {
        for seed in stride(from: 7, to: 60, by: 4) as StrideTo<UInt64> {
            let traces = (0..<2).map { _ in
                let life = Self.life(seed)
                life.run()
                return life.trace.finish()
            }
            #expect(traces[0] == traces[1], "seed \(seed)")
        }
    }

    @Test("can be told", .enabled(if: environment["BEATBOOK_SCHEDULE"] != nil))
    func told() throws {
        let life = Self.life(try #require(Self.environment["BEATBOOK_SCHEDULE"].flatMap { UInt64($0) }))
        life.run()
        for line in life.story { print(line) }
        #expect(life.problems.isEmpty)
    }
}
