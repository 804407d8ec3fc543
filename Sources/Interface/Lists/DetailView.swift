public import Terminal
import Themes

/// A text to read: headings, paragraphs and entries, scrolled by rows.
public struct DetailView: Sendable {
    /// What is shown.
    public var blocks: [DetailBlock] {
        didSet { if blocks != oldValue { layout = nil } }
    }
    /// The first row that is seen.
    public private(set) var top = 0
    private var page = 1
    private var layout: (columns: Int, rows: [Row])?

    /// One row on the screen.
    struct Row: Sendable {
        var line: StyledLine
        var column = 1
        var right: StyledLine?
        var isRule = false
    }

    /// A text to read.
    ///
    /// - Parameter blocks: what is shown.
    public init(_ blocks: [DetailBlock] = []) { self.blocks = blocks }

    /// Goes back to the beginning.
    public mutating func rewind() { top = 0 }

    /// Takes an input.
    ///
    /// - Parameter input: what came.
    /// - Returns: whether it was for a text to read.
    public mutating func handle(_ input: Input) -> Bool {
        guard case .action(let action) = input else { return false }
        let last = max(0, (layout?.rows.count ?? 0) - page)
        switch action {
        case StandardActions.Move.up: top = max(0, top - 1)
        case StandardActions.Move.down: top = min(last, top + 1)
        case StandardActions.Move.pageUp: top = max(0, top - max(1, page - 1))
        case StandardActions.Move.pageDown: top = min(last, top + max(1, page - 1))
        case StandardActions.Move.start: top = 0
        case StandardActions.Move.end: top = last
        default: return false
        }
        return true
    }

    /// Draws the text.
    ///
    /// When rows are out of sight below, the last row says how many.
    ///
    /// - Parameters:
    ///   - canvas: the frame.
    ///   - area: its place.
    ///   - look: language, colours, widths.
    ///   - isFocused: whether the caret is parked here.
    public mutating func draw(into canvas: inout Canvas, area: Rect, look: Look, isFocused: Bool = true) {
        guard !area.isEmpty else { return }
        let rows = rows(columns: area.size.columns, look: look)
        page = area.size.rows
        top = min(top, max(0, rows.count - page))
        let hidden = rows.count - top - page
        for (offset, row) in rows.dropFirst(top).prefix(page).enumerated() {
            if hidden > 0, offset == page - 1 {
                let text = Texts.fill(Texts.more, ["n": "\(hidden + 1)"])
                canvas.write("▾ " + look.text(text), row: offset, column: 1, in: area, style: look[.dim])
                continue
            }
            draw(row, at: offset, into: &canvas, area: area, look: look)
        }
        if isFocused { canvas.placeCaret(at: area.origin, visible: false) }
    }

    private func draw(_ row: Row, at line: Int, into canvas: inout Canvas, area: Rect, look: Look) {
        if row.isRule {
            canvas.horizontalRule(
                at: Point(row: area.origin.row + line, column: area.origin.column + 1),
                columns: max(0, area.size.columns - 2), style: look[.rule])
            return
        }
        let reserved = row.right.map { look.columns($0.text) + 2 } ?? 0
        let used = canvas.write(
            row.line, row: line, column: row.column, in: area, look: look,
            maxColumns: max(0, area.size.columns - row.column - 1 - reserved))
        if let right = row.right {
            canvas.writeRight(right, row: line, in: area, look: look, minColumn: row.column + used + 1)
        }
    }

    private mutating func rows(columns: Int, look: Look) -> [Row] {
        if let layout, layout.columns == columns { return layout.rows }
        let rows = Self.rows(of: blocks, columns: columns, look: look)
        layout = (columns, rows)
        return rows
    }

    static func rows(of blocks: [DetailBlock], columns: Int, look: Look) -> [Row] {
        let names = blocks.map { if case .entry(let name, _, _) = $0 { look.columns(name) } else { 0 } }.max() ?? 0
        let beside = min(names + 2, max(2, columns / 3))
        return blocks.flatMap { block -> [Row] in
            switch block {
            case .heading(let line):
                return [Row(line: StyledLine(line.spans.map { Span($0.text, $0.role == .text ? .heading : $0.role) }))]
            case .paragraph(let text, let role):
                // What goes on below stands under the words, not under the dot or the space before them.
                let lead = text.prefix { $0 == " " || $0 == "·" }
                let indent = look.columns(String(lead))
                let words = String(text[lead.endIndex...])
                return look.textWidth.wrap(words, columns: max(2, columns - 2 - indent)).enumerated().map { row, line in
                    let part = String(words[line.range])
                    return row == 0
                        ? Row(line: StyledLine(lead + part, role))
                        : Row(line: StyledLine(part, role), column: 1 + indent)
                }
            case .line(let line, let right): return [Row(line: line, right: right)]
            case .entry(let name, let line, let right):
                let text = line.text
                let reserved = right.map { look.columns($0.text) + 2 } ?? 0
                let lines = look.textWidth.wrap(text, columns: max(2, columns - 2 - beside - reserved))
                let label = Span(look.textWidth.pad(name, to: beside), .label)
                return lines.enumerated().map { number, part in
                    let body =
                        lines.count == 1
                        ? line.spans : [Span(String(text[part.range]), line.spans.first?.role ?? .text)]
                    return number == 0
                        ? Row(line: StyledLine([label] + body), right: right)
                        : Row(line: StyledLine(body), column: 1 + beside)
                }
            case .rule: return [Row(line: "", isRule: true)]
            case .space: return [Row(line: "")]
            }
        }
    }
}
