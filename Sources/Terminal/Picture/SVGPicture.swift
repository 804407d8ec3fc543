/// A frame as a picture, for documents.
///
/// Every character is placed at its own cell, so columns stay straight whatever font draws the Chinese. The same frame
/// always gives the same bytes.
public struct SVGPicture: Sendable {
    /// The colour of text that has the terminal's own, as `#rrggbb`.
    public let foreground: String
    /// The colour of the ground where it is the terminal's own, as `#rrggbb`.
    public let background: String

    /// Pixels per column.
    static let cellWidth = 9
    /// Pixels per row.
    static let cellHeight = 20
    private static let margin = 12

    /// A way to draw pictures.
    ///
    /// - Parameters:
    ///   - foreground: the colour of text that has the terminal's own, as `#rrggbb`.
    ///   - background: the colour of the ground where it is the terminal's own, as `#rrggbb`.
    public init(foreground: String, background: String) {
        self.foreground = foreground
        self.background = background
    }

    /// Draws a frame in 256 colours.
    ///
    /// - Parameters:
    ///   - canvas: the frame; its caret is drawn when visible.
    ///   - title: what the picture shows, for readers that cannot see it.
    /// - Returns: an SVG document.
    public func render(_ canvas: Canvas, title: String) -> String {
        let width = canvas.size.columns * Self.cellWidth + 2 * Self.margin
        let height = canvas.size.rows * Self.cellHeight + 2 * Self.margin
        var lines = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"\(height)\""
                + " viewBox=\"0 0 \(width) \(height)\" role=\"img\">",
            "<title>\(Self.escaped(title))</title>",
            "<rect width=\"\(width)\" height=\"\(height)\" rx=\"8\" fill=\"\(background)\"/>",
            "<g font-family=\"'Sarasa Mono SC','Noto Sans Mono CJK SC','DejaVu Sans Mono',monospace\" font-size=\"15\""
                + " xml:space=\"preserve\">",
        ]
        // The bottom right cell is never sent to a terminal, so it is not drawn here either.
        for row in CanvasDiff(from: nil, to: canvas).rows {
            for run in row.runs { draw(run, into: &lines) }
        }
        if let caret = canvas.caret, canvas.isCaretVisible, canvas.bounds.contains(caret) {
            lines.append(
                "<rect x=\"\(Self.x(caret.column))\" y=\"\(Self.y(caret.row))\" width=\"2\""
                    + " height=\"\(Self.cellHeight)\" fill=\"\(foreground)\"/>")
        }
        lines += ["</g>", "</svg>", ""]
        return lines.joined(separator: "\n")
    }

    private func draw(_ run: CanvasDiff.Run, into lines: inout [String]) {
        let style = ResolvedStyle(run.style, at: .twoHundredFiftySix)
        var text = style.foreground.map(PaletteColors.hexadecimal) ?? foreground
        var ground = style.background.map(PaletteColors.hexadecimal) ?? background
        if style.attributes.contains(.reverse) { swap(&text, &ground) }
        if ground != background {
            lines.append(
                "<rect x=\"\(Self.x(run.columns.lowerBound))\" y=\"\(Self.y(run.row))\""
                    + " width=\"\(run.columns.count * Self.cellWidth)\" height=\"\(Self.cellHeight)\" fill=\"\(ground)\"/>"
            )
        }
        if style.attributes.contains(.underline) {
            lines.append(
                "<rect x=\"\(Self.x(run.columns.lowerBound))\" y=\"\(Self.y(run.row) + Self.cellHeight - 2)\""
                    + " width=\"\(run.columns.count * Self.cellWidth)\" height=\"1\" fill=\"\(text)\"/>")
        }
        var attributes = "y=\"\(Self.y(run.row) + 15)\" fill=\"\(text)\""
        if style.attributes.contains(.bold) { attributes += " font-weight=\"bold\"" }
        if style.attributes.contains(.dim) { attributes += " opacity=\"0.6\"" }
        var places: [String] = []
        var characters = ""
        func flush() {
            guard !characters.isEmpty else { return }
            lines.append(
                "<text x=\"\(places.joined(separator: " "))\" \(attributes)>\(Self.escaped(characters))</text>")
            places = []
            characters = ""
        }
        for (column, cell) in zip(run.columns, run.cells) where cell.part != .trail {
            // Some readers follow only the first of a list of places: every word starts with its own.
            guard cell.glyph != .space else {
                flush()
                continue
            }
            let place = "\(Self.x(column))"
            if let scalar = cell.glyph.single, scalar.value < 0x10000 {
                places.append(place)
                characters += cell.glyph.text
            } else {
                // Readers disagree how a list of places counts surrogates and marks, so these stand alone.
                flush()
                lines.append("<text x=\"\(place)\" \(attributes)>\(Self.escaped(cell.glyph.text))</text>")
            }
        }
        flush()
    }

    private static func x(_ column: Int) -> Int { margin + column * cellWidth }
    private static func y(_ row: Int) -> Int { margin + row * cellHeight }

    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            default: escaped.append(character)
            }
        }
        return escaped
    }
}
