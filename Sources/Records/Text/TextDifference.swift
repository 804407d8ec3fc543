/// Where two texts agree and where they differ, character by character as far as that is quick, line by line beyond.
///
/// The pieces of either side put together are that side's text again: nothing is left out and nothing is added.
public struct TextDifference: Hashable, Sendable {
    /// A piece in which the texts agree, or one in which they differ.
    public struct Segment: Hashable, Sendable {
        /// What the left text has there; empty where only the right one has something.
        public let left: String
        /// What the right text has there.
        public let right: String
        /// Whether the texts agree there.
        public let isShared: Bool
    }

    /// The pieces from the beginning to the end.
    public let segments: [Segment]

    /// How many comparisons are made at most: some milliseconds.
    public static let standardBudget = 400_000

    /// Compares two texts.
    ///
    /// - Parameters:
    ///   - left: one text.
    ///   - right: the other.
    ///   - budget: how many comparisons are made at most; beyond it whole lines count as different.
    /// - Complexity: O(length of both texts + budget).
    public init(_ left: String, _ right: String, budget: Int = standardBudget) {
        var comparison = Comparison(budget: budget)
        comparison.compareLines(Self.lines(left), Self.lines(right))
        segments = comparison.segments(isRefined: true)
    }

    /// Both texts in one: lines that both have stand once, of the others the left text's come first.
    ///
    /// - Parameters:
    ///   - left: one text.
    ///   - right: the other.
    /// - Returns: a text that holds every line of either.
    public static func union(_ left: String, _ right: String) -> String {
        guard left != right else { return left }
        var comparison = Comparison(budget: standardBudget)
        comparison.isByLine = true
        // With every line closed, a last line without a line feed is the same line as one with it.
        comparison.compareLines(lines(closed(left)), lines(closed(right)))
        var text = comparison.segments(isRefined: false).map { $0.isShared ? $0.left : $0.left + $0.right }.joined()
        if !left.hasSuffix("\n"), !right.hasSuffix("\n"), text.last == "\n" { text.removeLast() }
        return text
    }

    private static func closed(_ text: String) -> String {
        text.isEmpty || text.last?.isNewline == true ? text : text + "\n"
    }

    /// The lines of a text, each with the line feed that ends it.
    private static func lines(_ text: String) -> [Substring] {
        var result: [Substring] = []
        var start = text.startIndex
        while start < text.endIndex {
            let end = text[start...].firstIndex(where: \.isNewline).map { text.index(after: $0) } ?? text.endIndex
            result.append(text[start..<end])
            start = end
        }
        return result
    }
}

extension TextDifference {
    /// Collects the pieces while two texts are compared.
    private struct Comparison {
        var budget: Int
        /// Whether lines are left whole.
        var isByLine = false
        private var pieces: [(left: [Character], right: [Character], isShared: Bool)] = []

        init(budget: Int) { self.budget = budget }

        mutating func compareLines(_ left: [Substring], _ right: [Substring]) {
            for hunk in hunks(left, right) {
                let first = hunk.left.flatMap { Array(left[$0]) }
                let second = hunk.right.flatMap { Array(right[$0]) }
                if hunk.isShared || isByLine {
                    add(first, second, hunk.isShared)
                } else {
                    for part in hunks(first, second) {
                        add(Array(first[part.left]), Array(second[part.right]), part.isShared)
                    }
                }
            }
        }

        private mutating func add(_ left: [Character], _ right: [Character], _ isShared: Bool) {
            guard !left.isEmpty || !right.isEmpty else { return }
            guard let last = pieces.indices.last, pieces[last].isShared == isShared else {
                return pieces.append((left, right, isShared))
            }
            pieces[last].left += left
            pieces[last].right += right
        }

