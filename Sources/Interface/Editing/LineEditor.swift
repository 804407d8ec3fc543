public import Terminal
import Themes

/// A text of one line.
///
/// It scrolls sideways; the line feeds of pasted text become spaces.
public struct LineEditor: Sendable {
    /// The text with its caret.
    public private(set) var buffer: TextBuffer
    /// Columns of the text that are out of sight at the left.
    private var scroll = 0
    /// Whether the next character typed takes the place of everything: right for a day or a number that is there already.
    private var isReplacing: Bool

    /// A text of one line, with the caret at its end.
    ///
    /// - Parameters:
    ///   - text: what it holds at first.
    ///   - limit: the most Unicode scalars it takes.
    ///   - isReplacing: whether the first character typed takes the place of the text; it is shown as chosen until then.
    public init(_ text: String = "", limit: Int = 1000, isReplacing: Bool = false) {
        buffer = TextBuffer(text, isSingleLine: true, limit: limit)
        self.isReplacing = isReplacing && !text.isEmpty
    }

    /// The text.
    public var text: String { buffer.paragraphs[0] }

    /// Replaces the text as one step that can be undone.
    ///
    /// - Parameter text: the new text; the caret goes to its end.
    public mutating func replaceAll(with text: String) {
        buffer.moveCaret(to: buffer.end)
        buffer.delete(to: TextPosition())
        buffer.insert(text)
    }

    /// Takes an input.
    ///
    /// - Parameter input: what came.
    /// - Returns: what became of it.
    public mutating func handle(_ input: Input) -> EntryOutcome {
        switch input {
        case .text(let text): return insert(text, isTyping: true)
        case .paste(let text): return insert(text, isTyping: false)
        case .key: return .ignored
        case .action(let action): return take(action)
        }
    }

    /// Draws the text with the caret.
    ///
    /// - Parameters:
    ///   - canvas: the frame.
    ///   - area: its place; the first row is used.
    ///   - look: colours and widths.
    ///   - isFocused: whether the caret stands here.
    ///   - placeholder: shown while the text is empty.
    public mutating func draw(
        into canvas: inout Canvas, area: Rect, look: Look, isFocused: Bool = true, placeholder: String = ""
    ) {
        guard !area.isEmpty else { return }
        let room = area.size.columns
        let head = text[..<text.index(at: buffer.caret.offset)]
        let caret = look.textWidth.columns(of: head)
        let all = look.columns(text)
        // The caret needs a cell of its own behind the text.
        if !isFocused { scroll = 0 }
        scroll = min(scroll, max(0, all + 1 - room), caret)
        if caret - scroll >= room { scroll = caret - room + 1 }
        let first = look.textWidth.index(in: text, atColumn: scroll)
        let start = look.textWidth.columns(of: text[..<first])
        // A wide character cut by the left edge is left out.
        let from = start < scroll && first < text.endIndex ? text.index(after: first) : first
        let shift = max(0, look.textWidth.columns(of: text[..<from]) - scroll)
        if text.isEmpty {
            canvas.write(placeholder, row: 0, in: area, style: look[.dim])
        } else {
            let rest = look.textWidth.prefix(String(text[from...]), columns: max(0, room - shift))
            canvas.write(
                rest, row: 0, column: shift, in: area, style: look[isReplacing && isFocused ? .selection : .field])
        }
        if isFocused {
            canvas.placeCaret(
                at: Point(row: area.origin.row, column: area.origin.column + max(0, min(room - 1, caret - scroll))))
        }
    }

    private mutating func insert(_ text: String, isTyping: Bool) -> EntryOutcome {
        if isReplacing {
            isReplacing = false
            replaceAll(with: "")
        }
        return buffer.insert(text, isTyping: isTyping)
            ? .changed : .refused(Texts.fill(Texts.textLimit, ["n": "\(buffer.limit)"]))
    }

    private mutating func take(_ action: ActionID) -> EntryOutcome {
        let caret = buffer.caret
        if isReplacing, action == StandardActions.Edit.backspace || action == StandardActions.Edit.delete {
            isReplacing = false
            replaceAll(with: "")
            return .changed
        }
        isReplacing = false
        switch action {
        case StandardActions.Move.left: return move(to: buffer.position(before: caret) ?? caret)
        case StandardActions.Move.right: return move(to: buffer.position(after: caret) ?? caret)
        case StandardActions.Move.wordLeft: return move(to: buffer.wordStart(before: caret))
        case StandardActions.Move.wordRight: return move(to: buffer.wordStart(after: caret))
        case StandardActions.Move.rowStart: return move(to: TextPosition())
        case StandardActions.Move.rowEnd: return move(to: buffer.end)
        case StandardActions.Edit.backspace: return buffer.deleteBackward() ? .changed : .moved
        case StandardActions.Edit.delete: return buffer.deleteForward() ? .changed : .moved
        case StandardActions.Edit.deleteWord:
            return buffer.delete(to: buffer.wordStart(before: caret)) ? .changed : .moved
        case StandardActions.Edit.deleteToStart: return buffer.delete(to: TextPosition()) ? .changed : .moved
        case StandardActions.undo: return buffer.undo() ? .changed : .refused(Texts.undoNothing)
        case StandardActions.redo: return buffer.redo() ? .changed : .refused(Texts.redoNothing)
        default: return .ignored
        }
    }

    private mutating func move(to position: TextPosition) -> EntryOutcome {
        buffer.moveCaret(to: position)
        return .moved
    }
}
