/// What all entries have in common: full-width characters, spaces and Chinese numerals.
enum EntryText {
    /// The text without spaces, in lower case, with full-width ASCII and look-alikes of minus and colon made plain.
    static func plain(_ text: String) -> String {
        String(
            TextFolding.plain(text).lowercased().compactMap { character -> Character? in
                switch character {
                case "−", "–", "—", "‐", "‑": "-"
                case "。", "·": "."
                case "∶": ":"
                default: character.isWhitespace ? nil : character
                }
            })
    }

    static let numerals = "〇零一二三四五六七八九十"

    /// Reads digits, or Chinese numerals up to 99.
    ///
    /// - Parameter text: at most nine digits.
    /// - Returns: the number; `nil` when the text is something else.
    static func number(_ text: some StringProtocol) -> Int? {
        guard !text.isEmpty, text.count <= 9 else { return nil }
        if text.allSatisfy({ ("0"..."9").contains($0) }) { return Int(String(text)) }
        let digits: [Character: Int] = [
            "〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
        ]
        let characters = Array(text)
        guard let ten = characters.firstIndex(of: "十") else {
            // 二〇二六 is written digit by digit.
            var result = 0
            for character in characters {
                guard let digit = digits[character] else { return nil }
                result = result * 10 + digit
            }
            return characters.count == 1 || characters.count == 4 ? result : nil
        }
        guard ten <= 1, characters.count - ten <= 2 else { return nil }
        guard let tens = ten == 0 ? 1 : digits[characters[0]] else { return nil }
        guard characters.count > ten + 1 else { return tens * 10 }
        guard let ones = digits[characters[ten + 1]] else { return nil }
        return tens * 10 + ones
    }
}
