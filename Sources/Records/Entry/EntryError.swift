/// What was typed is not understood; the text says which forms are.
public struct EntryError: Error, Hashable, Sendable {
    /// What is wrong and what to type instead.
    public let message: Label

    /// An error.
    ///
    /// - Parameter message: what is wrong and what to type instead.
    public init(_ message: Label) { self.message = message }
}
