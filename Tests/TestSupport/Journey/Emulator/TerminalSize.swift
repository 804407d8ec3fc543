/// The size of a terminal in character cells.
package struct TerminalSize: Hashable, Sendable {
    package var columns: Int
    package var rows: Int

    /// Makes a size.
    ///
    /// - Parameters:
    ///   - columns: cells in a row, at least 1.
    ///   - rows: rows, at least 1.
    package init(columns: Int, rows: Int) {
        self.columns = max(1, columns)
        self.rows = max(1, rows)
    }

    /// The smallest full layout of the design, 80×24.
    package static let standard = TerminalSize(columns: 80, rows: 24)
    /// The size at which list and detail stand side by side, 100×30.
    package static let wide = TerminalSize(columns: 100, rows: 30)
}
