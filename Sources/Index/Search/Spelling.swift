import Records

/// One way to read letters as syllables.
struct Spelling {
    /// The words to look for: `=zhang`, and `-s` for a syllable of which only the beginning was typed.
    let words: [[UInt8]]
    /// Whether the last syllable is unfinished and long enough to be looked up as a beginning.
    ///
    /// A shorter one would be looked up under dozens of syllables, so its initial stands for it.
    let goesOn: Bool

    /// Marks a whole syllable, and an initial.
    static let syllableMark = UInt8(ascii: "=")
    static let initialMark = UInt8(ascii: "-")

    private static let syllables: Set<[UInt8]> = {
        var result: Set<[UInt8]> = []
        var number: UInt16 = 0
        while case let syllable = Pinyin.syllable(number), !syllable.isEmpty {
            result.insert(Array(syllable.utf8))
            number += 1
        }
        return result
    }()

    private static let beginnings: Set<[UInt8]> = Set(
        syllables.flatMap { syllable in (1...syllable.count).map { Array(syllable.prefix($0)) } })

    /// The ways to read some letters.
    ///
    /// - Parameter letters: lower-case ASCII.
    /// - Returns: at most six ways; in each the last syllable may be unfinished. One short beginning alone is none: it is
    ///   looked for as initials.
    static func spellings(of letters: [UInt8]) -> [Spelling] {
        var result: [Spelling] = []
        func go(_ rest: ArraySlice<UInt8>, _ read: [[UInt8]]) {
            guard result.count < 6 else { return }
            let last = Array(rest)
            if syllables.contains(last) {
                result.append(Spelling(words: read + [[syllableMark] + last], goesOn: false))
            } else if beginnings.contains(last), last.count > 2 {
                result.append(Spelling(words: read + [[syllableMark] + last], goesOn: true))
            } else if beginnings.contains(last), !read.isEmpty {
                result.append(Spelling(words: read + [[initialMark, last[0]]], goesOn: false))
            }
            // The longest first: 西安 is rarer than 先.
            for length in stride(from: min(6, rest.count - 1), through: 1, by: -1) {
                let syllable = Array(rest.prefix(length))
                if syllables.contains(syllable) { go(rest.dropFirst(length), read + [[syllableMark] + syllable]) }
            }
        }
        go(letters[...], [])
        return result
    }
}
