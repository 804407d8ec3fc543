/// What reading a stream brought to light.
public struct ReadReport: Sendable {
    /// Everything that was read, now contained in the caller's index.
    public internal(set) var heads: Heads
    /// How many changes were handed over.
    public internal(set) var changes = 0
    /// Damage that was found.
    public internal(set) var findings: [Finding] = []

    init(heads: Heads) {
        self.heads = heads
    }
}
