/// What must be sent to turn one frame into another.
///
/// Of every row that differs, the span from the first to the last differing cell is blanked and then written in runs of
/// one style. The span is widened to whole characters of both frames, so neither the terminal nor ncurses is ever asked
/// to overwrite half of a wide character, which both do badly.
public struct CanvasDiff: Equatable, Sendable {
    /// A stretch of one style on one row, made of whole characters.
    public struct Run: Equatable, Sendable {
        /// The row.
        public let row: Int
        /// The columns covered.
        public let columns: Range<Int>
        /// How it looks.
        public let style: Style
        /// The cells, trailing halves included.
        public let cells: ArraySlice<Cell>

        /// The scalars to send.
        public var scalars: [Unicode.Scalar] {
            var scalars: [Unicode.Scalar] = []
            scalars.reserveCapacity(cells.count)
            for cell in cells where cell.part != .trail { cell.glyph.forEachScalar { scalars.append($0) } }
            return scalars
        }
    }

    /// One row that differs.
    public struct Row: Equatable, Sendable {
        /// The row.
        public let row: Int
        /// The columns to blank before writing.
        public let blanked: Range<Int>
        /// What to write, from left to right; together the runs cover the blanked columns.
        public let runs: [Run]
    }

    /// The rows that differ, from the top.
    public let rows: [Row]

    /// Compares two frames.
    ///
    /// The bottom right cell is left out: writing it makes terminals scroll.
    ///
    /// - Parameters:
    ///   - old: the frame shown now; nil, or one of another extent, sends every row.
    ///   - new: the frame to show.
    /// - Complexity: O(number of cells).
    public init(from old: Canvas?, to new: Canvas) {
        let old = old.flatMap { $0.size == new.size ? $0 : nil }
        var rows: [Row] = []
        for row in 0..<new.size.rows {
            let start = row * new.size.columns
            let isLast = row == new.size.rows - 1
            let line = start..<(start + new.size.columns - (isLast ? min(1, new.size.columns) : 0))
            guard var span = Self.changed(old?.cells, new.cells, in: line) else { continue }
            if let cells = old?.cells { span = Self.whole(cells, span) }
            span = Self.whole(new.cells, span)
            // Widening for one frame may cut a character of the other; twice is enough, as halves alternate.
            if let cells = old?.cells { span = Self.whole(cells, span) }
            span = Self.whole(new.cells, span)
            rows.append(
                Row(
                    row: row, blanked: (span.lowerBound - start)..<(span.upperBound - start),
                    runs: Self.runs(new.cells, span, row: row, start: start)))
        }
        self.rows = rows
    }

    private static func changed(_ old: [Cell]?, _ new: [Cell], in line: Range<Int>) -> Range<Int>? {
        guard let old else { return line.isEmpty ? nil : line }
        return old.withUnsafeBufferPointer { old in
            new.withUnsafeBufferPointer { new in
                guard let first = line.first(where: { old[$0] != new[$0] }),
                    let last = line.last(where: { old[$0] != new[$0] })
                else { return nil }
                return first..<(last + 1)
            }
        }
    }

    private static func whole(_ cells: [Cell], _ span: Range<Int>) -> Range<Int> {
        let lower = cells[span.lowerBound].part == .trail ? span.lowerBound - 1 : span.lowerBound
        let upper = cells[span.upperBound - 1].part == .lead ? span.upperBound + 1 : span.upperBound
        return lower..<upper
    }

    private static func runs(_ cells: [Cell], _ span: Range<Int>, row: Int, start: Int) -> [Run] {
        var runs: [Run] = []
        var from = span.lowerBound
        while from < span.upperBound {
            let style = cells[from].style
            let to = cells[from..<span.upperBound].firstIndex { $0.style != style } ?? span.upperBound
            runs.append(
                Run(row: row, columns: (from - start)..<(to - start), style: style, cells: cells[from..<to]))
            from = to
        }
        return runs
    }
}
