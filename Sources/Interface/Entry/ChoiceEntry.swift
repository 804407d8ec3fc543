public import Records
public import Terminal
import Themes

/// A field with a few values to choose from: by digit, by arrows, or by typing Chinese, initials or the code.
public struct ChoiceEntry: Sendable {
    /// What there is to choose from.
    public let options: [CodeTable.Row]
    /// Whether several may be chosen.
    public let isMultiple: Bool
    /// The chosen codes, in the order of the options; codes that the table does not know stay at the end.
    public private(set) var chosen: [String]
    /// What was typed to find an option.
    public private(set) var query = ""
    /// The option under the cursor.
    public private(set) var cursor: Int

    /// A choice.
    ///
    /// - Parameters:
    ///   - options: what there is to choose from.
    ///   - chosen: the chosen codes.
    ///   - isMultiple: whether several may be chosen.
    public init(options: [CodeTable.Row], chosen: [String], isMultiple: Bool) {
        self.options = options
        self.chosen = chosen
        self.isMultiple = isMultiple
        cursor = options.firstIndex { chosen.contains($0.code) } ?? 0
    }

    /// Takes an input.
    ///
    /// - Parameters:
    ///   - input: what came.
    ///   - matcher: how options are found by what is typed.
    /// - Returns: what became of it.
    public mutating func handle(_ input: Input, matcher: TextMatcher) -> EntryOutcome {
        switch input {
        case .text(let text): return type(text, matcher: matcher)
        case .paste(let text):
            query = ""
            return type(TextMatcher.fold(text), matcher: matcher)
        case .key: return .ignored
        case .action(let action): return take(action)
        }
    }

    /// Where each option stands.
    ///
    /// - Parameters:
    ///   - columns: the columns there are.
    ///   - look: language and widths.
    /// - Returns: row and column of each option; rows are as many as needed.
    func places(columns: Int, look: Look) -> [Point] {
        var point = Point.zero
        return options.indices.map { index in
            let width = look.columns(text(index, look)) + 2
            if point.column > 0, point.column + width > columns { point = Point(row: point.row + 1, column: 0) }
            defer { point.column += width + 1 }
            return point
        }
    }

    /// Draws the options; the chosen ones stand in brackets.
    ///
    /// - Parameters:
    ///   - canvas: the frame.
    ///   - area: its place; when there are more rows of options, those around the cursor are seen.
    ///   - look: language, colours, widths.
    ///   - isFocused: whether the caret is parked here.
    public func draw(into canvas: inout Canvas, area: Rect, look: Look, isFocused: Bool) {
        guard !area.isEmpty else { return }
        let places = places(columns: area.size.columns, look: look)
        let at = places.indices.contains(cursor) ? places[cursor].row : 0
        let first = isFocused || !chosen.isEmpty ? max(0, at - area.size.rows + 1) : 0
        for (index, place) in places.enumerated() where area.size.rows > place.row - first && place.row >= first {
            let isChosen = chosen.contains(options[index].code)
            let isCursor = isFocused && index == cursor
            let text = text(index, look)
            let style = look[isCursor ? .fieldFocused : isChosen ? .choice : .field]
            let row = place.row - first
            // A bracket without its partner would say something else, so an option that does not fit shows cut.
            let shown = isChosen ? "[\(text)]" : " \(text) "
            canvas.write(shown, row: row, column: place.column, in: area, style: style)
            if isCursor {
                let point = Point(row: area.origin.row + row, column: area.origin.column + place.column + 1)
                if area.contains(point) { canvas.placeCaret(at: point) }
            }
        }
    }

    private func text(_ index: Int, _ look: Look) -> String {
        let name = look.text(options[index].label)
        return index < 9 ? "\(index + 1) \(name)" : name
    }

    private mutating func type(_ text: String, matcher: TextMatcher) -> EntryOutcome {
        let plain = TextMatcher.fold(text)
        if query.isEmpty, options.count <= 9, let first = plain.first, first.isASCII,
            let digit = first.wholeNumberValue, plain.count == 1,
            options.indices.contains(digit - 1)
        {
            cursor = digit - 1
            return choose()
        }
        if plain.isEmpty {
            // The space bar toggles what the cursor stands on, and takes what was found.
            query = ""
            return isMultiple || !chosen.contains(where: { $0 == options[safe: cursor]?.code }) ? choose() : .moved
        }
        let longer = query + plain
        let found = match(longer, matcher)
        guard let first = found.first else { return .refused(Texts.choiceUnknown) }
        query = longer
        cursor = first
        guard !isMultiple || found.count == 1 else { return .moved }
        if isMultiple {
            query = ""
            return chosen.contains(options[first].code) ? .moved : choose()
        }
        return choose(keepsQuery: true)
    }

    /// The options that answer to a query: a code or digit first, then a label's beginning, then anything inside.
    private func match(_ query: String, _ matcher: TextMatcher) -> [Int] {
        let exact = options.indices.filter { options[$0].code.lowercased() == query || $0 < 9 && query == "\($0 + 1)" }
        if !exact.isEmpty { return exact }
        let found = options.indices.filter {
            matcher.matches(options[$0].label.zh, query) || matcher.matches(options[$0].label.en, query)
                || options[$0].code.lowercased().hasPrefix(query)
        }
        let starts = found.filter { options[$0].label.zh.hasPrefix(query) || options[$0].code.hasPrefix(query) }
        return starts.isEmpty ? found : starts
    }

    private mutating func choose(keepsQuery: Bool = false) -> EntryOutcome {
        guard options.indices.contains(cursor) else { return .moved }
        if !keepsQuery { query = "" }
        let code = options[cursor].code
        let before = chosen
        if !isMultiple {
            chosen = [code]
        } else if chosen.contains(code) {
            chosen.removeAll { $0 == code }
        } else {
            let known = options.map(\.code)
            let foreign = chosen.filter { !known.contains($0) }
            chosen = known.filter { chosen.contains($0) || $0 == code } + foreign
        }
        return chosen == before ? .moved : .changed
    }

    private mutating func take(_ action: ActionID) -> EntryOutcome {
        switch action {
        case StandardActions.Move.left, StandardActions.Move.right:
            let step = action == StandardActions.Move.left ? -1 : 1
            query = ""
            // Without a choice yet, the first arrow shows where the cursor stands instead of skipping it.
            guard isMultiple || !chosen.isEmpty else { return choose() }
            cursor = min(max(0, cursor + step), max(0, options.count - 1))
            return isMultiple ? .moved : choose()
        case StandardActions.Edit.backspace where !query.isEmpty:
            query.removeLast()
            return .moved
        case StandardActions.Edit.backspace, StandardActions.Edit.delete:
            guard !chosen.isEmpty else { return .moved }
            chosen = []
            return .changed
        default: return .ignored
        }
    }
}

extension Array {
    /// The element at a place; `nil` outside.
    subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
