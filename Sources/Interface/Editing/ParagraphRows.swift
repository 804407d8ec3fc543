import Terminal

/// Where the rows of one paragraph begin, at one width.
///
/// An edit rewraps from the row before it until the rows fall together with the old ones again.
struct ParagraphRows: Sendable {
    /// The offset of each row's first byte; the first is 0.
    private(set) var starts: [Int]

    /// Wraps a paragraph.
    init(_ text: String, columns: Int, width: TextWidth) {
        starts = [0]
        width.forEachRow(of: text, in: 0..<text.utf8.count, columns: columns) { start, _ in
            starts.append(start)
            return true
        }
    }

    /// The row that shows what stands behind a place.
    ///
    /// - Complexity: O(log *n*) in the number of rows.
    func row(at offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }

    /// Wraps again what an edit within the paragraph touched.
    ///
    /// - Parameters:
    ///   - edit: the edit, in this paragraph only.
    ///   - text: the paragraph as it is now.
    ///   - columns: the columns of a row.
    ///   - width: the widths.
    /// - Returns: how many rows were wrapped: a counter for tests.
    @discardableResult
    mutating func update(after edit: TextEdit, in text: String, columns: Int, width: TextWidth) -> Int {
        // What is typed may join the character before it, so the edit counts from there. A shorter word may now fit on the
        // row before; and where a whole row was one unbreakable piece, on the one before that. What decides where a row
        // ends stands at the latest at the start of the second row after it, so no row further up can change.
        let first = max(0, row(at: max(0, edit.start.offset - 1)) - 2)
        let delta = edit.newEnd.offset - edit.oldEnd.offset
        let old = starts
        starts.removeSubrange((first + 1)...)
        var position = first + 1
        var wrapped = 0
        width.forEachRow(of: text, in: old[first]..<text.utf8.count, columns: columns) { start, _ in
            wrapped += 1
            if start > edit.newEnd.offset {
                while position < old.count, old[position] + delta < start { position += 1 }
                if position < old.count, old[position] + delta == start, old[position] >= edit.oldEnd.offset {
                    starts.append(contentsOf: old[position...].lazy.map { $0 + delta })
                    return false
                }
            }
            starts.append(start)
            return true
        }
        return wrapped
    }
}
