public import Records
public import Terminal

/// A message that waits until it was read.
public final class MessageDialog: Layer {
    /// What it is about.
    public let title: Label
    /// What it says.
    public let text: Label
    private let onClose: () -> LayerResult

    /// A message.
    ///
    /// - Parameters:
    ///   - title: what it is about.
    ///   - text: what it says.
    ///   - onClose: what happens after it was read.
    public init(title: Label, text: Label, onClose: @escaping () -> LayerResult = { .consumed }) {
        self.title = title
        self.text = text
        self.onClose = onClose
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
        let lines = DialogText.wrap(look.text(text), in: area, look: look)
        let place = DialogFrame(title: look.text(title), footer: look.text(Texts.messageFooter))
            .draw(
                into: &canvas, area: area, look: look, columns: lines.map(look.columns).max() ?? 0,
                rows: lines.count + 1)
        for (row, line) in lines.enumerated() { canvas.write(line, row: row + 1, column: 2, in: place, look: look) }
        canvas.park(in: place, row: place.size.rows - 1)
    }

    /// Takes an input.
    ///
    /// - Parameter input: what came.
    /// - Returns: what the layer wants.
    public func handle(_ input: Input) -> LayerResult {
        switch input {
        case .action(StandardActions.Dialog.accept), .action(StandardActions.back), .action(StandardActions.open):
            .all([.close, onClose()])
        case .action: .ignored
        default: .consumed
        }
    }
}
