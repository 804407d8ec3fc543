import Desk
import Interface
import Records

/// What Tab offers for the word at the end of a search.
struct FindCompletion {
    /// The day.
    let today: CalendarDay
    /// The language in which words are offered.
    let language: Language
    /// The estates of the beat.
    let streets: () -> [String]

    /// The last word of a text, which may be empty.
    static func lastWord(_ text: String) -> String {
        String(text.reversed().prefix { !$0.isWhitespace }.reversed())
    }

    /// What stands before a candidate: all of the text, or all but the word that the candidate completes.
    ///
    /// - Parameter text: what was typed.
    /// - Returns: the text to put a candidate behind.
    func stem(_ text: String) -> String {
        let last = Self.lastWord(text)
        let folded = TextMatcher.fold(last)
        let completes =
            FindQuery.narrowing(last) != nil
            || FindQuery.Narrowing.allCases.contains { $0.word[language].hasPrefix(folded) }
        return completes || last.isEmpty ? String(text.dropLast(last.count)) : text + " "
    }

    /// What the last word may become.
    ///
    /// - Parameter text: what was typed.
    /// - Returns: whole words, the likeliest first; none when nothing narrows so.
    func candidates(_ text: String) -> [String] {
        let last = Self.lastWord(text)
        guard let (narrowing, value) = FindQuery.narrowing(last) else {
            let words = FindQuery.Narrowing.allCases.map { $0.word[language] }
            let begun = words.filter { !last.isEmpty && $0.hasPrefix(TextMatcher.fold(last)) }
            return begun.isEmpty ? words : begun
        }
        let values: [String] =
            switch narrowing {
            case .kind: FindQuery.kinds.map { $0.name[language] }
            case .street: streets()
            case .period: FindPeriod.words.map { $0.label[language] }
            case .before: (0..<6).map { String("\(today.startOfMonth.adding(months: -$0))".prefix(7)) }
            }
        return values.filter { TextMatcher.pinyin.matches($0, value) }.map { narrowing.word[language] + $0 }
    }
}
