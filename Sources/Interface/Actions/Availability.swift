public import Records

/// Whether an action can be taken now, or why not.
public enum Availability: Hashable, Sendable {
    /// It can.
    case available
    /// It cannot; the text says why and what to do next.
    case refused(Label)

    /// Why not; `nil` when it can.
    public var reason: Label? {
        if case .refused(let reason) = self { reason } else { nil }
    }
}
