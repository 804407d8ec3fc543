/// An extent in cells; never negative.
public struct Size: Hashable, Sendable {
    /// Height in rows.
    public let rows: Int
    /// Width in columns.
    public let columns: Int

    /// An extent in cells.
    ///
    /// - Parameters:
    ///   - rows: height in rows; a negative value counts as 0.
    ///   - columns: width in columns; a negative value counts as 0.
    public init(rows: Int, columns: Int) {
        self.rows = max(0, rows)
        self.columns = max(0, columns)
    }
}
