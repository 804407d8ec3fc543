/// Why the notebook was closed.
public enum ExitReason: Hashable, Sendable {
    /// The officer closed it.
    case quit
    /// The system asked for it.
    case terminated
    /// The terminal is gone.
    case hangup
}
