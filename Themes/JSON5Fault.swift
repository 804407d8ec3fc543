/// Finds the line where text stops being JSON5; `JSONDecoder` only says that it does.
///
/// It knows just enough of the grammar (brackets, commas, colons, strings, comments) to point at the place; what the words
/// between mean is left to the decoder.
struct JSON5Fault {
    private var rest: Substring
    private var line = 1

    /// The line, counted from 1, of the first fault; nil when there is none.
    static func line(in text: String) -> Int? {
        var reader = JSON5Fault(rest: text[...])
        guard reader.skipValue() else { return reader.line }
        reader.skipBlank()
        return reader.rest.isEmpty ? nil : reader.line
    }

    private init(rest: Substring) { self.rest = rest }

    private mutating func advance() {
        if rest.removeFirst().isNewline { line += 1 }
    }

    private mutating func skipBlank() {
        while let character = rest.first {
            if character.isWhitespace {
                advance()
            } else if rest.hasPrefix("//") {
                while let next = rest.first, !next.isNewline { advance() }
            } else if rest.hasPrefix("/*") {
                while !rest.isEmpty, !rest.hasPrefix("*/") { advance() }
                rest = rest.dropFirst(2)
            } else {
                return
            }
        }
    }

    private mutating func take(_ character: Character) -> Bool {
        skipBlank()
        guard rest.first == character else { return false }
        advance()
        return true
    }

    private mutating func skipValue() -> Bool {
        if take("{") { return skipMembers(until: "}", haveKeys: true) }
        if take("[") { return skipMembers(until: "]", haveKeys: false) }
        return skipWord()
    }

    private mutating func skipMembers(until end: Character, haveKeys: Bool) -> Bool {
        while !take(end) {
            if haveKeys { guard skipWord(), take(":") else { return false } }
            guard skipValue() else { return false }
            if !take(",") { return take(end) }
        }
        return true
    }

    /// A string, or a bare word or number.
    private mutating func skipWord() -> Bool {
        skipBlank()
        guard let first = rest.first else { return false }
        guard first == "\"" || first == "'" else {
            let word = rest.prefix { $0.isLetter || $0.isNumber || "_$+-.".contains($0) }
            rest = rest.dropFirst(word.count)
            return !word.isEmpty
        }
        advance()
        while let next = rest.first, next != first {
            // A string ends on its own line unless the line end is escaped.
            if next.isNewline { return false }
            advance()
            if next == "\\", !rest.isEmpty { advance() }
        }
        return take(first)
    }
}
