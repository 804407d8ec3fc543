import Themes

/// A simple bar that says what it is out of: `████░░ 52/80`.
public struct Bar: Hashable, Sendable {
    /// How much is done.
    public let done: Int
    /// Out of how much.
    public let total: Int
    /// How many columns the bar takes, without the numbers.
    public let columns: Int

    /// A bar.
    ///
    /// - Parameters:
    ///   - done: how much is done.
    ///   - total: out of how much.
    ///   - columns: how many columns the bar takes.
    public init(_ done: Int, of total: Int, columns: Int) {
        self.done = done
        self.total = total
        self.columns = max(0, columns)
    }

    /// The bar as a row of text.
    ///
    /// It looks full only when all is done, and empty only when nothing is.
    public var line: StyledLine {
        var filled = 0
        if total > 0, done > 0 {
            filled = done >= total ? columns : min(max(1, columns * done / total), max(0, columns - 1))
        }
        return StyledLine([
            Span(String(repeating: "█", count: filled), .bar),
            Span(String(repeating: "░", count: columns - filled), .barEmpty),
            Span(" \(done)/\(total)"),
        ])
    }
}
