/// The two streams of a store; each has its own log, segments, keys and index.
public enum Stream: String, Sendable, CaseIterable, Comparable {
    /// What everyone at the police room may open.
    case general
    /// What only some may open: RIGHTS.md rule 4.
    case restricted

    /// Whether the first stands before the second.
    public static func < (left: Stream, right: Stream) -> Bool { left.rawValue < right.rawValue }
}
