/// Whether what is on disk can be read by eye.
///
/// Chosen at creation, never mixed (STORE.md, Mode).
public enum StoreMode: String, Sendable, CaseIterable {
    /// Readable JSON.
    case clear
    /// Encrypted.
    case sealed
}
