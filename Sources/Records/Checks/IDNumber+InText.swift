extension IDNumber {
    /// Where full ID numbers stand in a text: 18 characters with the right check character and a birth date that exists.
    ///
    /// Full-width digits, a small x, and spaces or dashes between the digits are taken as meant. A number that is part of a
    /// longer one, such as a bank account, is none.
    ///
    /// - Parameter text: what somebody wrote.
    /// - Returns: the places, which do not overlap, in order.
    /// - Complexity: O(length of the text).
    public static func places(in text: String) -> [Range<String.Index>] {
        var result: [Range<String.Index>] = []
        var run: [Digit] = []
        var startsGroup = true
        for (index, scalar) in zip(text.unicodeScalars.indices, text.unicodeScalars) {
            switch TextFolding.plain(scalar) {
            case let plain where ("0"..."9").contains(plain) || ((plain == "x" || plain == "X") && !run.isEmpty):
                run.append(
                    Digit(
                        place: index..<text.unicodeScalars.index(after: index), character: Character(plain),
                        startsGroup: startsGroup))
                startsGroup = false
            case let plain where plain == "-" || plain.properties.isWhitespace:
                startsGroup = true
            default:
                result += places(in: run)
                run = []
                startsGroup = true
            }
        }
        return result + places(in: run)
    }

    /// A text with asterisks in place of the ID numbers that stand in it.
    ///
    /// - Parameter text: what somebody wrote.
    /// - Returns: the text; the same when it holds none.
    public static func masked(in text: String) -> String {
        var result = ""
        var rest = text.startIndex
        for place in places(in: text) {
            result += text[rest..<place.lowerBound] + String(repeating: "*", count: length)
            rest = place.upperBound
        }
        return result + text[rest...]
    }

    private static let length = 18

    /// A digit or X of a text, with where it stands.
    private struct Digit {
        let place: Range<String.Index>
        let character: Character
        /// Whether no other digit stands right before it.
        let startsGroup: Bool
    }

    /// The ID numbers among digits with nothing but spaces between them; they begin and end where digits begin and end.
    private static func places(in run: [Digit]) -> [Range<String.Index>] {
        var result: [Range<String.Index>] = []
        var start = 0
        while start + length <= run.count {
            let end = start + length
            let isWhole = run[start].startsGroup && (end == run.count || run[end].startsGroup)
            if isWhole, let number = IDNumber(String(run[start..<end].map(\.character))), number.birth != nil,
                number.text.last == check(of: number.text.prefix(length - 1))
            {
                result.append(run[start].place.lowerBound..<run[end - 1].place.upperBound)
                start = end
            } else {
                start += 1
            }
        }
        return result
    }
}
