/// How a process ended.
package enum ProcessEnding: Hashable, Sendable {
    /// It returned a status, 0–255.
    case exited(Int32)
    /// A signal ended it.
    case signalled(Int32)
}
