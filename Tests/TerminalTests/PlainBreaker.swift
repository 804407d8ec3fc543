@testable import Terminal

/// The plainest way to break a paragraph into rows: character by character, each looked at in full.
enum PlainBreaker {
    /// The rows of a paragraph without line feeds.
    static func rows(_ text: String, columns: Int, width: TextWidth = .standard) -> [String] {
        var rows: [String] = []
        var row: [Character] = []
        var breakAt: Int?
        var before: LineBreaking.Class?
        func columnsOf(_ characters: some Sequence<Character>) -> Int {
            characters.reduce(0) { $0 + width.shape(of: $1).columns }
        }
        for character in text {
            let kind = LineBreaking.kind(of: character)
            if let before, LineBreaking.mayBreak(between: before, kind) { breakAt = row.count }
            while kind != .space, !row.isEmpty, columnsOf(row + [character]) > max(2, columns) {
                let end = breakAt ?? row.count
                rows.append(String(row[..<end]))
                row.removeFirst(end)
                breakAt = nil
            }
            row.append(character)
            before = kind
        }
        return rows + [String(row)]
    }
}
