public import Records

/// A key and what it does, in the hint line.
public struct Hint: Hashable, Sendable {
    /// The keys as written: `1–5`, `Ctrl-N`.
    public let keys: String
    /// What they do.
    public let text: Label

    /// A hint.
    ///
    /// - Parameters:
    ///   - keys: the keys as written.
    ///   - text: what they do.
    public init(_ keys: String, _ text: Label) {
        self.keys = keys
        self.text = text
    }
}
