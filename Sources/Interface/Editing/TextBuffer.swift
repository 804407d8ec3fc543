/// A text with a caret that can be edited, undone and redone.
///
/// It stays fast with 100,000 characters and a pasted megabyte: an edit costs as much as the paragraphs it touches.
///
/// The caret moves by what a reader takes for one character: a letter with its accents, a joined emoji, a flag.
public struct TextBuffer: Sendable {
    /// The lines of the text; at least one.
    public private(set) var paragraphs: [String]
    /// Where the next character goes.
    public private(set) var caret = TextPosition()
    /// Whether line feeds become spaces.
    public let isSingleLine: Bool
    /// The most Unicode scalars it takes; typing and pasting beyond that are cut.
    public let limit: Int
    /// How many Unicode scalars it holds, line feeds included.
    public private(set) var scalarCount: Int

    private var history = EditHistory()
    private var pendingEdits: [TextEdit] = []

    /// A text to edit, with the caret at its end.
    ///
    /// - Parameters:
    ///   - text: what it holds at first; line ends of any kind start a new paragraph.
    ///   - isSingleLine: whether line feeds become spaces.
    ///   - limit: the most Unicode scalars it takes.
    public init(_ text: String = "", isSingleLine: Bool = false, limit: Int = 2_000_000) {
        let text = Self.normalized(text, singleLine: isSingleLine)
        self.isSingleLine = isSingleLine
        self.limit = limit
        paragraphs = Self.split(text)
        scalarCount = text.unicodeScalars.count
        caret = end
    }

    /// The whole text, paragraphs joined by line feeds.
    public var text: String { paragraphs.joined(separator: "\n") }
    /// Whether nothing is in it.
    public var isEmpty: Bool { paragraphs.count == 1 && paragraphs[0].isEmpty }
    /// The last place.
    public var end: TextPosition {
        TextPosition(paragraph: paragraphs.count - 1, offset: paragraphs[paragraphs.count - 1].utf8.count)
    }
    /// Whether something can be undone.
    public var canUndo: Bool { history.canUndo }
    /// Whether something can be redone.
    public var canRedo: Bool { history.canRedo }

    /// Puts the caret somewhere; typing after that is undone apart from typing before.
    ///
    /// - Parameter position: where; moved to the nearest place between two characters.
    public mutating func moveCaret(to position: TextPosition) {
        caret = settled(position)
        history.seal()
    }

    /// Puts text at the caret.
    ///
    /// - Parameters:
    ///   - added: typed or pasted text.
    ///   - isTyping: whether it is undone together with what was typed just before.
    /// - Returns: false when the limit cut some of it off.
    @discardableResult
    public mutating func insert(_ added: String, isTyping: Bool = false) -> Bool {
        var added = Self.normalized(added, singleLine: isSingleLine)
        var count = added.unicodeScalars.count
        let room = limit - scalarCount
        let fits = count <= room
        if !fits {
            added = String(added.unicodeScalars.prefix(max(0, room)))
            count = max(0, room)
        }
        guard count > 0 else { return fits }
        record(at: caret, to: caret, added, kind: isTyping && added != "\n" ? .typing : .other)
        return fits
    }

    /// Deletes the character before the caret; at the start of a paragraph, joins it with the one before.
    ///
    /// - Returns: false when there is none.
    @discardableResult
    public mutating func deleteBackward() -> Bool {
        guard let start = position(before: caret) else { return false }
        record(at: start, to: caret, "", kind: .backspacing)
        return true
    }

    /// Deletes the character after the caret; at the end of a paragraph, joins the next one.
    ///
    /// - Returns: false when there is none.
    @discardableResult
    public mutating func deleteForward() -> Bool {
        guard let stop = position(after: caret) else { return false }
        record(at: caret, to: stop, "", kind: .other)
        return true
    }

    /// Deletes from the caret to another place, in either direction.
    ///
    /// - Parameter position: the other place.
    /// - Returns: false when nothing lies between.
    @discardableResult
    public mutating func delete(to position: TextPosition) -> Bool {
        let other = settled(position)
        guard other != caret else { return false }
        record(at: min(caret, other), to: max(caret, other), "", kind: .other)
        return true
    }

    /// Takes the last step back, with the caret where it was.
    ///
    /// - Returns: false when there is none.
    public mutating func undo() -> Bool {
        guard let step = history.undo() else { return false }
        replace(from: step.start, to: Self.end(of: step.inserted, at: step.start), with: step.removed)
        caret = settled(step.caretBefore)
        return true
    }

    /// Does the last step again that was taken back.
    ///
    /// - Returns: false when there is none.
    public mutating func redo() -> Bool {
        guard let step = history.redo() else { return false }
        replace(from: step.start, to: Self.end(of: step.removed, at: step.start), with: step.inserted)
        caret = settled(Self.end(of: step.inserted, at: step.start))
        return true
    }

    /// Hands over what was edited since the last call.
    mutating func takeEdits() -> [TextEdit] {
        defer { pendingEdits = [] }
        return pendingEdits
    }

    private mutating func record(
        at start: TextPosition, to stop: TextPosition, _ added: String, kind: EditHistory.Step.Kind
    ) {
        let before = caret
        let removed = replace(from: start, to: stop, with: added)
        history.add(
            EditHistory.Step(start: start, removed: removed, inserted: added, caretBefore: before, kind: kind))
        caret = settled(Self.end(of: added, at: start))
    }

    @discardableResult
    private mutating func replace(from start: TextPosition, to stop: TextPosition, with added: String) -> String {
        let removed = text(from: start, to: stop)
        let first = paragraphs[start.paragraph]
        let last = paragraphs[stop.paragraph]
        var pieces = Self.split(added)
        if pieces.count == 1, start.paragraph == stop.paragraph {
            // The usual case, typing: the paragraph is changed in place.
            let range = first.index(at: start.offset)..<first.index(at: stop.offset)
            paragraphs[start.paragraph].replaceSubrange(range, with: added)
        } else {
            pieces[0] = String(first[..<first.index(at: start.offset)]) + pieces[0]
            pieces[pieces.count - 1] += last[last.index(at: stop.offset)...]
            paragraphs.replaceSubrange(start.paragraph...stop.paragraph, with: pieces)
        }
        scalarCount += added.unicodeScalars.count - removed.unicodeScalars.count
        pendingEdits.append(TextEdit(start: start, oldEnd: stop, newEnd: Self.end(of: added, at: start)))
        return removed
    }

    private func text(from start: TextPosition, to stop: TextPosition) -> String {
        let first = paragraphs[start.paragraph]
        guard start.paragraph < stop.paragraph else {
            return String(first[first.index(at: start.offset)..<first.index(at: stop.offset)])
        }
        let last = paragraphs[stop.paragraph]
        let middle = paragraphs[(start.paragraph + 1)..<stop.paragraph]
        return
            ([String(first[first.index(at: start.offset)...])] + middle
            + [String(last[..<last.index(at: stop.offset)])]).joined(separator: "\n")
    }

    /// Where a text ends when it is put somewhere.
    private static func end(of text: String, at start: TextPosition) -> TextPosition {
        guard let feed = text.utf8.lastIndex(of: UInt8(ascii: "\n")) else {
            return TextPosition(paragraph: start.paragraph, offset: start.offset + text.utf8.count)
        }
        let feeds = text.utf8.reduce(0) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
        return TextPosition(
            paragraph: start.paragraph + feeds, offset: text.utf8.distance(from: feed, to: text.utf8.endIndex) - 1)
    }

    private static func split(_ text: String) -> [String] {
        text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { String(Substring($0)) }
    }
}
