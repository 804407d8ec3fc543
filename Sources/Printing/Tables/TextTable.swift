/// A table in plain text: lined up for a reader, parted by tabs for a program.
public struct TextTable: Sendable {
    /// How it is written.
    public enum Layout: Hashable, Sendable {
        /// Lined up with spaces; cells that do not fit into so many columns all together are cut in the widest of them.
        case aligned(columns: Int)
        /// Parted by tabs, whole, without heading lines or padding.
        case tabs
    }

    /// The headings.
    public let headings: [String]
    /// The rows, each as long as the headings.
    public private(set) var rows: [[String]] = []

    /// The columns that are never cut, by their place: half an identity is of no use.
    public let whole: Set<Int>

    /// Makes an empty table.
    ///
    /// - Parameters:
    ///   - headings: the headings; none gives a table without a heading line.
    ///   - whole: the columns that are never cut, by their place.
    public init(_ headings: [String], whole: Set<Int> = []) {
        self.headings = headings
        self.whole = whole
    }

    /// Adds a row.
    ///
    /// - Parameter cells: any texts; they are made fit to stand on one line.
    public mutating func add(_ cells: [String]) {
        rows.append(cells.map(PlainText.line))
    }

    /// The lines of the table.
    ///
    /// - Parameter layout: how it is written.
    /// - Returns: the lines, without line ends.
    public func lines(_ layout: Layout) -> [String] {
        switch layout {
        case .tabs: return rows.map { $0.joined(separator: "\t") }
        case .aligned(let columns):
            // A column that is empty throughout only takes room.
            let kept = (0..<(rows.first?.count ?? 0)).filter { index in rows.contains { !$0[index].isEmpty } }
            let heading = headings.allSatisfy(\.isEmpty) ? [] : [headings]
            let all = (heading + rows).map { row in kept.map { row[$0] } }
            let widths = fitted(natural(all), whole: kept.map(whole.contains), into: columns)
            return all.map { line($0, widths) }
        }
    }

    private static let gap = 2
    /// No column is cut to less.
    private static let least = 8

    private func natural(_ all: [[String]]) -> [Int] {
        var widths: [Int] = []
        for row in all {
            for (index, cell) in row.enumerated() {
                let width = ColumnWidth.of(cell)
                if index < widths.count { widths[index] = max(widths[index], width) } else { widths.append(width) }
            }
        }
        return widths
    }

    /// Takes from the widest column until the table fits; what is narrow stays whole.
    private func fitted(_ natural: [Int], whole: [Bool], into columns: Int) -> [Int] {
        var widths = natural
        var excess = widths.reduce(0, +) + Self.gap * max(0, widths.count - 1) - columns
        let open = widths.indices.filter { !whole[$0] }
        while excess > 0, let index = open.max(by: { widths[$0] < widths[$1] }), widths[index] > Self.least {
            let others = open.map { widths[$0] }.filter { $0 < widths[index] }.max() ?? Self.least
            let step = min(excess, widths[index] - max(Self.least, min(others, widths[index] - 1)))
            widths[index] -= step
            excess -= step
        }
        return widths
    }

    private func line(_ cells: [String], _ widths: [Int]) -> String {
        var result = ""
        for (index, cell) in cells.enumerated() {
            let text = ColumnWidth.cut(cell, to: widths[index])
            result += text
            guard index < cells.count - 1 else { break }
            result += String(repeating: " ", count: widths[index] - ColumnWidth.of(text) + Self.gap)
        }
        while result.last == " " { result.removeLast() }
        return result
    }
}
