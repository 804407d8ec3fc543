/// Where a good copy of a damaged file is.
public struct Rescue: Hashable, Sendable {
    /// Directories that were searched and hold a good copy.
    public let copies: [String]
    /// Laptops whose own files say that they have it; they bring it with the next sync.
    public let writers: [WriterID]

    /// Makes an answer.
    ///
    /// - Parameters:
    ///   - copies: directories that hold a good copy.
    ///   - writers: laptops that have it.
    public init(copies: [String], writers: [WriterID]) {
        self.copies = copies
        self.writers = writers
    }
}
