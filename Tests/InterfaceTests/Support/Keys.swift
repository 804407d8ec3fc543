import Interface
import Terminal

/// Turns key names into what reaches a widget, through the shipped key map.
enum Keys {
    static let actions = ActionRegistry()
    static let map = KeyMap.read(for: actions).map

    /// `中文 <Left> <Ctrl-Z>`: characters are typed, names in angle brackets are pressed; `<lt>` is the character <.
    static func parse(_ script: String) -> [Key] {
        var keys: [Key] = []
        var rest = Substring(script)
        while let first = rest.first {
            if first == "<", let end = rest.firstIndex(of: ">") {
                let name = String(rest[rest.index(after: rest.startIndex)..<end])
                if name == "lt" {
                    keys.append(.character("<"))
                } else if let key = Key(name: name) {
                    keys.append(key)
                }
                rest = rest[rest.index(after: end)...]
            } else {
                keys.append(.character(first))
                rest = rest.dropFirst()
            }
        }
        return keys
    }

    static func inputs(_ script: String, in contexts: [KeyContext]) -> [Input] {
        parse(script).map { key in
            if let text = key.text { return .text(String(text)) }
            return map.action(for: key, in: contexts + [.global]).map { .action($0) } ?? .key(key)
        }
    }
}

extension LayerStack {
    /// Presses keys one after the other.
    func press(_ script: String) {
        for key in Keys.parse(script) { handle(.key(key)) }
    }

    /// The screen as text.
    func screen(_ rows: Int, _ columns: Int) -> String { frame(rows, columns).text() }

    func frame(_ rows: Int, _ columns: Int) -> Canvas {
        var canvas = look.canvas(Size(rows: rows, columns: columns))
        draw(into: &canvas)
        return canvas
    }
}

extension Canvas {
    /// The text with the caret's cell marked by ‸ before it.
    func textWithCaret() -> String {
        guard let caret, isCaretVisible else { return text() }
        var lines = (0..<size.rows).map { rowText($0) }
        if lines.indices.contains(caret.row) {
            var row = rowText(caret.row, trimmed: false)
            row.insert("‸", at: textWidth.index(in: row, atColumn: caret.column))
            while row.last == " " { row.removeLast() }
            lines[caret.row] = row
        }
        return lines.joined(separator: "\n")
    }
}
