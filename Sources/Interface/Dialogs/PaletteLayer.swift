import Records
public import Terminal
import Themes

/// Every command that means something where the focus stood, found by Chinese, initials, English or its name.
///
/// A command that cannot be taken is shown with the reason.
public final class PaletteLayer: Layer {
    private struct Entry {
        let action: Action
        let keys: String
        let availability: Availability
    }

    private let entries: [Entry]
    private let matcher: TextMatcher
    private var query = LineEditor()
    private var list = ListView(
        columns: [
            ListColumn(width: .flexible(min: 16, share: 1)), ListColumn(width: .flexible(min: 8, share: 4)),
            ListColumn(width: .fixed(11), alignment: .right),
        ], emptyText: Texts.noMatch)
    private var shown: [Entry]

    /// A palette.
    ///
    /// - Parameters:
    ///   - layer: the layer that had the focus.
    ///   - actions: all actions.
    ///   - keys: which key does what.
    ///   - matcher: how commands are found.
    public init(
        for layer: any Layer, actions: ActionRegistry, keys: KeyMap, matcher: TextMatcher
    ) {
        let chain = layer.contexts + [.global]
        entries = actions.actions(in: chain).filter { $0.isListed && (!layer.isModal || $0.isUrgent) }.map { action in
            let names = keys.keys(for: action.id, in: chain, whileTyping: layer.takesText).prefix(2).map(\.name)
            return Entry(
                action: action, keys: names.joined(separator: " "),
                availability: action.availability(in: layer.situation))
        }
        self.matcher = matcher
        shown = entries
    }

    /// Where its keys are looked up.
    public var contexts: [KeyContext] { [.field, .list, .dialog] }
    /// Whether typed characters are text.
    public var takesText: Bool { true }
    /// What is the case where the focus stands.
    public var situation: Situation { Situation([.canUndo, .canRedo]) }
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
        let place = DialogFrame(title: look.text(Texts.commandsTitle), footer: look.text(Texts.paletteFooter))
            .draw(into: &canvas, area: area, look: look, columns: 66, rows: min(14, max(3, area.size.rows - 4)))
        let body = Rect(
            row: place.origin.row + 2, column: place.origin.column, rows: place.size.rows - 2,
            columns: place.size.columns - 1)
        list.draw(into: &canvas, area: body, look: look, source: source(look), isFocused: true)
        let field = Rect(
            row: place.origin.row, column: place.origin.column + 2, rows: min(1, place.size.rows),
            columns: place.size.columns - 4)
        query.draw(into: &canvas, area: field, look: look)
    }

    /// Takes an input.
    ///
    /// - Parameter input: what came.
    /// - Returns: what the layer wants.
    public func handle(_ input: Input) -> LayerResult {
        switch input {
        case .action(StandardActions.back): return .close
        case .action(StandardActions.Dialog.accept), .action(StandardActions.open):
            guard shown.indices.contains(list.selected) else { return .consumed }
            let entry = shown[list.selected]
            if let reason = entry.availability.reason { return .notice(Notice(reason, .refusal)) }
            return .all([.close, .perform(entry.action.id)])
        default: break
        }
        if list.handle(input, in: RowSource(count: shown.count) { $0.map { _ in ListRow([]) } }) { return .consumed }
        let before = query.text
        let outcome = query.handle(input)
        if query.text != before { filter() }
        if case .ignored = outcome, case .action = input { return .ignored }
        return .consumed
    }

    private func filter() {
        let text = query.text
        let found = entries.filter { entry in
            matcher.matches(entry.action.title.zh, text) || matcher.matches(entry.action.title.en, text)
                || matcher.matches(entry.action.id.rawValue, text)
        }
        // Whoever types a whole name means what is called so: 走访 is the pane, not the first command about visits.
        let whole = TextMatcher.fold(text)
        func isMeant(_ entry: Entry) -> Bool {
            [entry.action.title.zh, entry.action.title.en].contains { $0.lowercased() == whole }
        }
        shown = found.filter(isMeant) + found.filter { !isMeant($0) }
        list.selected = 0
    }

    private func source(_ look: Look) -> RowSource {
        RowSource(count: shown.count) { [shown] range in
            range.map { index in
                let entry = shown[index]
                let off = entry.availability.reason
                return ListRow([
                    StyledLine(look.text(entry.action.title), off == nil ? .text : .dim),
                    StyledLine(off.map { "— " + look.text($0) } ?? look.text(entry.action.help), .dim),
                    StyledLine(entry.keys, .key),
                ])
            }
        }
    }
}
