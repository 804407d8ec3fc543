import Records
import TestSupport
import Testing

@Suite struct TextDifferenceTests {
    private static let alphabet = Array("楼上水管已换，。\n\n «»𠮷é") + ["👨‍👩‍👧", "e\u{301}", "\r\n"]

    private static func text(_ count: Int, _ random: inout SeededGenerator) -> String {
        String((0..<count).compactMap { _ in alphabet.randomElement(using: &random) })
    }

    /// Another text made from one by some edits.
    private static func edited(_ text: String, _ random: inout SeededGenerator) -> String {
        var characters = Array(text)
        for _ in 0..<Int.random(in: 0..<6, using: &random) {
            let place = Int.random(in: 0...characters.count, using: &random)
            if Bool.random(using: &random), place < characters.count {
                characters.remove(at: place)
            } else {
                characters.insert(contentsOf: Self.text(Int.random(in: 1..<5, using: &random), &random), at: place)
            }
        }
        return String(characters)
    }

    @Test(arguments: 0..<300)
    func `the pieces of either side are that side's text, and shared pieces agree`(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let left = Self.text(Int.random(in: 0..<60, using: &random), &random)
        let right = seed % 3 == 0 ? Self.text(40, &random) : Self.edited(left, &random)
        for budget in [0, 50, TextDifference.standardBudget] {
            let segments = TextDifference(left, right, budget: budget).segments
            #expect(Array(segments.map(\.left).joined().utf8) == Array(left.utf8))
            #expect(Array(segments.map(\.right).joined().utf8) == Array(right.utf8))
            for segment in segments where segment.isShared { #expect(segment.left == segment.right) }
            for (one, next) in zip(segments, segments.dropFirst()) { #expect(one.isShared != next.isShared) }
            if left == right { #expect(!segments.contains { !$0.isShared }) }
        }
    }

    @Test(arguments: 0..<200)
    func `a union holds every line of both`(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let left = Self.text(30, &random)
        let right = Self.edited(left, &random)
        let lines = Set(TextDifference.union(left, right).split(whereSeparator: \.isNewline))
        for line in (left + "\n" + right).split(whereSeparator: \.isNewline) { #expect(lines.contains(line)) }
        #expect(TextDifference.union(left, left) == left)
        #expect(TextDifference.union(left, "") == left || left.last?.isNewline == true)
    }

    @Test func `what differs is found within a sentence`() {
        let segments = TextDifference("楼上愿意下周换洗衣机水管。", "楼上已于当日换洗衣机水管。").segments
        #expect(segments.map(\.isShared) == [true, false, true])
        #expect(segments.map(\.left) == ["楼上", "愿意下周", "换洗衣机水管。"])
        #expect(segments.map(\.right) == ["楼上", "已于当日", "换洗衣机水管。"])
    }

    @Test func `a text with one word put in stays whole around it`() {
        let segments = TextDifference("一\n二\n四", "一\n二\n三\n四").segments
        #expect(segments.filter { !$0.isShared }.map(\.right).joined().contains("三"))
        #expect(TextDifference.union("一\n二\n四", "一\n三\n四") == "一\n二\n三\n四")
        #expect(TextDifference.union("甲", "甲\n乙") == "甲\n乙")
    }

    @Test func `very long texts are compared by lines, and their unequal beginnings and ends by characters`() {
        let line = String(repeating: "长", count: 200)
        let long = (0..<500).map { "\($0)\(line)" }.joined(separator: "\n")
        let other = long.replacing("\n250\(line)", with: "\n250改\(line)")
        let segments = TextDifference(long, other).segments
        #expect(segments.filter { !$0.isShared }.map(\.right) == ["改"])
        // Nothing in common at all: it ends all the same.
        let foreign = String(repeating: "外\n", count: 20_000)
        #expect(TextDifference(long, foreign).segments.map(\.left).joined() == long)
    }
}
