import Records
public import Terminal
import Themes

/// What can be done with the matter at hand, numbered (Ctrl-O).
///
/// What cannot be done says why.
public final class MenuLayer: Layer {
    private struct Entry {
        let action: Action
        let reason: Label?
    }

    private let entries: [Entry]
    private var selected = 0

    /// A menu.
    ///
    /// - Parameters:
    ///   - layer: the layer that had the focus.
    ///   - actions: all actions; those declared for the menu are offered.
    ///   - keys: which key does what.
    public init(for layer: any Layer, actions: ActionRegistry, keys: KeyMap) {
        entries = actions.actions(in: layer.contexts + (layer.isModal ? [] : [.global])).filter(\.isInMenu).map {
            Entry(action: $0, reason: $0.availability(in: layer.situation).reason)
        }
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
        let rows = entries.enumerated().map { number, entry in
            StyledLine([
                Span(number < 9 ? "\(number + 1)  " : "   ", .key),
                Span(look.text(entry.action.title), entry.reason == nil ? .text : .dim),
                Span(entry.reason.map { "  — " + look.text($0) } ?? "", .dim),
            ])
        }
        let empty = StyledLine(look.text(Texts.nothingToDo), .dim)
        let lines = rows.isEmpty ? [empty] : rows
        let place = DialogFrame(title: look.text(Texts.menuTitle), footer: look.text(Texts.menuFooter))
            .draw(
                into: &canvas, area: area, look: look,
                columns: min(66, (lines.map { look.columns($0.text) }.max() ?? 0) + 3), rows: lines.count + 1)
        let room = max(1, place.size.rows - 1)
        let first = max(0, selected - room + 1)
        for (row, line) in lines.dropFirst(first).prefix(room).enumerated() {
            let isSelected = first + row == selected && !rows.isEmpty
            if isSelected {
                canvas.write("▌", row: row + 1, column: 2, in: place, style: look[.selectionMark])
                canvas.park(in: place, row: row + 1)
            }
            canvas.write(
                line, row: row + 1, column: 4, in: place, look: look, maxColumns: place.size.columns - 6,
                base: isSelected ? look[.selection] : nil)
        }
    }

    /// Takes an input.
    ///
    /// - Parameter input: what came.
    /// - Returns: what the layer wants.
    public func handle(_ input: Input) -> LayerResult {
        switch input {
        case .action(StandardActions.Move.up): selected = max(0, selected - 1)
        case .action(StandardActions.Move.down): selected = max(0, min(entries.count - 1, selected + 1))
        case .action(StandardActions.Dialog.accept): return choose(selected)
        case .action(StandardActions.back): return .close
        case .key(let key):
            if let digit = key.digit, digit > 0 { return choose(digit - 1) }
        case .action: return .ignored
        default: break
        }
        return .consumed
    }

    private func choose(_ index: Int) -> LayerResult {
        guard entries.indices.contains(index) else { return .consumed }
        if let reason = entries[index].reason { return .notice(Notice(reason, .refusal)) }
        return .all([.close, .perform(entries[index].action.id)])
    }
}