        /// The pieces; refined, a single character between two differences belongs to them, for the eye's sake.
        func segments(isRefined: Bool) -> [Segment] {
            var joined = Comparison(budget: 0)
            let pieces = isRefined ? slid() : self.pieces
            for (place, piece) in pieces.enumerated() {
                let isIsland =
                    isRefined && piece.isShared && piece.left.count == 1 && piece.left.first?.isNewline == false
                    && place > 0 && place + 1 < pieces.count
                joined.add(piece.left, piece.right, piece.isShared && !isIsland)
            }
            return joined.pieces.map { Segment(left: String($0.left), right: String($0.right), isShared: $0.isShared) }
        }

        /// What only one side has can often stand a little earlier or later; it reads best as a line of its own.
        private func slid() -> [(left: [Character], right: [Character], isShared: Bool)] {
            var result = pieces
            for place in result.indices.dropFirst() where !result[place].isShared {
                let isLeft = result[place].right.isEmpty
                guard isLeft || result[place].left.isEmpty, place + 1 < result.count else { continue }
                var own = isLeft ? result[place].left : result[place].right
                let after = result[place + 1]
                var moved = 0
                while moved < min(after.left.count, own.count), own.first?.isNewline == false,
                    own.first == after.left[moved]
                {
                    own.append(own.removeFirst())
                    moved += 1
                }
                guard moved > 0, own.first?.isNewline == true else { continue }
                result[place - 1].left += after.left[..<moved]
                result[place - 1].right += after.right[..<moved]
                result[place] = (isLeft ? own : [], isLeft ? [] : own, false)
                result[place + 1] = (Array(after.left[moved...]), Array(after.right[moved...]), true)
            }
            return result.filter { !$0.left.isEmpty || !$0.right.isEmpty }
        }

        /// What two rows of elements have in common, in order, and what stands between (Myers, by the standard library).
        ///
        /// Beginning and end that agree cost nothing. What is between is compared only while the budget lasts; then it counts as different.
        private mutating func hunks<Element: Hashable>(
            _ left: [Element], _ right: [Element]
        ) -> [(left: Range<Int>, right: Range<Int>, isShared: Bool)] {
            var head = 0
            while head < min(left.count, right.count), left[head] == right[head] { head += 1 }
            var tail = 0
            while tail < min(left.count, right.count) - head,
                left[left.count - 1 - tail] == right[right.count - 1 - tail]
            {
                tail += 1
            }
            var result = [(left: 0..<head, right: 0..<head, isShared: true)]
            let middle = (left: head..<(left.count - tail), right: head..<(right.count - tail))
            result += between(left, middle.left, right, middle.right)
            result.append((left.count - tail..<left.count, right.count - tail..<right.count, true))
            return result.filter { !$0.left.isEmpty || !$0.right.isEmpty }
        }

        private mutating func between<Element: Hashable>(
            _ left: [Element], _ leftRange: Range<Int>, _ right: [Element], _ rightRange: Range<Int>
        ) -> [(left: Range<Int>, right: Range<Int>, isShared: Bool)] {
            let cost = leftRange.count * rightRange.count
            guard cost > 0, cost <= budget else { return [(leftRange, rightRange, false)] }
            budget -= cost
            let changes = right[rightRange].difference(from: left[leftRange])
            var removed: Set<Int> = []
            var inserted: Set<Int> = []
            for change in changes {
                switch change {
                case .remove(let offset, _, _): removed.insert(leftRange.lowerBound + offset)
                case .insert(let offset, _, _): inserted.insert(rightRange.lowerBound + offset)
                }
            }
            var result: [(left: Range<Int>, right: Range<Int>, isShared: Bool)] = []
            var (first, second) = (leftRange.lowerBound, rightRange.lowerBound)
            while first < leftRange.upperBound || second < rightRange.upperBound {
                let start = (first, second)
                while removed.contains(first) { first += 1 }
                while inserted.contains(second) { second += 1 }
                if (first, second) != start { result.append((start.0..<first, start.1..<second, false)) }
                let shared = (first, second)
                while first < leftRange.upperBound, second < rightRange.upperBound, !removed.contains(first),
                    !inserted.contains(second)
                {
                    first += 1
                    second += 1
                }
                if first != shared.0 { result.append((shared.0..<first, shared.1..<second, true)) }
            }
            return result
        }
    }
}
