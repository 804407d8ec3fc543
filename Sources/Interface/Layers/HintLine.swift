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
    public init(for layer: any Layer, actions: ActionRegistry, keys: KeyMap) {
        let chain = layer.contexts + (layer.isModal ? [] : [.global])
        let typing = layer.takesText
        func hint(_ action: Action) -> (hint: Hint, rank: Int)? {
            guard let text = action.hint, case .available = action.availability(in: layer.situation),
                let key = keys.keys(for: action.id, in: layer.contexts + [.global], whileTyping: typing).first
            else { return nil }
            return (Hint(key.name, text.text), text.rank)
        }
        let found = actions.actions(in: chain).filter { $0.id != StandardActions.help }.compactMap(hint)
        hints = layer.hints + found.sorted { $0.rank < $1.rank }.map(\.hint)
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
        let room = area.size.columns - 2
        let reserved = help.map { columns($0) + 3 } ?? 0
        var column = 1
        for hint in hints where column - 1 + columns(hint) <= room - reserved {
            draw(hint, at: column)
            column += columns(hint) + 3
        }
        if let help, column - 1 + columns(help) <= room { draw(help, at: column) }
    }
}
