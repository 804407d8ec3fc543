public import Records
public import Terminal
import Themes

/// A list with one selected row.
///
/// Nothing moves when the cursor moves, except to keep it in sight.
public struct ListView: Sendable {
    /// Its columns.
    public var columns: [ListColumn]
    /// The selected row, counted over all rows of the source; may stand on a row that cannot be selected until ``settle(in:)``.
    public var selected: Int = 0
    /// The first row that is seen.
    public private(set) var top = 0
    /// What stands in place of rows when there are none.
    public var emptyText: Label
    /// Whether the column titles are shown.
    public var showsTitles: Bool
    /// Free columns between ▌ and the text.
    public var indent: Int
    /// Free columns between two columns.
    public var gap: Int
    /// Rows seen at once, as last drawn: what a page is.
    private var page = 1

    /// A list.
    ///
    /// - Parameters:
    ///   - columns: its columns.
    ///   - emptyText: what stands in place of rows when there are none.
    ///   - showsTitles: whether the column titles are shown.
    ///   - indent: free columns between ▌ and the text.
    ///   - gap: free columns between two columns.
    public init(
        columns: [ListColumn], emptyText: Label? = nil, showsTitles: Bool = false, indent: Int = 1, gap: Int = 2
    ) {
        self.columns = columns
        self.emptyText = emptyText ?? Texts.emptyList
        self.showsTitles = showsTitles
        self.indent = indent
        self.gap = gap
    }

    /// Puts the selection on a row that exists and can be selected: the one after, or the one before.
    ///
    /// - Parameter source: the rows.
    public mutating func settle(in source: RowSource) {
        selected = min(max(0, selected), max(0, source.count - 1))
        guard source.count > 0, source[selected].kind != .item else { return }
        selected = step(from: selected, by: 1, in: source) ?? step(from: selected, by: -1, in: source) ?? selected
    }

    /// The row that is selected, or will be once the list is drawn.
    ///
    /// - Parameter source: the rows.
    /// - Returns: its place in the source; `nil` when there are no rows to select.
    public func selection(in source: RowSource) -> Int? {
        var settled = self
        settled.settle(in: source)
        return source[settled.selected].kind == .item ? settled.selected : nil
    }

    /// Takes an input.
    ///
    /// - Parameters:
    ///   - input: what came.
    ///   - source: the rows.
    /// - Returns: whether it was for a list. At either end it was, too: the cursor just stays.
    public mutating func handle(_ input: Input, in source: RowSource) -> Bool {
        guard case .action(let action) = input else { return false }
        settle(in: source)
        switch action {
        case StandardActions.Move.up: move(by: -1, in: source)
        case StandardActions.Move.down: move(by: 1, in: source)
        case StandardActions.Move.pageUp: turn(by: -max(1, page - 1), in: source)
        case StandardActions.Move.pageDown: turn(by: max(1, page - 1), in: source)
        case StandardActions.Move.start:
            selected = 0
            top = 0
            settle(in: source)
        case StandardActions.Move.end:
            selected = max(0, source.count - 1)
            if source[selected].kind != .item { selected = step(from: selected, by: -1, in: source) ?? selected }
        default: return false
        }
        return true
    }

    /// Selects the next or the previous row.
    ///
    /// - Parameters:
    ///   - steps: 1 or −1.
    ///   - source: the rows.
    public mutating func move(by steps: Int, in source: RowSource) {
        settle(in: source)
        selected = step(from: selected, by: steps, in: source) ?? selected
        // Going up to the first row shows the headings above it, too.
        if steps < 0, step(from: selected, by: -1, in: source) == nil { top = 0 }
    }

    /// The room that a column gets.
    ///
    /// - Parameters:
    ///   - index: the column.
    ///   - room: the columns of the place where the list is drawn.
    /// - Returns: its columns; 0 when it gives way.
    public func width(of index: Int, in room: Int) -> Int {
        ListColumn.widths(of: columns, room: room - 3 - indent, gap: gap)[safe: index] ?? 0
    }

    /// Draws the list and parks the caret on the selected row.
    ///
    /// - Parameters:
    ///   - canvas: the frame.
    ///   - area: its place.
    ///   - look: language, colours, widths.
    ///   - source: the rows.
    ///   - isFocused: whether the selected row is shown in reverse; the mark is shown in any case.
    public mutating func draw(
        into canvas: inout Canvas, area: Rect, look: Look, source: RowSource, isFocused: Bool = true
    ) {
        let head = showsTitles ? 1 : 0
        page = max(1, area.size.rows - head)
        guard !area.isEmpty else { return }
        let left = 2 + indent
        let widths = ListColumn.widths(of: columns, room: area.size.columns - left - 1, gap: gap)
        if showsTitles { drawTitles(into: &canvas, area: area, look: look, widths: widths) }
        guard source.count > 0 else {
            canvas.write(look.text(emptyText), row: head, column: left, in: area, style: look[.dim])
            if isFocused { park(&canvas, row: head, in: area) }
            return
        }
        settle(in: source)
        scroll(count: source.count)
        let seen = top..<min(source.count, top + page)
        for (offset, row) in source.rows(seen).enumerated() {
            draw(
                row, at: head + offset, isSelected: top + offset == selected, isFocused: isFocused, widths: widths,
                into: &canvas, area: area, look: look)
        }
        if isFocused { park(&canvas, row: head + selected - top, in: area) }
    }

