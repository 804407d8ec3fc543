/// Where a rebuild has work done beside its own thread.
///
/// Whoever opens the index provides it: this room starts no threads.
public struct Helper {
    /// Starts a piece of work; the closure it returns waits for its end, or does it there and then.
    let start: (@escaping @Sendable () -> Void) -> () -> Void

    /// Names a place where work is done.
    ///
    /// - Parameter start: starts a piece of work; the closure it returns is called once and returns when the work is done.
    public init(_ start: @escaping (@escaping @Sendable () -> Void) -> () -> Void) { self.start = start }

    /// Does everything when its result is asked for.
    public static var none: Helper { Helper { job in job } }
}
