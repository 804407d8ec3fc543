/// Where a list gets its rows from.
///
/// Only the rows that are seen are asked for, so there may be 100,000s.
public struct RowSource {
    /// How many rows there are, headings and free rows included.
    public let count: Int
    /// The rows of a range within the count.
    public let rows: (Range<Int>) -> [ListRow]

    /// A source.
    ///
    /// - Parameters:
    ///   - count: how many rows there are.
    ///   - rows: gives the rows of a range; fewer than asked for are drawn as free rows.
    public init(count: Int, rows: @escaping (Range<Int>) -> [ListRow]) {
        self.count = count
        self.rows = rows
    }

    /// Rows that are all there already.
    ///
    /// - Parameter rows: the rows.
    public init(_ rows: [ListRow]) {
        self.init(count: rows.count) { Array(rows[$0.clamped(to: rows.indices)]) }
    }

    /// One row; a free row outside the source.
    ///
    /// - Parameter index: its place.
    /// - Returns: the row.
    public subscript(index: Int) -> ListRow {
        (0..<count).contains(index) ? rows(index..<(index + 1)).first ?? .space : .space
    }
}
