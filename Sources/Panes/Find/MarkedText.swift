import Interface

/// A text with what was found in it between « and », so that it is seen without colour too.
enum MarkedText {
    /// The text with its marks.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - ranges: what was found, in bytes of UTF-8, in order; one that does not fall between characters is left out.
    ///   - role: how the rest looks.
    /// - Returns: the pieces.
    static func spans(_ text: String, _ ranges: [Range<Int>], _ role: Role = .text) -> [Span] {
        var spans: [Span] = []
        var place = text.startIndex
        for range in ranges {
            guard let found = characters(range, in: text), found.lowerBound >= place, !found.isEmpty else { continue }
            if place < found.lowerBound { spans.append(Span(String(text[place..<found.lowerBound]), role)) }
            spans.append(Span("«\(text[found])»", .match))
            place = found.upperBound
        }
        if place < text.endIndex { spans.append(Span(String(text[place...]), role)) }
        return spans
    }

    /// A piece of a long text around the first thing found, on one row.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - ranges: what was found.
    ///   - before: how many characters before it are shown.
    /// - Returns: the pieces; they end with the text, so the list cuts them.
    static func excerpt(_ text: String, _ ranges: [Range<Int>], before: Int = 6) -> [Span] {
        guard let first = ranges.first.flatMap({ characters($0, in: text) }) else { return [] }
        let start = text.index(first.lowerBound, offsetBy: -before, limitedBy: text.startIndex) ?? text.startIndex
        let shift = text[..<start].utf8.count
        let moved = ranges.compactMap { $0.lowerBound >= shift ? $0.lowerBound - shift..<$0.upperBound - shift : nil }
        // One row: a line feed gives way to as many spaces as it has bytes, so that the ranges still fit.
        let rest = text[start...].map {
            $0.isNewline ? String(repeating: " ", count: String($0).utf8.count) : String($0)
        }.joined()
        return (start > text.startIndex ? [Span("…", .dim)] : []) + spans(rest, moved, .dim)
    }

    private static func characters(_ range: Range<Int>, in text: String) -> Range<String.Index>? {
        let bytes = text.utf8
        guard range.lowerBound >= 0, range.upperBound <= bytes.count else { return nil }
        let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
        let end = bytes.index(bytes.startIndex, offsetBy: range.upperBound)
        guard let first = start.samePosition(in: text), let last = end.samePosition(in: text) else { return nil }
        return first..<last
    }
}
