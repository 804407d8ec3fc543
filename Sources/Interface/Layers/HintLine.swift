import Records
public import Terminal
import Themes

/// The line of keys at the bottom: as many hints as fit, the most important first, help always last.
public struct HintLine: Sendable {
    /// What it offers, from the left.
    public let hints: [Hint]
    /// What stays whatever the width: how to get help.
    public let help: Hint?

    /// Hints for where the focus stands.
    ///
    /// - Parameters:
    ///   - layer: the layer with the focus.
    ///   - actions: all actions.
    ///   - keys: the key map.
    ///   - isRoot: whether there is nothing to go back to.
    public init(for layer: any Layer, actions: ActionRegistry, keys: KeyMap, isRoot: Bool = false) {
        let chain = layer.contexts + [.global]
        let typing = layer.takesText
        /// Whether an action belongs to the layer itself: such actions come first.
        func isInner(_ action: Action) -> Bool { layer.contexts.contains(where: action.contexts.contains) }
        func hint(_ action: Action) -> (hint: Hint, isInner: Bool, rank: Int)? {
            guard let text = action.hint, case .available = action.availability(in: layer.situation),
                let key = keys.keys(for: action.id, in: chain, whileTyping: typing).first
            else { return nil }
            return (Hint(key.name, layer.hintText(for: action.id) ?? text.text), isInner(action), text.rank)
        }
        let found = actions.actions(in: chain).filter { action in
            guard action.id != StandardActions.help, !(isRoot && action.id == StandardActions.back) else {
                return false
            }
            return !layer.isModal || isInner(action) || action.isUrgent || action.id == StandardActions.back
        }
        let order = found.compactMap(hint).sorted { ($0.isInner ? 0 : 1, $0.rank) < ($1.isInner ? 0 : 1, $1.rank) }
        // What the layer says of a key itself is truer than what the key means elsewhere.
        let own = Set(layer.hints.map(\.keys))
        var said = Set(layer.hints.map(\.text))
        hints =
            layer.hints
            + order.map(\.hint).filter { hint in
                // Two keys for one thing: the first is enough.
                !own.contains(hint.keys) && said.insert(hint.text).inserted
            }
        help = actions[StandardActions.help].flatMap(hint)?.hint
    }

    /// Draws the line.
    ///
    /// - Parameters:
    ///   - canvas: the frame.
    ///   - area: one row.
    ///   - look: language and colours.
    public func draw(into canvas: inout Canvas, area: Rect, look: Look) {
        func columns(_ hint: Hint) -> Int { look.columns(hint.keys) + 1 + look.columns(look.text(hint.text)) }
        func draw(_ hint: Hint, at column: Int) {
            let used = canvas.write(hint.keys, row: 0, column: column, in: area, style: look[.key])
            canvas.write(look.text(hint.text), row: 0, column: column + used + 1, in: area, style: look[.hint])
        }
        // The screen keeps the end of its last row free.
        let room = min(area.size.columns, canvas.usableColumns(inRow: area.origin.row) - area.origin.column) - 1
        let reserved = help.map { columns($0) + 3 } ?? 0
        var column = 1
        for hint in hints where column - 1 + columns(hint) <= room - reserved {
            draw(hint, at: column)
            column += columns(hint) + 3
        }
        if let help, column - 1 + columns(help) <= room { draw(help, at: column) }
    }
}
