public import Themes

/// A piece of text with its meaning.
public struct Span: Hashable, Sendable {
    /// The text; it stands on one row.
    public let text: String
    /// What it means.
    public let role: Role

    /// A piece of text.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - role: what it means.
    public init(_ text: String, _ role: Role = .text) {
        self.text = text
        self.role = role
    }
}
