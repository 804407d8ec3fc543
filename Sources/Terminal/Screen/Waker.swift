/// Wakes a screen's ``Screen/nextEvent(timeoutMilliseconds:)`` from another thread.
public struct Waker: Sendable {
    private let action: @Sendable () -> Void

    /// A waker.
    ///
    /// - Parameter action: makes the waiting call return; may run on any thread, at any time.
    public init(_ action: @escaping @Sendable () -> Void) { self.action = action }

    /// Makes the main loop's wait return ``InputEvent/wake``; several calls before it does count as one.
    public func wake() { action() }
}
