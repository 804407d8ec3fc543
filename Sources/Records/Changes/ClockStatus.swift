/// What the laptop knew about its clock when a change was written.
///
/// Stored as data; it never orders anything.
public enum ClockStatus: String, Sendable {
    /// Nothing spoke against it.
    case trusted
    /// It stood before the newest change already known, or far ahead of it.
    case doubtful
}
