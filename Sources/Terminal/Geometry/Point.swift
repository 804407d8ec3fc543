/// A cell's place on the screen, counted from the top left corner.
public struct Point: Hashable, Sendable {
    /// Rows from the top, starting at 0.
    public var row: Int
    /// Columns from the left, starting at 0.
    public var column: Int

    /// A place on the screen.
    ///
    /// - Parameters:
    ///   - row: rows from the top, starting at 0.
    ///   - column: columns from the left, starting at 0.
    public init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }

    /// The top left corner.
    public static let zero = Point(row: 0, column: 0)
}
