/// A rectangle of cells; it may be empty and may lie partly outside the canvas it is used on.
public struct Rect: Hashable, Sendable {
    /// The top left cell.
    public var origin: Point
    /// The extent.
    public var size: Size

    /// A rectangle from its corner and extent.
    ///
    /// - Parameters:
    ///   - origin: the top left cell.
    ///   - size: the extent in cells.
    public init(origin: Point, size: Size) {
        self.origin = origin
        self.size = size
    }

    /// A rectangle from four numbers.
    ///
    /// - Parameters:
    ///   - row: the top row.
    ///   - column: the leftmost column.
    ///   - rows: height in rows.
    ///   - columns: width in columns.
    public init(row: Int, column: Int, rows: Int, columns: Int) {
        self.init(origin: Point(row: row, column: column), size: Size(rows: rows, columns: columns))
    }

    /// The rows covered.
    public var rowRange: Range<Int> { origin.row..<(origin.row + size.rows) }
    /// The columns covered.
    public var columnRange: Range<Int> { origin.column..<(origin.column + size.columns) }
    /// Whether no cell is covered.
    public var isEmpty: Bool { size.rows == 0 || size.columns == 0 }

    /// Whether a cell is inside.
    ///
    /// - Parameter point: the cell.
    /// - Returns: true when the rectangle covers it.
    public func contains(_ point: Point) -> Bool {
        rowRange.contains(point.row) && columnRange.contains(point.column)
    }

    /// The part shared with another rectangle.
    ///
    /// - Parameter other: the other rectangle.
    /// - Returns: the cells in both; empty when they do not meet.
    public func intersection(_ other: Rect) -> Rect {
        let top = max(origin.row, other.origin.row)
        let left = max(origin.column, other.origin.column)
        let bottom = min(rowRange.upperBound, other.rowRange.upperBound)
        let right = min(columnRange.upperBound, other.columnRange.upperBound)
        return Rect(row: top, column: left, rows: bottom - top, columns: right - left)
    }

    /// The rectangle without a border of the given thickness.
    ///
    /// - Parameters:
    ///   - rows: rows taken off at the top and again at the bottom.
    ///   - columns: columns taken off at the left and again at the right.
    /// - Returns: what is left; empty when nothing is.
    public func inset(rows: Int, columns: Int) -> Rect {
        Rect(
            row: origin.row + rows, column: origin.column + columns,
            rows: size.rows - 2 * rows, columns: size.columns - 2 * columns)
    }
}
