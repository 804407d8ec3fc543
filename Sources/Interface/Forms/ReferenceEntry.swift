import Records
public import Terminal
import Themes

/// A field that refers to one record or several.
///
/// What is typed is looked up; the candidates stand in a list under the field.
public struct ReferenceEntry: Sendable {
    /// The records that are referred to, with what they are called.
    public private(set) var chosen: [Candidate]
    /// Whether there may be several.
    public let isMultiple: Bool
    /// What was found for what is typed.
    public private(set) var candidates: [Candidate] = []
    /// The candidate that Enter takes.
    public private(set) var selected = 0
    private var query = LineEditor()

    /// A reference.
    ///
    /// - Parameters:
    ///   - chosen: the records that are referred to.
    ///   - isMultiple: whether there may be several.
    public init(chosen: [Candidate], isMultiple: Bool) {
        self.chosen = chosen
        self.isMultiple = isMultiple
    }

    /// What was typed and not yet taken.
    public var text: String { query.text }

    /// Takes an input.
    ///
    /// - Parameters:
    ///   - input: what came.
    ///   - lookup: finds records by what was typed, the best first.
    /// - Returns: what became of it.
    public mutating func handle(_ input: Input, lookup: (String) -> [Candidate]) -> EntryOutcome {
        if case .action(let action) = input {
            switch action {
            case StandardActions.Move.up where !candidates.isEmpty:
                selected = max(0, selected - 1)
                return .moved
            case StandardActions.Move.down where !candidates.isEmpty:
                selected = min(candidates.count - 1, selected + 1)
                return .moved
            case StandardActions.Form.activate where !query.text.isEmpty: return take()
            case StandardActions.back where !query.text.isEmpty:
                close()
                return .moved
            case StandardActions.Edit.backspace, StandardActions.Edit.deleteWord:
                guard query.text.isEmpty else { break }
                guard !chosen.isEmpty else { return .moved }
                chosen.removeLast()
                return .changed
            default: break
            }
        }
        let before = query.text
        let outcome = query.handle(input)
        guard query.text != before else {
            if case .refused = outcome { return outcome }
            return outcome == .ignored ? .ignored : .moved
        }
        selected = 0
        candidates = query.text.isEmpty ? [] : Array(lookup(query.text).prefix(50))
        return .moved
    }

    /// Takes the candidate that is selected, when the field is left with something typed.
    ///
    /// - Returns: whether a record was chosen; refused when nothing was found.
    public mutating func take() -> EntryOutcome {
        guard let candidate = candidates[safe: selected] else { return .refused(Texts.referenceUnknown) }
        if !isMultiple { chosen = [] }
        if !chosen.contains(where: { $0.id == candidate.id }) { chosen.append(candidate) }
        close()
        return .changed
    }

    private mutating func close() {
        query = LineEditor()
        candidates = []
        selected = 0
    }

    /// Draws what is chosen and what is typed.
    ///
    /// - Parameters:
    ///   - canvas: the frame.
    ///   - area: one row.
    ///   - look: language, colours, widths.
    public mutating func draw(into canvas: inout Canvas, area: Rect, look: Look) {
        let names = chosen.map(\.title).joined(separator: look.language == .zh ? "、" : ", ")
        // What is typed needs room even behind many names.
        let most = max(0, area.size.columns - 12)
        var used = canvas.write(names, row: 0, in: area, style: look[.choice], maxColumns: most)
        if used > 0 { used += 1 }
        let rest = Rect(
            row: area.origin.row, column: area.origin.column + used, rows: area.size.rows,
            columns: area.size.columns - used)
        query.draw(into: &canvas, area: rest, look: look)
    }

    /// Draws the candidates on top of what lies below the field, or above it when there is no room below.
    ///
    /// - Parameters:
    ///   - canvas: the frame.
    ///   - area: the place of the form's body.
    ///   - field: the field's place.
    ///   - look: language, colours, widths.
    public func drawCandidates(into canvas: inout Canvas, area: Rect, field: Rect, look: Look) {
        guard !query.text.isEmpty else { return }
        let look = look.inDialog
        let below = area.rowRange.upperBound - field.rowRange.upperBound
        let above = field.origin.row - area.origin.row
        let wanted = max(1, min(7, candidates.count))
        let rows = min(wanted, max(below, above))
        guard rows > 0 else { return }
        let top = below >= min(wanted, rows) ? field.rowRange.upperBound : field.origin.row - rows
        let place = Rect(row: top, column: field.origin.column, rows: rows, columns: field.size.columns)
            .intersection(area)
        canvas.fill(place, style: look[.dialog])
        guard !candidates.isEmpty else {
            canvas.write(look.text(Texts.noMatch), row: 0, column: 2, in: place, style: look[.dim])
            return
        }
        let first = max(0, selected - rows + 1)
        for (row, candidate) in candidates.dropFirst(first).prefix(rows).enumerated() {
            let isSelected = first + row == selected
            if isSelected { canvas.write("▌", row: row, in: place, style: look[.selectionMark]) }
            let used = canvas.write(
                candidate.title, row: row, column: 2, in: place, style: look[isSelected ? .selection : .text])
            canvas.write(candidate.detail, row: row, column: used + 4, in: place, style: look[.dim])
        }
    }
}
