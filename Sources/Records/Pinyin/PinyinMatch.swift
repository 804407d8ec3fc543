/// Where letters were found in a text by its pinyin.
///
/// Better matches are smaller.
public struct PinyinMatch: Hashable, Sendable, Comparable {
    /// How much of the text stands before the match.
    public enum Place: Int, Sendable, Comparable {
        /// Nothing.
        case start
        /// Whole parts of a name: 托合提江 in 哈丽曼·托合提江.
        case part
        /// Some characters of the same part.
        case inside

        /// Whether the first starts earlier.
        public static func < (left: Place, right: Place) -> Bool { left.rawValue < right.rawValue }
    }

    /// Where the match starts.
    public let place: Place
    /// How many characters were read otherwise than first expected: `scp` before `dcp` for 单翠萍.
    public let unusualReadings: Int
    /// What was matched, in bytes of UTF-8.
    public let range: Range<Int>

    /// Whether the first is the better match.
    public static func < (left: PinyinMatch, right: PinyinMatch) -> Bool {
        (left.place, left.unusualReadings, left.range.lowerBound)
            < (right.place, right.unusualReadings, right.range.lowerBound)
    }
}
