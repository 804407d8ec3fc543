import Records

/// Decides whether a text answers to what was typed: by its characters, or by its pinyin where that is known.
public struct TextMatcher: Sendable {
    private let rule: @Sendable (String, String) -> Bool

    /// A matcher.
    ///
    /// - Parameter rule: given a text and what was typed in lower case; returns whether the text answers to it.
    public init(_ rule: @escaping @Sendable (String, String) -> Bool) { self.rule = rule }

    /// By characters only, upper and lower case alike.
    public static let characters = TextMatcher { $0.lowercased().contains($1) }

    /// By characters, and by pinyin: `xj` finds 新建, `jieda` finds 解大勇.
    public static let pinyin = TextMatcher { text, query in
        text.lowercased().contains(query) || Pinyin.matches(query: query, text: text, isName: false) != nil
    }

    /// Whether a text answers to what was typed.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - query: what was typed; full-width letters count as plain ones, an empty one fits everything.
    /// - Returns: whether it does.
    public func matches(_ text: String, _ query: String) -> Bool {
        let folded = Self.fold(query)
        return folded.isEmpty || rule(text, folded)
    }

    /// What was typed as it is compared: lower case, full-width ASCII made plain, without spaces at the ends.
    ///
    /// - Parameter query: what was typed.
    /// - Returns: the text to compare with.
    public static func fold(_ query: String) -> String {
        var text = String.UnicodeScalarView()
        for scalar in query.unicodeScalars {
            switch scalar.value {
            case 0xFF01...0xFF5E: text.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
            case 0x3000: text.append(" ")
            default: text.append(scalar)
            }
        }
        var folded = Substring(String(text).lowercased())
        while folded.first == " " { folded.removeFirst() }
        while folded.last == " " { folded.removeLast() }
        return String(folded)
    }
}
