public import Interface
import Records

extension TextMatcher {
    /// By characters, or by pinyin: initials, readings, or a mixture.
    public static let pinyin = TextMatcher { text, query in
        text.lowercased().contains(query) || Pinyin.matches(query: query, text: text, isName: false) != nil
    }
}