    private func draw(
        _ row: ListRow, at line: Int, isSelected: Bool, isFocused: Bool, widths: [Int],
        into canvas: inout Canvas, area: Rect, look: Look
    ) {
        guard row.kind != .space else { return }
        guard row.kind == .item else {
            canvas.write(row.cells.first ?? "", row: line, column: 1, in: area, look: look)
            return
        }
        let base = isSelected && isFocused ? look[.selection] : nil
        if isSelected {
            canvas.write("▌", row: line, column: 1, in: area, style: look[.selectionMark])
            if let base, area.size.columns > 2, line < area.size.rows {
                canvas.fill(
                    Rect(
                        row: area.origin.row + line, column: area.origin.column + 2, rows: 1,
                        columns: min(area.size.columns, barEnd(widths)) - 2
                    ).intersection(area), style: base)
            }
        }
        var column = 2 + indent
        var isInBar = true
        for (index, cell) in row.cells.enumerated() where index < widths.count && widths[index] > 0 {
            isInBar = isInBar && !columns[index].isAside
            let width = widths[index]
            let free = max(0, width - look.columns(cell.text))
            let shift =
                switch columns[index].alignment {
                case .left: 0
                case .center: free / 2
                case .right: free
                }
            canvas.write(
                cell, row: line, column: column + shift, in: area, look: look, maxColumns: width - shift,
                base: isInBar ? base : nil)
            column += width + gap
        }
    }

    /// Where the bar of the selected row ends: before the first column that stands aside, else at the edge.
    ///
    /// A step of the cursor sends both rows again as far as the bar reaches, so it covers what names a row and no more
    /// (`DESIGN.md` §7); how urgent a row is keeps its colour besides.
    private func barEnd(_ widths: [Int]) -> Int {
        var column = 2 + indent
        for (index, width) in widths.enumerated() where width > 0 {
            if columns[index].isAside { return column - max(0, gap - 1) }
            column += width + gap
        }
        return .max
    }

    private func drawTitles(into canvas: inout Canvas, area: Rect, look: Look, widths: [Int]) {
        var column = 2 + indent
        for (index, width) in widths.enumerated() where width > 0 {
            let title = look.textWidth.pad(columns[index].title ?? "", to: width, alignment: columns[index].alignment)
            canvas.write(title, row: 0, column: column, in: area, style: look[.dim], maxColumns: width)
            column += width + gap
        }
    }

    private func park(_ canvas: inout Canvas, row: Int, in area: Rect) {
        let point = Point(row: area.origin.row + row, column: area.origin.column + min(1, area.size.columns - 1))
        if area.contains(point) { canvas.placeCaret(at: point, visible: false) }
    }

    /// Moves the window as little as possible so that the selected row is seen.
    private mutating func scroll(count: Int) {
        top = min(top, max(0, count - page))
        if selected < top { top = selected }
        if selected >= top + page { top = selected - page + 1 }
    }

    /// Turns a page: window and selection go together, so that the selected row keeps its place on the screen.
    private mutating func turn(by rows: Int, in source: RowSource) {
        guard source.count > 0 else { return }
        let last = source.count - 1
        top = min(max(0, top + rows), max(0, source.count - page))
        selected = min(max(0, selected + rows), last)
        guard source[selected].kind != .item else { return }
        let forward = rows > 0 ? 1 : -1
        selected =
            step(from: selected, by: forward, in: source) ?? step(from: selected, by: -forward, in: source) ?? selected
    }

    /// The nearest row that can be selected on one side, asked for in small pieces.
    private func step(from start: Int, by direction: Int, in source: RowSource) -> Int? {
        var index = start + direction
        var piece = 4
        while index >= 0, index < source.count {
            let range =
                direction > 0 ? index..<min(source.count, index + piece) : max(0, index - piece + 1)..<(index + 1)
            let rows = source.rows(range)
            let found =
                direction > 0 ? rows.firstIndex { $0.kind == .item } : rows.lastIndex { $0.kind == .item }
            if let found { return range.lowerBound + found }
            index = direction > 0 ? range.upperBound : range.lowerBound - 1
            piece *= 2
        }
        return nil
    }
}
