public import Records

/// What checking every hash, signature, commitment, chain and seal of a store brought to light.
public struct VerifyReport: Sendable {
    /// How many segments were checked.
    public internal(set) var segments = 0
    /// How many changes were checked.
    public internal(set) var changes = 0
    /// How many records' values were erased on record.
    public internal(set) var erased = 0
    /// How many bytes were read.
    public internal(set) var bytes = 0
    /// What is not as it should be; empty when everything is.
    public internal(set) var findings: [Finding] = []
    /// Where good copies are, by the names of the files that findings are about.
    public internal(set) var rescues: [String: Rescue] = [:]
    /// Streams of which only hashes and signatures were checked, since whoever unlocked the store has no key for them.
    public internal(set) var unopened: [Stream] = []

    init() {}
}
