package import Terminal

/// Draws on a canvas at random, as far as the public operations allow, the same for the same seed.
package struct CanvasExerciser {
    private var state: UInt64

    /// An exerciser.
    package init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    /// A number below a limit (xorshift64*).
    package mutating func number(below limit: Int) -> Int {
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        return Int((state &* 0x2545_F491_4F6C_DD1D) >> 33) % max(1, limit)
    }

    private static let pieces = [
        "a", "Z", " ", "中", "文字", "𠮷", "é", "e\u{301}", "\u{301}", "👨‍👩‍👧", "👍🏽", "🇨🇳", "❤️", "1️⃣", "“", "—", "─", "█",
        "\t", "\n", "\u{1B}", "\u{7F}", "\u{9B}", "\u{31350}", "\u{E000}", "\u{200B}", "한", "\u{1112}\u{1161}\u{11AB}",
        "ｱ",
        "Ａ", "。", "कि", "葛󠄀", "\u{FFFF}", "①", "℃", "ﷺ",
    ]

    /// A short text of the awkward characters.
    package mutating func text() -> String {
        (0..<number(below: 9)).map { _ in Self.pieces[number(below: Self.pieces.count)] }.joined()
    }

    /// A style out of a few.
    package mutating func style() -> Style {
        let colors = [Color.standard, Color(basic: 1), Color(basic: 12, extended: 117)]
        return Style(
            foreground: colors[number(below: 3)], background: colors[number(below: 3)],
            attributes: Style.Attributes(rawValue: UInt8(number(below: 16))))
    }

    /// A place in or a little outside a canvas.
    package mutating func point(around size: Size) -> Point {
        Point(row: number(below: size.rows + 4) - 2, column: number(below: size.columns + 8) - 4)
    }

    /// A rectangle in or partly outside a canvas.
    package mutating func rect(around size: Size) -> Rect {
        Rect(
            origin: point(around: size),
            size: Size(rows: number(below: size.rows + 1), columns: number(below: size.columns + 1)))
    }

    /// Does one operation.
    package mutating func step(_ canvas: inout Canvas) {
        switch number(below: 12) {
        case 0: canvas.fill(rect(around: canvas.size), style: style())
        case 1:
            canvas.fill(
                rect(around: canvas.size), with: Self.pieces[number(below: Self.pieces.count)].first ?? " ",
                style: style())
        case 2: canvas.setStyle(style(), in: rect(around: canvas.size))
        case 3: canvas.addAttributes(.reverse, in: rect(around: canvas.size))
        case 4:
            canvas.horizontalRule(
                at: point(around: canvas.size), columns: number(below: canvas.size.columns), style: style())
        case 5: canvas.verticalRule(at: point(around: canvas.size), rows: number(below: 9), style: style())
        case 6:
            var popup = Canvas(
                size: Size(rows: 1 + number(below: 5), columns: 1 + number(below: 20)), textWidth: canvas.textWidth,
                style: style(), isPopup: number(below: 2) == 0)
            for _ in 0..<4 {
                popup.write(text(), at: point(around: popup.size), style: style())
            }
            canvas.draw(popup, at: point(around: canvas.size))
        default:
            canvas.write(
                text(), at: point(around: canvas.size), style: style(),
                maxColumns: number(below: 3) == 0 ? number(below: 6) : .max)
        }
    }

    /// What is wrong with a canvas: halves without their other half, or something in the last cell; nil when nothing is.
    package static func fault(in canvas: Canvas) -> String? {
        for row in 0..<canvas.size.rows {
            for column in 0..<canvas.size.columns {
                guard let cell = canvas[Point(row: row, column: column)] else { return "no cell at \(row),\(column)" }
                let right = canvas[Point(row: row, column: column + 1)]
                let left = canvas[Point(row: row, column: column - 1)]
                switch cell.part {
                case .lead:
                    if right?.part != .trail { return "left half alone at \(row),\(column)" }
                    if right?.style != cell.style { return "two styles in one character at \(row),\(column)" }
                case .trail:
                    if left?.part != .lead { return "right half alone at \(row),\(column)" }
                case .narrow: break
                }
            }
        }
        let beforeCorner = canvas[Point(row: canvas.size.rows - 1, column: canvas.size.columns - 2)]
        if beforeCorner?.part == .trail, !canvas.isPopup { return "a wide character ends beside the bottom right cell" }
        let corner = canvas[Point(row: canvas.size.rows - 1, column: canvas.size.columns - 1)]
        if let corner, corner.part != .narrow || corner.glyph != .space { return "something in the bottom right cell" }
        return nil
    }
}
