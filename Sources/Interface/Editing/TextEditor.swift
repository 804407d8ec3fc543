public import Terminal
import Themes

/// A text of several lines, wrapped as Chinese is.
///
/// Only what an edit touches is wrapped again, and only what is seen is drawn.
public struct TextEditor: Sendable {
    /// The text with its caret.
    public private(set) var buffer: TextBuffer
    /// How many rows were wrapped in all: a counter for tests.
    public private(set) var wrappedRows = 0

    var rows: [ParagraphRows?]
    var columns = 60
    var textWidth = TextWidth.standard
    /// The first row that is seen.
    private var top = RowPlace()
    private var page = 4
    /// The column that going up and down keeps to.
    private var goal: Int?
    /// Whether a caret between two rows is shown behind the upper one.
    private var isAtRowEnd = false

    /// A row by paragraph and row within it.
    struct RowPlace: Hashable, Comparable {
        var paragraph = 0
        var row = 0

        static func < (left: RowPlace, right: RowPlace) -> Bool {
            (left.paragraph, left.row) < (right.paragraph, right.row)
        }
    }

    /// A text of several lines, with the caret at its end.
    ///
    /// - Parameters:
    ///   - text: what it holds at first.
    ///   - limit: the most Unicode scalars it takes.
    public init(_ text: String = "", limit: Int = 2_000_000) {
        buffer = TextBuffer(text, limit: limit)
        rows = Array(repeating: nil, count: buffer.paragraphs.count)
    }

    /// The text.
    public var text: String { buffer.text }

    /// Puts the caret somewhere.
    ///
    /// - Parameter position: where.
    public mutating func moveCaret(to position: TextPosition) {
        buffer.moveCaret(to: position)
        goal = nil
        isAtRowEnd = false
    }

    /// Puts text at the caret as one step, such as a phrase.
    ///
    /// - Parameter text: the text.
    /// - Returns: what became of it.
    public mutating func insert(_ text: String) -> EntryOutcome { handle(.paste(text)) }

    /// Sets the columns of a row before anything was drawn; drawing sets them from its place.
    ///
    /// - Parameters:
    ///   - columns: the columns of a row, without the one for the caret behind it.
    ///   - textWidth: the widths.
    public mutating func lay(columns: Int, textWidth: TextWidth = .standard) {
        let columns = max(2, columns)
        let isSame =
            columns == self.columns && textWidth.ambiguous == self.textWidth.ambiguous
            && textWidth.lines == self.textWidth.lines
        guard !isSame else { return }
        self.columns = columns
        self.textWidth = textWidth
        rows = Array(repeating: nil, count: buffer.paragraphs.count)
        top.row = 0
    }

    /// Takes an input.
    ///
    /// - Parameter input: what came.
    /// - Returns: what became of it; up in the first row and down in the last one are ignored, so that a form moves on.
    public mutating func handle(_ input: Input) -> EntryOutcome {
        switch input {
        case .text(let text): return change { $0.insert(text, isTyping: true) }
        case .paste(let text): return change { $0.insert(text) }
        case .key: return .ignored
        case .action(let action): return take(action)
        }
    }

    /// Draws the text with the caret; the last column stays free for a caret behind a full row.
    ///
    /// - Parameters:
    ///   - canvas: the frame.
    ///   - area: its place.
    ///   - look: colours and widths.
    ///   - isFocused: whether the caret stands here.
    ///   - placeholder: shown while the text is empty.
    public mutating func draw(
        into canvas: inout Canvas, area: Rect, look: Look, isFocused: Bool = true, placeholder: String = ""
    ) {
        guard !area.isEmpty else { return }
        lay(columns: area.size.columns - 1, textWidth: look.textWidth)
        page = area.size.rows
        let caretRow = rowOfCaret()
        scroll(to: caretRow)
        if buffer.isEmpty, !isFocused || !placeholder.isEmpty {
            canvas.write(placeholder, row: 0, in: area, style: look[.dim])
        }
        var place: RowPlace? = top
        for line in 0..<area.size.rows {
            guard let here = place else { break }
            let range = range(of: here)
            let text = buffer.paragraphs[here.paragraph]
            let shown = String(text[text.index(at: range.lowerBound)..<text.index(at: range.upperBound)])
            canvas.write(
                textWidth.prefix(shown, columns: area.size.columns), row: line, in: area, style: look[.field])
            if isFocused, here == caretRow {
                let column = min(area.size.columns - 1, columnOfCaret(in: here))
                canvas.placeCaret(at: Point(row: area.origin.row + line, column: area.origin.column + column))
            }
            place = self.place(after: here)
        }
    }

