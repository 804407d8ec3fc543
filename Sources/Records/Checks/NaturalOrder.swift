/// The order in which people read numbered things: 2号 before 10号, 甲 before 乙.
public enum NaturalOrder {
    /// Whether one text stands before another.
    ///
    /// Runs of digits compare as numbers, 甲乙丙 and 一二三 as their rank, everything else by its code points. Equal texts but for
    /// leading zeros fall back on the code points, so that the order is total.
    ///
    /// - Parameters:
    ///   - left: one text.
    ///   - right: the other.
    /// - Returns: whether `left` stands before `right`.
    public static func precedes(_ left: some StringProtocol, _ right: some StringProtocol) -> Bool {
        var first = keys(of: left)[...]
        var second = keys(of: right)[...]
        while let one = first.popFirst() {
            guard let other = second.popFirst() else { return false }
            if one != other { return one < other }
        }
        if !second.isEmpty { return true }
        return String(left) < String(right)
    }

    private struct Key: Equatable, Comparable {
        let isNumber: Bool
        let value: Int

        static func < (left: Key, right: Key) -> Bool {
            // Numbers stand before words.
            left.isNumber == right.isNumber ? left.value < right.value : left.isNumber
        }
    }

    private static let ranks: [Unicode.Scalar: Int] = {
        var ranks: [Unicode.Scalar: Int] = [:]
        for series in ["甲乙丙丁戊己庚辛壬癸", "一二三四五六七八九十"] {
            for (rank, scalar) in series.unicodeScalars.enumerated() { ranks[scalar] = rank + 1 }
        }
        return ranks
    }()

    private static func keys(of text: some StringProtocol) -> [Key] {
        var keys: [Key] = []
        var number: Int?
        for scalar in TextFolding.plain(text).unicodeScalars {
            if (48...57).contains(scalar.value) {
                // Longer runs than any house number keep their order well enough when they are cut off.
                number = min((number ?? 0), 99_999_999_999) * 10 + Int(scalar.value - 48)
                continue
            }
            if let complete = number { keys.append(Key(isNumber: true, value: complete)) }
            number = nil
            if let rank = ranks[scalar] {
                keys.append(Key(isNumber: true, value: rank))
            } else {
                keys.append(Key(isNumber: false, value: Int(scalar.value)))
            }
        }
        if let complete = number { keys.append(Key(isNumber: true, value: complete)) }
        return keys
    }
}
