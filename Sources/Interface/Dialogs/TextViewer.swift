public import Records
public import Terminal
import Themes

/// A text to read on the whole screen.
public final class TextViewer: Layer {
    /// What it is about.
    public let title: Label
    private var view: DetailView

    /// A text to read.
    ///
    /// - Parameters:
    ///   - title: what it is about.
    ///   - blocks: the text.
    public init(title: Label, blocks: [DetailBlock]) {
        self.title = title
        view = DetailView(blocks)
    }

    /// Where its keys are looked up.
    public var contexts: [KeyContext] { [.detail] }
    /// Whether inputs stop here.
    public var isModal: Bool { true }

    /// Draws the layer.
    ///
    /// - Parameters:
    ///   - canvas: the frame.
    ///   - area: the place for the work.
    ///   - look: language, colours, widths.
    public func draw(into canvas: inout Canvas, area: Rect, look: Look) {
        canvas.write(look.text(title), row: 0, column: 1, in: area, style: look[.title])
        let place = Rect(
            row: area.origin.row + 2, column: area.origin.column, rows: area.size.rows - 2,
            columns: area.size.columns)
        view.draw(into: &canvas, area: place, look: look)
    }

    /// Takes an input.
    ///
    /// - Parameter input: what came.
    /// - Returns: what the layer wants.
    public func handle(_ input: Input) -> LayerResult {
        if view.handle(input) { return .consumed }
        switch input {
        case .action(StandardActions.back): return .close
        case .action: return .ignored
        default: return .consumed
        }
    }
}
