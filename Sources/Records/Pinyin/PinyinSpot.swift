/// One character of a text that letters can stand for: a Chinese character with its readings, or a Latin letter or digit.
public struct PinyinSpot: Hashable, Sendable {
    /// Where it stands in the text, counted in bytes of UTF-8.
    public let range: Range<Int>
    /// The numbers of its readings, the likeliest first; empty for a letter or digit.
    ///
    /// See ``Pinyin/syllable(_:)``.
    public let readings: [UInt16]
    /// The letter or digit in lower-case ASCII; `nil` for a Chinese character.
    public let literal: UInt8?
    /// Whether a part of a name starts here: at the beginning, and after a dot, a space or another mark.
    public let startsPart: Bool

    /// The letters it may begin with, the likeliest first, each once, in lower-case ASCII.
    public var initials: [UInt8] {
        if let literal { return [literal] }
        let table = PinyinTable.shared
        var result: [UInt8] = []
        for reading in readings {
            let initial = table.letters[Int(reading)][0]
            if !result.contains(initial) { result.append(initial) }
        }
        return result
    }
}
