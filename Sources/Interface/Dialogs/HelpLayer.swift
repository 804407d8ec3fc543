import Records
public import Terminal
import Themes

/// The keys that work where the focus stood, from the inside out, with what they do.
public final class HelpLayer: Layer {
    private let sections: [KeyPage.Section]
    /// Keys of the layer's own, such as the digits that record a visit.
    private let own: [Hint]
    /// How to get at what has no key of its own.
    private let rest: Label
    private var view = DetailView()
    private var builtFor: (language: Language, columns: Int)?

    /// Help.
    ///
    /// - Parameters:
    ///   - layer: the layer that had the focus.
    ///   - actions: all actions.
    ///   - keys: which key does what.
    public init(for layer: any Layer, actions: ActionRegistry, keys: KeyMap) {
        let chain = layer.contexts + [.global]
        func name(_ action: ActionID) -> String {
            keys.keys(for: action, in: chain, whileTyping: layer.takesText).first?.name ?? ""
        }
        rest = Texts.fill(
            Texts.helpRest, ["menu": name(StandardActions.menu), "commands": name(StandardActions.commands)])
        own = layer.keyHelp
        sections = KeyPage.sections(
            in: chain, whileTyping: layer.takesText, actions: actions, keys: keys)
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
        if builtFor?.language != look.language || builtFor?.columns != area.size.columns {
            builtFor = (look.language, area.size.columns)
            view.blocks = blocks(look, columns: area.size.columns)
        }
        canvas.write(look.text(Texts.helpTitle), row: 0, column: 1, in: area, style: look[.title])
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
        case .action(StandardActions.back), .action(StandardActions.help), .action(StandardActions.open): return .close
        case .action: return .ignored
        default: return .consumed
        }
    }

    /// The help of a step says no more than its title.
    private func help(_ action: Action, _ look: Look) -> String {
        let help = look.text(action.help)
        return help.hasPrefix(look.text(action.title)) && !action.isListed ? "" : help
    }

    private func blocks(_ look: Look, columns: Int) -> [DetailBlock] {
        let titles = sections.flatMap(\.rows).map { look.columns(look.text($0.action.title)) }.max() ?? 0
        let keys = min(24, sections.flatMap(\.rows).map { look.columns($0.keyText) }.max() ?? 0)
        let mine = own.map { hint in
            DetailBlock.line(
                StyledLine([Span(look.textWidth.pad(hint.keys, to: keys) + "  ", .key), Span(look.text(hint.text))]))
        }
        return [.line(StyledLine(look.text(rest), .dim)), .space]
            + (mine.isEmpty ? [] : [.heading(StyledLine(look.text(Texts.here), .heading))] + mine + [.space])
            + sections.enumerated().flatMap { number, section -> [DetailBlock] in
                let rows = section.rows.map { row in
                    DetailBlock.line(
                        StyledLine([
                            Span(look.textWidth.pad(row.keyText, to: keys) + "  ", .key),
                            Span(look.textWidth.pad(look.text(row.action.title), to: min(titles, columns / 3)) + "  "),
                            Span(help(row.action, look), .dim),
                        ]))
                }
                return (number == 0 ? [] : [.space]) + [.heading(StyledLine(look.text(section.title), .heading))] + rows
            }
    }
}
