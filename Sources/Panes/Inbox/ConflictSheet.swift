import Desk
import Interface
import Records

/// Puts the sides of a conflict into rows: who, when, where, and the text with what differs marked.
struct ConflictSheet {
    /// The conflict.
    let conflict: Conflict
    /// Language and widths.
    let look: Look
    /// The day.
    let today: CalendarDay
    /// Puts values into words, masked or not.
    let words: ValueText
    /// Whether masked values are shown whole.
    let isRevealed: Bool
    /// Whether long stretches that both sides have are left out: what differs is what is decided about.
    let isFolded: Bool

    /// Whether folding would leave anything out.
    var canFold: Bool {
        conflict.kind == .field && conflict.versions.contains { ($0.value.text?.count ?? 0) > Self.longStretch }
    }

    /// The sides beside each other when there are two and room for both; otherwise one column.
    ///
    /// - Parameter columns: the columns there are.
    /// - Returns: the columns of rows.
    func columns(_ columns: Int) -> [[StyledLine]] {
        let texts = marked()
        if conflict.versions.count == 2, columns >= 100 {
            let width = columns / 2 - 3
            return conflict.versions.indices.map { side($0, texts[$0], columns: width) }
        }
        return [
            Array(
                conflict.versions.indices.map { side($0, texts[$0], columns: columns - 3) }
                    .joined(separator: [StyledLine("")]))
        ]
    }

    private func side(_ place: Int, _ text: [Piece], columns: Int) -> [StyledLine] {
        let version = conflict.versions[place]
        var head = [
            Span(look.text(ConflictNames.side(place)) + " ", .key),
            Span(version.officer.isEmpty ? look.text(InboxTexts.unknown) : version.officer, .heading),
            Span(
                " · \(look.text(version.laptop.label)) · \(DayText.short(version.moment, today: today))", .heading),
        ]
        if version.isDoubtful { head.append(Span(" " + look.text(InboxTexts.doubtful), .warning)) }
        if conflict.kind == .field, place == conflict.shown {
            head.append(Span("  " + look.text(InboxTexts.shown), .dim))
        }
        let rule = look.textWidth.prefix(String(repeating: "─", count: columns), columns: columns)
        return [StyledLine(head), StyledLine(rule, .rule)] + Self.wrap(text, columns: columns, look: look)
    }

    // MARK: Texts

    /// A piece of a text and whether the other side has something else there.
    struct Piece {
        let text: String
        let role: Role
    }

    /// The text of each side with what differs between « and », so that it is seen without colour too.
    private func marked() -> [[Piece]] {
        guard conflict.kind == .field, !isMasked else {
            return conflict.versions.map { [Piece(text: text(of: $0), role: .text)] }
        }
        return conflict.versions.enumerated().map { place, version in
            let other = conflict.versions[place == 0 ? min(1, conflict.versions.count - 1) : 0]
            guard !version.value.isEmpty, !version.value.isGone else {
                return [Piece(text: text(of: version), role: .dim)]
            }
            guard !other.value.isEmpty, !other.value.isGone else {
                return [Piece(text: text(of: version), role: .text)]
            }
            let isFirst = place == 0
            let first = isFirst ? version : other
            let difference = TextDifference(text(of: first), text(of: isFirst ? other : version))
            return difference.segments.flatMap { segment in
                let own = isFirst ? segment.left : segment.right
                return segment.isShared ? shared(own) : Self.mark(own)
            }
        }
    }

    /// A longer stretch than this is folded.
    private static let longStretch = 160
    /// So much of a folded stretch stays at either end, whole lines if one ends there.
    private static let context = 48

    /// What both sides have, without its middle when it is long; the same on both sides, so that they stay in step.
    private func shared(_ text: String) -> [Piece] {
        guard isFolded, text.count > Self.longStretch else { return [Piece(text: text, role: .text)] }
        let head = text.prefix(Self.context)
        let tail = text.suffix(Self.context)
        let from = head.lastIndex(where: \.isNewline) ?? head.endIndex
        let to = tail.firstIndex(where: \.isNewline).map { text.index(after: $0) } ?? tail.startIndex
        let count = text[from..<to].count { !$0.isNewline }
        let fold = look.text(Texts.fill(InboxTexts.same, ["n": "\(count)"]))
        return [
            Piece(text: text[..<from] + "\n", role: .text), Piece(text: fold, role: .dim),
            Piece(text: "\n" + text[to...], role: .text),
        ]
    }

    /// What differs, marked line by line: a mark that opens on one line and closes on another is hard to see.
    private static func mark(_ text: String) -> [Piece] {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap { place, line -> [Piece] in
            let feed = place > 0 ? [Piece(text: "\n", role: .text)] : []
            return feed + (line.isEmpty ? [] : [Piece(text: "«\(line)»", role: .markedDifference)])
        }
    }

    private var isMasked: Bool { !isRevealed && (conflict.field?.sensitivity ?? .plain) != .plain }

    private func text(of version: Conflict.Version) -> String {
        guard conflict.kind != .field else { return text(of: version.value, in: conflict.field) }
        guard version.value != .null else {
            return look.text(conflict.kind == .row ? InboxTexts.deletedRow : InboxTexts.deletedRecord)
        }
        let edits = version.edits.map { entry in
            let name = look.text(ConflictNames.field(entry.path, in: conflict.base, of: conflict.type))
            return name + look.text(Label("：", ": ")) + text(of: entry.value, in: conflict.type.field(at: entry.path))
        }
        guard !edits.isEmpty else { return look.text(InboxTexts.keptAlone) }
        return ([look.text(InboxTexts.kept)] + edits).joined(separator: "\n")
    }

    private func text(of value: Value, in field: FieldSpec?) -> String {
        if value == .erased { return look.text(InboxTexts.erased) }
        if value == .unreadable { return look.text(InboxTexts.unreadable) }
        guard !value.isEmpty else { return look.text(InboxTexts.empty) }
        return field.map { words.text(of: value, in: $0) } ?? JSONWriter.text(of: value)
    }

    // MARK: Wrapping

    /// Wraps pieces as one text.
    private static func wrap(_ pieces: [Piece], columns: Int, look: Look) -> [StyledLine] {
        let text = pieces.map(\.text).joined()
        // Where each piece ends, in bytes: the same place in the text whatever its characters do.
        var ends: [Int] = []
        for piece in pieces { ends.append((ends.last ?? 0) + piece.text.utf8.count) }
        var place = 0
        return look.textWidth.wrap(text, columns: max(2, columns)).map { line in
            var spans: [Span] = []
            var start = text.utf8.distance(from: text.startIndex, to: line.range.lowerBound)
            let end = text.utf8.distance(from: text.startIndex, to: line.range.upperBound)
            while place < ends.count, ends[place] <= start { place += 1 }
            while start < end, place < ends.count {
                let next = min(end, ends[place])
                let from = text.utf8.index(text.startIndex, offsetBy: start)
                let through = text.utf8.index(text.startIndex, offsetBy: next)
                spans.append(Span(String(text[from..<through]), pieces[place].role))
                start = next
                if ends[place] <= start, start < end { place += 1 }
            }
            return StyledLine(spans)
        }
    }
}
