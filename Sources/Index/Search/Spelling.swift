import Records

/// The ways to read letters as syllables.
enum Spelling {
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
    /// - Returns: at most six ways; in each the last syllable may be unfinished, but not a single letter on its own.
    static func spellings(of letters: [UInt8]) -> [[[UInt8]]] {
        var result: [[[UInt8]]] = []
        func go(_ rest: ArraySlice<UInt8>, _ read: [[UInt8]]) {
            guard result.count < 6 else { return }
            if beginnings.contains(Array(rest)), !(read.isEmpty && rest.count == 1) {
                result.append(read + [Array(rest)])
            }
            // The longest first: 西安 is rarer than 先.
            for length in stride(from: min(6, rest.count - 1), through: 1, by: -1) {
                let syllable = Array(rest.prefix(length))
                if syllables.contains(syllable) { go(rest.dropFirst(length), read + [syllable]) }
            }
        }
        go(letters[...], [])
        return result
    }
}
