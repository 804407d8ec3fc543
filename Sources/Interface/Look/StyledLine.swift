public import Themes

/// One row of text made of pieces with different meanings.
public struct StyledLine: Hashable, Sendable, ExpressibleByStringLiteral {
    /// The pieces from left to right.
    public var spans: [Span]

    /// A row of pieces.
    ///
    /// - Parameter spans: the pieces from left to right.
    public init(_ spans: [Span]) { self.spans = spans }

    /// A row of one piece.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - role: what it means.
    public init(_ text: String, _ role: Role = .text) { spans = [Span(text, role)] }

    /// Takes a text.
    public init(stringLiteral value: String) { self.init(value) }

    /// The text without its meanings.
    public var text: String { spans.map(\.text).joined() }

    /// Puts two rows together.
    ///
    /// - Parameters:
    ///   - left: the left part.
    ///   - right: the right part.
    /// - Returns: one row.
    public static func + (left: StyledLine, right: StyledLine) -> StyledLine {
        StyledLine(left.spans + right.spans)
    }
}
