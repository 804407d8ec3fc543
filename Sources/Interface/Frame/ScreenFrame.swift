public import Terminal

/// Where things stand on every screen: the work, one status line, one line of keys.
public struct ScreenFrame: Hashable, Sendable {
    /// The whole screen.
    public let bounds: Rect
    /// The place for the work.
    public let work: Rect
    /// The status line.
    public let status: Rect
    /// The line of keys; never holds a field, since an input method's window would cover it.
    public let hints: Rect

    /// The frame of a screen.
    ///
    /// - Parameter size: the screen's extent.
    public init(_ size: Size) {
        bounds = Rect(origin: .zero, size: size)
        work = Rect(row: 0, column: 0, rows: size.rows - 3, columns: size.columns)
        status = Rect(row: max(0, size.rows - 3), column: 0, rows: min(1, size.rows), columns: size.columns)
        hints = Rect(row: max(0, size.rows - 1), column: 0, rows: min(1, size.rows), columns: size.columns)
    }

    /// The smallest screen with the full layout (`DESIGN.md` §6.7).
    public static let smallest = Size(rows: 24, columns: 80)

    /// Whether a screen is large enough.
    ///
    /// - Parameter size: the screen's extent.
    /// - Returns: whether the full layout fits.
    public static func fits(_ size: Size) -> Bool {
        size.rows >= smallest.rows && size.columns >= smallest.columns
    }

    /// Whether list and detail stand side by side.
    ///
    /// - Parameter size: the extent of the place for the work.
    /// - Returns: whether there are at least 100 columns.
    public static func isWide(_ size: Size) -> Bool { size.columns >= 100 }

    /// List on the left, detail on the right, with a rule between them.
    ///
    /// - Parameter area: the place for both.
    /// - Returns: the three places; on a narrow screen the list takes all and the others are empty.
    public static func sideBySide(_ area: Rect) -> (list: Rect, rule: Rect, detail: Rect) {
        let rows = area.size.rows
        let row = area.origin.row
        guard isWide(area.size) else {
            let none = Rect(row: row, column: area.columnRange.upperBound, rows: rows, columns: 0)
            return (area, none, none)
        }
        let left = max(40, area.size.columns * 43 / 100)
        let column = area.origin.column
        return (
            Rect(row: row, column: column, rows: rows, columns: left),
            Rect(row: row, column: column + left, rows: rows, columns: 1),
            Rect(row: row, column: column + left + 1, rows: rows, columns: area.size.columns - left - 1)
        )
    }
}