    private mutating func take(_ action: ActionID) -> EntryOutcome {
        let caret = buffer.caret
        switch action {
        case StandardActions.Move.left: return move(to: buffer.position(before: caret) ?? caret)
        case StandardActions.Move.right: return move(to: buffer.position(after: caret) ?? caret)
        case StandardActions.Move.wordLeft: return move(to: buffer.wordStart(before: caret))
        case StandardActions.Move.wordRight: return move(to: buffer.wordStart(after: caret))
        case StandardActions.Move.start: return move(to: TextPosition())
        case StandardActions.Move.end: return move(to: buffer.end)
        case StandardActions.Move.rowStart:
            let row = rowOfCaret()
            return move(to: TextPosition(paragraph: row.paragraph, offset: range(of: row).lowerBound))
        case StandardActions.Move.rowEnd:
            let row = rowOfCaret()
            let outcome = move(to: TextPosition(paragraph: row.paragraph, offset: range(of: row).upperBound))
            isAtRowEnd = true
            return outcome
        case StandardActions.Move.up: return moveRows(by: -1) ? .moved : .ignored
        case StandardActions.Move.down: return moveRows(by: 1) ? .moved : .ignored
        case StandardActions.Move.pageUp: return moveRows(by: -max(1, page - 1)) ? .moved : .ignored
        case StandardActions.Move.pageDown: return moveRows(by: max(1, page - 1)) ? .moved : .ignored
        case StandardActions.Edit.newline: return change { $0.insert("\n", isTyping: true) }
        case StandardActions.Edit.backspace: return delete { $0.deleteBackward() }
        case StandardActions.Edit.delete: return delete { $0.deleteForward() }
        case StandardActions.Edit.deleteWord: return delete { $0.delete(to: $0.wordStart(before: $0.caret)) }
        case StandardActions.Edit.deleteToStart:
            let row = rowOfCaret()
            let start = TextPosition(paragraph: row.paragraph, offset: range(of: row).lowerBound)
            return delete { $0.delete(to: start) }
        case StandardActions.undo:
            if delete({ $0.undo() }) == .changed { return .changed }
            return .refused(Texts.undoNothing)
        case StandardActions.redo:
            if delete({ $0.redo() }) == .changed { return .changed }
            return .refused(Texts.redoNothing)
        default: return .ignored
        }
    }

    private mutating func change(_ body: (inout TextBuffer) -> Bool) -> EntryOutcome {
        let fits = body(&buffer)
        follow()
        return fits ? .changed : .refused(Texts.fill(Texts.textLimit, ["n": "\(buffer.limit)"]))
    }

    private mutating func delete(_ body: (inout TextBuffer) -> Bool) -> EntryOutcome {
        let did = body(&buffer)
        follow()
        return did ? .changed : .moved
    }

    private mutating func move(to position: TextPosition) -> EntryOutcome {
        moveCaret(to: position)
        return .moved
    }

