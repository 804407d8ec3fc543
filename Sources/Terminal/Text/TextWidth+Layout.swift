extension TextWidth {
    /// Cuts text to a number of columns, ending it with a marker when something was cut.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - columns: the most columns the result takes.
    ///   - marker: what ends a cut text; left out when it does not fit itself.
    /// - Returns: the text, or its beginning and the marker.
    public func truncate(_ text: String, to columns: Int, marker: String = "…") -> String {
        let markerColumns = self.columns(of: marker)
        var used = 0
        var cut = text.startIndex
        var fits = true
        forEachShape(in: text) { shape, index in
            if used + markerColumns <= columns { cut = index }
            used += shape.columns
            fits = used <= columns
            return fits
        }
        guard !fits else { return text }
        guard markerColumns <= columns else { return prefix(text, columns: columns) }
        return text[..<cut] + marker
    }

    /// The longest beginning of a text that fits.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - columns: the most columns the result takes.
    /// - Returns: whole characters only.
    public func prefix(_ text: String, columns: Int) -> String {
        String(text[..<index(in: text, atColumn: columns)])
    }

    /// The place in a text at or just before a column.
    ///
    /// - Parameters:
    ///   - text: text shown on one row.
    ///   - column: columns from the start of the text.
    /// - Returns: the start of the character that covers the column, or the end of the text.
    public func index<Text: StringProtocol>(in text: Text, atColumn column: Int) -> String.Index {
        var used = 0
        var found = text.endIndex
        forEachShape(in: text) { shape, index in
            guard used + shape.columns <= column else {
                found = index
                return false
            }
            used += shape.columns
            return true
        }
        return found
    }

    /// Fills text up with spaces, or cuts it, to exactly a number of columns.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - columns: the columns the result takes.
    ///   - alignment: where the text stands among the spaces.
    /// - Returns: text of exactly that many columns.
    public func pad(_ text: String, to columns: Int, alignment: TextAlignment = .left) -> String {
        let cut = truncate(text, to: columns)
        let spaces = max(0, columns - self.columns(of: cut))
        let before =
            switch alignment {
            case .left: 0
            case .center: spaces / 2
            case .right: spaces
            }
        return String(repeating: " ", count: before) + cut + String(repeating: " ", count: spaces - before)
    }
}
