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
        let columns = max(2, columns)
        var lines: [WrappedLine] = []
        var start = text.startIndex
        while true {
            let end = text[start...].firstIndex(where: \.isNewline) ?? text.endIndex
            wrapParagraph(text[start..<end], columns: columns, into: &lines)
            guard end < text.endIndex else { return lines }
            start = text.index(after: end)
        }
    }

    private func wrapParagraph(_ text: Substring, columns: Int, into lines: inout [WrappedLine]) {
        var lineStart = text.startIndex
        var used = 0
        /// The last place where the row may end, and the columns up to there.
        var breakAt: (index: String.Index, columns: Int)?
        var before: LineBreaking.Class?
        forEachShape(in: text) { shape, index in
            let kind = LineBreaking.kind(of: text[index])
            if let before, LineBreaking.mayBreak(between: before, kind) { breakAt = (index, used) }
            while kind != .space, used + shape.columns > columns, index > lineStart {
                // Without a permitted break, as in a long number, the row is simply full.
                let end = breakAt ?? (index, used)
                lines.append(
                    WrappedLine(range: lineStart..<end.index, columns: end.columns, endsParagraph: false))
                lineStart = end.index
                used -= end.columns
                breakAt = nil
            }
            used += shape.columns
            before = kind
            return true
        }
        lines.append(WrappedLine(range: lineStart..<text.endIndex, columns: used, endsParagraph: true))
    }
}
