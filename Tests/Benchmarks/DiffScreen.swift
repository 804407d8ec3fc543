import Terminal

/// A screen without a terminal that does what a terminal's does before ncurses: it compares each frame with the last.
final class DiffScreen: Screen {
    private(set) var size = Size(rows: 24, columns: 80)
    let textWidth = TextWidth.standard
    let colorDepth = ColorDepth.sixteen
    let waker = Waker {}
    let hasPendingInput = false
    /// How many cells were sent.
    private(set) var cells = 0
    private var shown: Canvas?

    /// The frame shown now.
    var text: String { shown?.text() ?? "" }

    func nextEvent(timeoutMilliseconds: Int?) -> InputEvent { .hangup }

    func present(_ canvas: Canvas) {
        for row in CanvasDiff(from: shown, to: canvas).rows {
            for run in row.runs { cells += run.scalars.count }
        }
        shown = canvas
    }

    func redrawAll() { shown = nil }
    func bell() {}
    func suspend() {}
    func outside<Result>(_ body: () throws -> Result) rethrows -> Result { try body() }
    func close() {}
}
