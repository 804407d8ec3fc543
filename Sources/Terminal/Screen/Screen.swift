/// Where frames go and events come from: a terminal, or a recording in tests.
///
/// A screen belongs to one thread; only ``waker`` may be used elsewhere.
public protocol Screen: AnyObject {
    /// The extent in cells; changes only together with ``InputEvent/resize(_:)``.
    var size: Size { get }
    /// The widths this screen draws with; make every canvas with it.
    var textWidth: TextWidth { get }
    /// How many colours there are.
    var colorDepth: ColorDepth { get }
    /// Wakes ``nextEvent(timeoutMilliseconds:)`` from another thread.
    var waker: Waker { get }

    /// Waits for something to happen.
    ///
    /// - Parameter timeoutMilliseconds: the longest wait; nil waits without end, 0 only looks.
    /// - Returns: the event; ``InputEvent/timeout`` when nothing happened in time. After
    ///   ``InputEvent/hangup`` every call returns it again at once.
    func nextEvent(timeoutMilliseconds: Int?) -> InputEvent

    /// Whether input is waiting that ``nextEvent(timeoutMilliseconds:)`` would return at once.
    ///
    /// A loop that paints only when this is false keeps up with pasted or repeated keys.
    var hasPendingInput: Bool { get }

    /// Shows a frame; only what differs from the last one is sent.
    ///
    /// - Parameter canvas: the frame; parts outside ``size`` are not shown.
    func present(_ canvas: Canvas)

    /// Forgets what the terminal shows, so that the next frame is sent whole (Ctrl-L).
    func redrawAll()

    /// Sounds the bell, or flashes where there is none.
    func bell()

    /// Gives the terminal back, stops the process and returns when it is continued, with the terminal taken again.
    func suspend()

    /// Gives the terminal back for the time of a function, such as a pager or a passphrase question.
    ///
    /// - Parameter body: what runs with the terminal in its usual state.
    /// - Returns: what the function returns.
    /// - Throws: what the function throws.
    func outside<Result>(_ body: () throws -> Result) rethrows -> Result

    /// Gives the terminal back for good; further frames are ignored.
    func close()
}
