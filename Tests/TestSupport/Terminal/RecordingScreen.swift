import Synchronization
package import Terminal

/// A screen without a terminal: events come from a script, frames are kept.
package final class RecordingScreen: Screen {
    package private(set) var size: Size
    package let textWidth: TextWidth
    package let colorDepth: ColorDepth
    /// Every frame shown, oldest first.
    package private(set) var frames: [Canvas] = []
    /// How often a full repaint was asked for.
    package private(set) var redrawCount = 0
    /// How often the bell rang.
    package private(set) var bellCount = 0
    /// How often the process was stopped and continued.
    package private(set) var suspendCount = 0
    /// Whether the screen was closed.
    package private(set) var isClosed = false

    private var script: [InputEvent]
    private var isHungUp = false
    private let wakes = WakeFlag()

    /// A screen of the given extent.
    package init(
        size: Size = Size(rows: 24, columns: 80), events: [InputEvent] = [], textWidth: TextWidth = .standard,
        colorDepth: ColorDepth = .sixteen
    ) {
        self.size = size
        self.textWidth = textWidth
        self.colorDepth = colorDepth
        script = events
    }

    /// The frame shown now; nil before the first.
    package var frame: Canvas? { frames.last }

    /// The text of the frame shown now.
    package var text: String { frames.last?.text() ?? "" }

    package var waker: Waker {
        let wakes = wakes
        return Waker { wakes.raise() }
    }

    /// Adds events to the end of the script.
    package func append(_ events: [InputEvent]) { script += events }

    /// Adds keys by name, such as `press("Ctrl-N", "Down", "Enter")`.
    ///
    /// A name that is no key is typed as text.
    package func press(_ names: String...) {
        for name in names {
            if let key = Key(name: name) {
                script.append(.key(key))
            } else {
                type(name)
            }
        }
    }

    /// Adds the keys of a text, one scalar at a time as a terminal sends it.
    package func type(_ text: String) {
        script += text.unicodeScalars.map { $0 == "\n" ? .key(.enter) : .key(.character(Character($0))) }
    }

    /// Adds a change of the terminal's extent.
    package func resize(rows: Int, columns: Int) { script.append(.resize(Size(rows: rows, columns: columns))) }

    /// Whether every event was taken.
    package var isExhausted: Bool { script.isEmpty }

    package var hasPendingInput: Bool { !script.isEmpty || wakes.isRaised }

    /// The next event of the script; without one, `.wake` if woken, `.timeout` if a limit was given, else `.hangup`, so
    /// that a loop under test ends instead of waiting for ever.
    package func nextEvent(timeoutMilliseconds: Int?) -> InputEvent {
        if isHungUp { return .hangup }
        if wakes.take() { return .wake }
        guard !script.isEmpty else { return timeoutMilliseconds == nil ? .hangup : .timeout }
        let event = script.removeFirst()
        switch event {
        case .resize(let new): size = new
        case .hangup: isHungUp = true
        default: break
        }
        return event
    }

    package func present(_ canvas: Canvas) {
        if !isClosed { frames.append(canvas) }
    }

    package func redrawAll() { redrawCount += 1 }
    package func bell() { bellCount += 1 }
    package func suspend() { suspendCount += 1 }
    package func outside<Result>(_ body: () throws -> Result) rethrows -> Result { try body() }
    package func close() { isClosed = true }
}

/// A flag that may be raised on any thread.
private final class WakeFlag: Sendable {
    private let flag = Mutex(false)

    var isRaised: Bool { flag.withLock { $0 } }

    func raise() { flag.withLock { $0 = true } }

    func take() -> Bool {
        flag.withLock { raised in
            defer { raised = false }
            return raised
        }
    }
}
