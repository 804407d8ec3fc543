/// A Swift file with its comments and its string literals blanked, line by line, so that words are found only in code.
///
/// It knows nested comments, escapes, raw and multi-line strings; code inside an interpolation counts as text.
struct SwiftText {
    /// The code of each line.
    let lines: [String]

    /// Reads a file.
    ///
    /// - Parameter source: its text.
    init(_ source: String) {
        var reader = Reader(characters: Array(source))
        lines = reader.code().split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// The modules a file imports.
    var imports: [String] {
        lines.flatMap { $0.split(separator: ";") }.compactMap { statement in
            var words = statement.split { $0 == " " || $0 == "\t" }[...]
            while let word = words.first, word.hasPrefix("@") || Self.modifiers.contains(String(word)) {
                words.removeFirst()
            }
            guard words.popFirst() == "import" else { return nil }
            if let kind = words.first, Self.kinds.contains(String(kind)) { words.removeFirst() }
            return words.first?.split(separator: ".").first.map(String.init)
        }
    }

    private static let modifiers: Set = ["public", "package", "internal", "fileprivate", "private"]
    private static let kinds: Set = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var"]

    private struct Reader {
        let characters: [Character]
        var position = 0
        var output = ""

        init(characters: [Character]) {
            self.characters = characters
        }

        mutating func code() -> String {
            while position < characters.count {
                if starts(with: "//") {
                    while position < characters.count, characters[position] != "\n" { position += 1 }
                } else if starts(with: "/*") {
                    comment()
                } else if characters[position] == "\"" || characters[position] == "#", let hashes = literalStart() {
                    literal(hashes: hashes)
                } else {
                    output.append(characters[position])
                    position += 1
                }
            }
            return output
        }

        private func starts(with text: String, at offset: Int = 0) -> Bool {
            characters[min(position + offset, characters.count)...].starts(with: text)
        }

        private mutating func skip() {
            if characters[position] == "\n" { output.append("\n") }
            position += 1
        }

        private mutating func comment() {
            var depth = 0
            repeat {
                if starts(with: "/*") {
                    depth += 1
                    position += 2
                } else if starts(with: "*/") {
                    depth -= 1
                    position += 2
                } else {
                    skip()
                }
            } while depth > 0 && position < characters.count
            output.append(" ")
        }

        /// How many # stand before a quote here; nil when this is no string.
        private func literalStart() -> Int? {
            let hashes = characters[position...].prefix { $0 == "#" }.count
            return starts(with: "\"", at: hashes) ? hashes : nil
        }

        private mutating func literal(hashes: Int) {
            position += hashes
            let fence = String(repeating: "#", count: hashes)
            let quotes = starts(with: "\"\"\"") ? "\"\"\"" : "\""
            position += quotes.count
            while position < characters.count, !starts(with: quotes + fence) {
                if starts(with: "\\" + fence) {
                    position += 1 + hashes
                    if position < characters.count { skip() }
                } else {
                    skip()
                }
            }
            position += quotes.count + hashes
            output.append("\"\"")
        }
    }
}
