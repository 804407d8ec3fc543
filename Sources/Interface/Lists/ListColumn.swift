public import Terminal

/// A column of a list.
public struct ListColumn: Hashable, Sendable {
    /// How wide it is.
    public enum Width: Hashable, Sendable {
        /// Always so many columns.
        case fixed(Int)
        /// A share of what is left, at least so many columns.
        case flexible(min: Int, share: Int)
    }

    /// What stands above it; `nil` when nothing does.
    public let title: String?
    /// How wide it is.
    public let width: Width
    /// Where its texts stand; numbers and dates at the right.
    public let alignment: TextAlignment
    /// Which columns give way first when there is no room: the highest, and among equals the rightmost.
    public let rank: Int
    /// Whether it stands beside what names the row: the bar of the selection ends before it, and it keeps its colours.
    public let isAside: Bool

    /// A column.
    ///
    /// - Parameters:
    ///   - title: what stands above it.
    ///   - width: how wide it is.
    ///   - alignment: where its texts stand.
    ///   - rank: which columns give way first: the highest.
    ///   - isAside: whether the bar of the selection ends before it.
    public init(
        _ title: String? = nil, width: Width = .flexible(min: 8, share: 1), alignment: TextAlignment = .left,
        rank: Int = 0, isAside: Bool = false
    ) {
        self.title = title
        self.width = width
        self.alignment = alignment
        self.rank = rank
        self.isAside = isAside
    }

    /// The columns each gets; those of the highest rank give way when there is no room.
    ///
    /// - Parameters:
    ///   - columns: the columns of the list.
    ///   - room: the columns there are, gaps included.
    ///   - gap: free columns between two.
    /// - Returns: a width for each; 0 hides it.
    static func widths(of columns: [ListColumn], room: Int, gap: Int) -> [Int] {
        var widths = columns.map { column in
            switch column.width {
            case .fixed(let width): width
            case .flexible(let width, _): width
            }
        }
        var kept = Array(columns.indices)
        func used() -> Int { kept.reduce(0) { $0 + widths[$1] } + max(0, kept.count - 1) * gap }
        while kept.count > 1, used() > room {
            let highest = kept.map { columns[$0].rank }.max() ?? 0
            guard let last = kept.lastIndex(where: { columns[$0].rank == highest }) else { break }
            widths[kept.remove(at: last)] = 0
        }
        guard let first = kept.first else { return [] }
        var rest = room - used()
        if rest < 0 {
            widths[first] = max(0, widths[first] + rest)
            rest = 0
        }
        func share(_ index: Int) -> Int { if case .flexible(_, let share) = columns[index].width { share } else { 0 } }
        var total = kept.reduce(0) { $0 + share($1) }
        for index in kept where share(index) > 0 {
            let part = rest * share(index) / max(1, total)
            widths[index] += part
            rest -= part
            total -= share(index)
        }
        return widths
    }
}
