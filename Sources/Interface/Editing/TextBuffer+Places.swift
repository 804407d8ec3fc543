extension TextBuffer {
    /// The place one character to the left.
    ///
    /// - Parameter position: a place between two characters.
    /// - Returns: the place; the end of the paragraph before at the start of one; `nil` at the start of the text.
    public func position(before position: TextPosition) -> TextPosition? {
        guard position.offset > 0 else {
            guard position.paragraph > 0 else { return nil }
            let before = position.paragraph - 1
            return TextPosition(paragraph: before, offset: paragraphs[before].utf8.count)
        }
        let text = paragraphs[position.paragraph]
        return TextPosition(
            paragraph: position.paragraph,
            offset: text.offset(of: text.index(before: text.index(at: position.offset))))
    }

    /// The place one character to the right.
    ///
    /// - Parameter position: a place between two characters.
    /// - Returns: the place; the start of the next paragraph at the end of one; `nil` at the end of the text.
    public func position(after position: TextPosition) -> TextPosition? {
        let text = paragraphs[position.paragraph]
        guard position.offset < text.utf8.count else {
            guard position.paragraph + 1 < paragraphs.count else { return nil }
            return TextPosition(paragraph: position.paragraph + 1)
        }
        return TextPosition(
            paragraph: position.paragraph,
            offset: text.offset(of: text.index(after: text.index(at: position.offset))))
    }

    /// The start of the word to the left.
    ///
    /// - Parameter position: a place between two characters.
    /// - Returns: the place.
    public func wordStart(before position: TextPosition) -> TextPosition {
        guard var place = self.position(before: position) else { return position }
        if place.paragraph < position.paragraph { return place }
        let text = paragraphs[place.paragraph]
        func kind(_ offset: Int) -> WordKind { WordKind(text[text.index(at: offset)]) }
        while place.offset > 0, kind(place.offset) == .space, let next = self.position(before: place) { place = next }
        let run = kind(place.offset)
        while place.offset > 0, let next = self.position(before: place), kind(next.offset) == run { place = next }
        return place
    }

    /// The start of the next word, or the end of the paragraph.
    ///
    /// - Parameter position: a place between two characters.
    /// - Returns: the place.
    public func wordStart(after position: TextPosition) -> TextPosition {
        let text = paragraphs[position.paragraph]
        let end = text.utf8.count
        guard position.offset < end else { return self.position(after: position) ?? position }
        func kind(_ offset: Int) -> WordKind { WordKind(text[text.index(at: offset)]) }
        var place = position
        let run = kind(place.offset)
        while place.offset < end, kind(place.offset) == run, let next = self.position(after: place) { place = next }
        while place.offset < end, kind(place.offset) == .space, let next = self.position(after: place) { place = next }
        return place
    }

    /// The nearest place between two characters, at or after a place that may be anywhere.
    func settled(_ position: TextPosition) -> TextPosition {
        let paragraph = min(max(0, position.paragraph), paragraphs.count - 1)
        let text = paragraphs[paragraph]
        let offset = paragraph == position.paragraph ? min(max(0, position.offset), text.utf8.count) : text.utf8.count
        return TextPosition(paragraph: paragraph, offset: text.characterBoundary(atOrAfter: offset))
    }

    /// Line ends of every kind become line feeds, or spaces; tabs become spaces, since terminals move on at them.
    static func normalized(_ text: String, singleLine: Bool) -> String {
        // The two bytes before tell U+0085, U+2028 and U+2029 from “quotes” and dashes, which every note has.
        var before: (UInt8, UInt8) = (0, 0)
        let special = text.utf8.contains { byte in
            defer { before = (before.1, byte) }
            return switch byte {
            case 0x0A: singleLine
            case 0x09...0x0D: true
            case 0x85: before.1 == 0xC2
            case 0xA8, 0xA9: before == (0xE2, 0x80)
            default: false
            }
        }
        var result = String.UnicodeScalarView()
        if special {
            var wasReturn = false
            for scalar in text.unicodeScalars {
                defer { wasReturn = scalar == "\r" }
                switch scalar {
                case "\n" where wasReturn: break
                case "\n", "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}":
                    result.append(singleLine ? " " : "\n")
                case "\t":
                    result.append(" ")
                    if !singleLine { result.append(" ") }
                default: result.append(scalar)
                }
            }
        }
        var clean = special ? String(result) : text
        clean.makeContiguousUTF8()
        return clean
    }
}

/// What a character is to moving by words: a run of one kind is a word.
private enum WordKind {
    case space
    case letter
    case ideograph
    case mark

    init(_ character: Character) {
        guard let scalar = character.unicodeScalars.first else {
            self = .mark
            return
        }
        if character.isWhitespace {
            self = .space
        } else if scalar.properties.isIdeographic || (0x3040...0x30FF).contains(scalar.value) {
            self = .ideograph
        } else if character.isLetter || character.isNumber {
            self = .letter
        } else {
            self = .mark
        }
    }
}
