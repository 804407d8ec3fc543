extension TextWidth {
    /// Breaks text into rows, as Chinese is broken.
    ///
    /// A row never starts with 。，、；：？！）》」』”’… nor ends with （《「『“‘ as long as an earlier break exists in the row;
    /// Latin words and numbers stay whole when they fit on a row of their own. A line feed always ends a row. Spaces at
    /// the end of a row hang over its edge, so the columns of a row may exceed `columns` by those spaces only.
    ///
    /// - Parameters:
    ///   - text: the text, with line feeds between paragraphs.
    ///   - columns: the columns of a row; at least 2 are used, since less could not hold an ideograph.
    /// - Returns: at least one row; the rows cover the text in order.
    /// - Complexity: O(length of the text).
    public func wrap(_ text: String, columns: Int) -> [WrappedLine] {
        var lines: [WrappedLine] = []
        var start = text.startIndex
        while true {
            let end = text[start...].firstIndex(where: \.isNewline) ?? text.endIndex
            let first = text.utf8.distance(from: text.startIndex, to: start)
            let last = text.utf8.distance(from: text.startIndex, to: end)
            var rowStart = start
            let rest = forEachRow(of: text, in: first..<last, columns: columns) { rowEnd, columns in
                let rowEnd = text.utf8.index(text.startIndex, offsetBy: rowEnd)
                lines.append(WrappedLine(range: rowStart..<rowEnd, columns: columns, endsParagraph: false))
                rowStart = rowEnd
                return true
            }
            lines.append(WrappedLine(range: rowStart..<end, columns: rest, endsParagraph: true))
            guard end < text.endIndex else { return lines }
            start = text.index(after: end)
        }
    }

    /// Breaks one paragraph into rows as ``wrap(_:columns:)`` does, by UTF-8 offsets, for as long as it is wanted.
    ///
    /// A note of 100,000 characters is one paragraph when somebody pastes it so, and all of it may have to be broken again
    /// while a key waits: plain text is read byte by byte here, and only what may combine is looked at as characters.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - bytes: the paragraph, without line feeds, or what is left of it from the start of a row on.
    ///   - columns: the columns of a row; at least 2 are used.
    ///   - body: called with the end of each row but the last, which is the start of the next, and the columns of the row;
    ///     returns whether to go on.
    /// - Returns: the columns of the last row; of no meaning when it was told to stop.
    /// - Complexity: O(length of what is broken).
    @discardableResult
    public func forEachRow(
        of text: String, in bytes: Range<Int>, columns: Int, _ body: (_ end: Int, _ columns: Int) -> Bool
    ) -> Int {
        let broken = text.utf8.withContiguousStorageIfAvailable {
            breakRows(text, $0, in: bytes, columns: max(2, columns), body)
        }
        if let broken { return broken }
        var native = text
        native.makeContiguousUTF8()
        return forEachRow(of: native, in: bytes, columns: columns, body)
    }

    private func breakRows(
        _ text: String, _ utf8: UnsafeBufferPointer<UInt8>, in bytes: Range<Int>, columns: Int,
        _ body: (_ end: Int, _ columns: Int) -> Bool
    ) -> Int {
        let lone = LineBreaking.lone
        let quoteColumns = LineBreaking.quotes.map { value in
            Unicode.Scalar(value).map { self.columns(of: Character($0)) } ?? 1
        }
        var rowStart = bytes.lowerBound
        var used = 0
        /// The last place where the row may end, and the columns up to there.
        var breakAt: (offset: Int, columns: Int)?
        var before: LineBreaking.Class?
        var offset = bytes.lowerBound
        var scalar = Self.loneScalar(utf8, at: offset, before: bytes.upperBound)
        while offset < bytes.upperBound {
            var end = offset
            var following: (value: UInt32, length: Int)?
            var isPlain = false
            if let known = scalar {
                end += known.length
                following = Self.loneScalar(utf8, at: end, before: bytes.upperBound)
                isPlain = following != nil || end == bytes.upperBound
            }
            let kind: LineBreaking.Class
            let width: Int
            // Two scalars that never combine with anything have a character boundary between them, so the slow search for
            // grapheme clusters is only needed around the others.
            if isPlain, let known = scalar {
                kind = lone[known.value]
                width =
                    LineBreaking.quotes.contains(known.value)
                    ? quoteColumns[Int(known.value - LineBreaking.quotes.lowerBound)] : known.value < 0x7F ? 1 : 2
            } else {
                let character = text[text.utf8.index(text.startIndex, offsetBy: offset)]
                kind = LineBreaking.kind(of: character)
                width = self.columns(of: character)
                end = offset + character.utf8.count
                following = Self.loneScalar(utf8, at: end, before: bytes.upperBound)
            }
            scalar = following
            if let before, LineBreaking.mayBreak(between: before, kind) { breakAt = (offset, used) }
            while kind != .space, used + width > columns, offset > rowStart {
                // Without a permitted break, as in a long number, the row is simply full.
                let rowEnd = breakAt ?? (offset, used)
                guard body(rowEnd.offset, rowEnd.columns) else { return used }
                rowStart = rowEnd.offset
                used -= rowEnd.columns
                breakAt = nil
            }
            used += width
            before = kind
            offset = end
        }
        return used
    }

    /// The scalar at an offset, when it is one that stands alone, or a quotation mark, dash or ellipsis.
    private static func loneScalar(
        _ utf8: UnsafeBufferPointer<UInt8>, at offset: Int, before end: Int
    ) -> (value: UInt32, length: Int)? {
        guard offset < end else { return nil }
        let first = UInt32(utf8[offset])
        if first < 0x80 { return standsAlone(first) ? (first, 1) : nil }
        // Everything else that stands alone takes three bytes.
        guard first & 0xF0 == 0xE0, offset + 2 < end else { return nil }
        let value = (first & 0x0F) << 12 | (UInt32(utf8[offset + 1]) & 0x3F) << 6 | UInt32(utf8[offset + 2]) & 0x3F
        return standsAlone(value) || LineBreaking.quotes.contains(value) ? (value, 3) : nil
    }
}
