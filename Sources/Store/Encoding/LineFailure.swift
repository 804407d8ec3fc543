/// A stored line that is not what it should be.
struct LineFailure: Error, Hashable, Sendable {
    /// How far it could be read, in bytes.
    let offset: Int
}
