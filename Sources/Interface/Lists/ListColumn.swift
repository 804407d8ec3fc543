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

    /// A column.
    ///
    /// - Parameters:
    ///   - title: what stands above it.
    ///   - width: how wide it is.
    ///   - alignment: where its texts stand.
    public init(
        _ title: String? = nil, width: Width = .flexible(min: 8, share: 1), alignment: TextAlignment = .left
    ) {
        self.title = title
        self.width = width
        self.alignment = alignment
    }

    /// The columns each gets; those at the right end give way when there is no room.
    ///
    /// - Parameters:
    ///   - columns: the columns of the list.
    ///   - room: the columns there are, gaps included.
    ///   - gap: free columns between two.
    /// - Returns: a width for each; 0 hides it.
    static func widths(of columns: [ListColumn], room: Int, gap: Int) -> [Int] {
        var least = columns.map { column in
            switch column.width {
            case .fixed(let width): width
            case .flexible(let width, _): width
            }
        }
        var kept = columns.count
        while kept > 1, least[..<kept].reduce(0, +) + (kept - 1) * gap > room { kept -= 1 }
        for index in columns.indices.dropFirst(kept) { least[index] = 0 }
        guard kept > 0 else { return [] }
        var rest = room - least.reduce(0, +) - (kept - 1) * gap
        if rest < 0 {
            least[0] = max(0, least[0] + rest)
            rest = 0
        }
        let shares = columns.indices.map { index in
            if index < kept, case .flexible(_, let share) = columns[index].width { share } else { 0 }
        }
        var total = shares.reduce(0, +)
        for index in columns.indices where shares[index] > 0 {
            let part = rest * shares[index] / max(1, total)
            least[index] += part
            rest -= part
            total -= shares[index]
        }
        return least
    }
}
