public import Records
public import Terminal

/// Long work that goes on in the background: how far it is, and how to stop it.
public final class ProgressDialog: Layer {
    /// What is being done.
    public let title: Label
    /// How far it is.
    public var bar: Bar?
    /// What it is doing just now.
    public var text: Label
    private let onStop: () -> LayerResult

    /// A progress dialog.
    ///
    /// - Parameters:
    ///   - title: what is being done.
    ///   - text: what it is doing just now.
    ///   - onStop: asked to stop; the owner closes the dialog with ``LayerResult/close`` or when the work has ended.
    public init(title: Label, text: Label, onStop: @escaping () -> LayerResult) {
        self.title = title
        self.text = text
        self.onStop = onStop
    }

    /// Where its keys are looked up.
    public var contexts: [KeyContext] { [.dialog] }
    /// Whether inputs stop here.
    public var isModal: Bool { true }
    /// Whether the layers below are hidden.
    public var coversScreen: Bool { false }

    /// Draws the layer.
    ///
    /// - Parameters:
    ///   - canvas: the frame.
    ///   - area: the place for the work.
    ///   - look: language, colours, widths.
    public func draw(into canvas: inout Canvas, area: Rect, look: Look) {
        let look = look.inDialog
        let place = DialogFrame(title: look.text(title), footer: look.text(Texts.progressFooter))
            .draw(into: &canvas, area: area, look: look, columns: 48, rows: 4)
        canvas.write(look.text(text), row: 1, column: 2, in: place, look: look)
        if let bar {
            canvas.write(
                Bar(bar.done, of: bar.total, columns: min(bar.columns, max(0, place.size.columns - 20))).line, row: 2,
                column: 2, in: place, look: look)
        }
        canvas.park(in: place, row: place.size.rows - 1)
    }

    /// Takes an input.
    ///
    /// - Parameter input: what came.
    /// - Returns: what the layer wants.
    public func handle(_ input: Input) -> LayerResult {
        switch input {
        case .action(StandardActions.back): onStop()
        case .action: .ignored
        default: .consumed
        }
    }
}