    /// Brings the rows up to what was edited.
    private mutating func follow() {
        goal = nil
        isAtRowEnd = false
        for edit in buffer.takeEdits() {
            let paragraph = edit.start.paragraph
            if edit.oldEnd.paragraph == paragraph, edit.newEnd.paragraph == paragraph {
                wrappedRows +=
                    rows[paragraph]?.update(
                        after: edit, in: buffer.paragraphs[paragraph], columns: columns, width: textWidth) ?? 0
            } else {
                rows.replaceSubrange(
                    paragraph...edit.oldEnd.paragraph,
                    with: Array(repeating: nil, count: edit.newEnd.paragraph - paragraph + 1))
            }
        }
        top.paragraph = min(top.paragraph, buffer.paragraphs.count - 1)
    }

    // MARK: Rows

    mutating func rows(of paragraph: Int) -> ParagraphRows {
        if let known = rows[paragraph] { return known }
        let made = ParagraphRows(buffer.paragraphs[paragraph], columns: columns, width: textWidth)
        wrappedRows += made.starts.count
        rows[paragraph] = made
        return made
    }

    /// The bytes that a row shows.
    private mutating func range(of place: RowPlace) -> Range<Int> {
        let starts = rows(of: place.paragraph).starts
        let next = place.row + 1
        return starts[place.row]..<(next < starts.count ? starts[next] : buffer.paragraphs[place.paragraph].utf8.count)
    }

    private mutating func place(after place: RowPlace) -> RowPlace? {
        if place.row + 1 < rows(of: place.paragraph).starts.count {
            return RowPlace(paragraph: place.paragraph, row: place.row + 1)
        }
        return place.paragraph + 1 < buffer.paragraphs.count ? RowPlace(paragraph: place.paragraph + 1) : nil
    }

    private mutating func place(before place: RowPlace) -> RowPlace? {
        if place.row > 0 { return RowPlace(paragraph: place.paragraph, row: place.row - 1) }
        guard place.paragraph > 0 else { return nil }
        return RowPlace(paragraph: place.paragraph - 1, row: rows(of: place.paragraph - 1).starts.count - 1)
    }

    private mutating func rowOfCaret() -> RowPlace {
        let caret = buffer.caret
        let rows = rows(of: caret.paragraph)
        var row = rows.row(at: caret.offset)
        if isAtRowEnd, row > 0, rows.starts[row] == caret.offset { row -= 1 }
        return RowPlace(paragraph: caret.paragraph, row: row)
    }

    private mutating func columnOfCaret(in place: RowPlace) -> Int {
        let text = buffer.paragraphs[place.paragraph]
        let start = range(of: place).lowerBound
        return textWidth.columns(of: text[text.index(at: start)..<text.index(at: max(start, buffer.caret.offset))])
    }

    private mutating func moveRows(by count: Int) -> Bool {
        var place = rowOfCaret()
        let column = goal ?? columnOfCaret(in: place)
        var moved = false
        for _ in 0..<abs(count) {
            guard let next = count > 0 ? self.place(after: place) : self.place(before: place) else { break }
            place = next
            moved = true
        }
        guard moved else { return false }
        let range = range(of: place)
        let text = buffer.paragraphs[place.paragraph]
        let row = text[text.index(at: range.lowerBound)..<text.index(at: range.upperBound)]
        let offset = text.offset(of: textWidth.index(in: row, atColumn: column))
        buffer.moveCaret(to: TextPosition(paragraph: place.paragraph, offset: offset))
        goal = column
        // Behind the last character of a row that goes on, the caret stays on that row.
        isAtRowEnd = offset == range.upperBound && offset > range.lowerBound
        return true
    }

    /// Moves the window as little as possible so that a row is seen.
    private mutating func scroll(to place: RowPlace) {
        top.row = min(top.row, rows(of: top.paragraph).starts.count - 1)
        if place < top { return top = place }
        var last: RowPlace? = top
        for _ in 0..<page {
            guard let here = last else { break }
            if here == place { return }
            last = self.place(after: here)
        }
        top = place
        for _ in 1..<max(1, page) {
            guard let before = self.place(before: top) else { break }
            top = before
        }
    }
}
