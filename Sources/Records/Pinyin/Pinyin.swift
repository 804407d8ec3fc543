/// Finding Chinese text by Latin letters: initials (`scp`) and readings (`shancui`), with the surnames' own readings.
///
/// The algorithm is `reference/domain.md` §8.3: every character stands for the set of all its readings, a surname's own
/// reading comes first, and no reading is ever stored.
public enum Pinyin {
    /// The letters of a syllable.
    ///
    /// - Parameter number: its number; the numbers follow the alphabet.
    /// - Returns: lower-case letters without tone, ü as v.
    public static func syllable(_ number: UInt16) -> String {
        let syllables = PinyinTable.shared.syllables
        return Int(number) < syllables.count ? syllables[Int(number)] : ""
    }

    /// The number of a character's usual reading, for sorting.
    ///
    /// - Parameter scalar: a code point.
    /// - Returns: the number; `nil` when the character has no reading.
    public static func usualReading(of scalar: Unicode.Scalar) -> UInt16? { PinyinTable.shared.usual(scalar.value) }

    /// All readings of a character, the usual one first.
    ///
    /// - Parameter scalar: a code point.
    /// - Returns: syllables without tone; empty when it has none.
    public static func readings(of scalar: Unicode.Scalar) -> [String] {
        PinyinTable.shared.all(scalar.value).map { syllable($0) }
    }

    /// The characters of a text that letters can stand for.
    ///
    /// - Parameters:
    ///   - text: the text as stored.
    ///   - isName: whether it is a person's name, so that its surname is read as one.
    /// - Returns: the characters in order; marks, spaces and emoji are left out.
    public static func spots(of text: String, isName: Bool) -> [PinyinSpot] {
        let table = PinyinTable.shared
        var spots: [PinyinSpot] = []
        var offset = 0
        var startsPart = true
        for scalar in text.unicodeScalars {
            let width = UTF8.width(scalar)
            defer { offset += width }
            if let literal = literal(scalar.value) {
                // In a Latin word only the first letter starts something; a digit after a letter goes on with it.
                spots.append(
                    PinyinSpot(range: offset..<offset + width, readings: [], literal: literal, startsPart: startsPart))
                startsPart = false
            } else {
                let readings = table.all(scalar.value)
                if readings.isEmpty {
                    startsPart = true
                    continue
                }
                spots.append(
                    PinyinSpot(
                        range: offset..<offset + width, readings: readings, literal: nil, startsPart: startsPart))
                startsPart = false
            }
        }
        return isName ? withSurname(spots, of: text) : spots
    }

    /// For each character of a name the letters it may begin with.
    ///
    /// - Parameter name: a person's name.
    /// - Returns: one set for each character; `[["s", "d", "c"], ["c"], ["p"]]` for 单翠萍.
    public static func initials(ofName name: String) -> [Set<Character>] {
        spots(of: name, isName: true).map { Set($0.initials.map { Character(Unicode.Scalar($0)) }) }
    }

    /// Looks for letters in a text by its pinyin.
    ///
    /// - Parameters:
    ///   - query: initials, readings or a mixture of both, `scp`, `shancui`, `shancp`; case, width and spaces do not matter.
    ///   - text: the text to look in.
    ///   - isName: whether it is a person's name.
    /// - Returns: the best match; `nil` when there is none, or when the query is empty or is not made of letters and digits.
    public static func matches(query: String, text: String, isName: Bool) -> PinyinMatch? {
        guard let letters = letters(of: query) else { return nil }
        return match(letters, in: spots(of: text, isName: isName))
    }

    /// The letters and digits of a query.
    ///
    /// - Parameter query: what was typed.
    /// - Returns: lower-case ASCII without spaces; `nil` when there is something else in it, or nothing.
    public static func letters(of query: String) -> [UInt8]? {
        var result: [UInt8] = []
        for scalar in query.unicodeScalars {
            if let letter = literal(scalar.value) {
                result.append(letter)
            } else if scalar.value == 0xFC || scalar.value == 0xDC {
                result.append(UInt8(ascii: "v"))
            } else if scalar != " ", scalar != "'", scalar.value != 0x3000 {
                return nil
            }
        }
        return result.isEmpty ? nil : result
    }

    /// Looks for letters among the characters of a text.
    ///
    /// - Parameters:
    ///   - letters: lower-case ASCII.
    ///   - spots: the characters of the text.
    /// - Returns: the best match.
    public static func match(_ letters: [UInt8], in spots: [PinyinSpot]) -> PinyinMatch? {
        var best: PinyinMatch?
        for start in spots.indices {
            guard let (end, unusual) = consume(letters[...], of: spots, from: start) else { continue }
            let found = PinyinMatch(
                place: start == 0 ? .start : spots[start].startsPart ? .part : .inside, unusualReadings: unusual,
                range: spots[start].range.lowerBound..<spots[end - 1].range.upperBound)
            if best.map({ found < $0 }) ?? true { best = found }
        }
        return best
    }

    /// A key that sorts texts as a Chinese reader expects: by pinyin, then by code point.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - isName: whether it is a person's name.
    /// - Returns: a text to compare; syllables are parted by spaces so that 李 comes before 林.
    public static func sortKey(of text: String, isName: Bool) -> String {
        let syllables = PinyinTable.shared.syllables
        let spelled = spots(of: text, isName: isName).map { spot in
            spot.literal.map { String(Unicode.Scalar($0)) } ?? syllables[Int(spot.readings[0])]
        }
        return spelled.joined(separator: " ") + "\u{0}" + text
    }

    /// How a name's surname reads.
    ///
    /// - Parameter scalars: the first code points of the name; two are enough.
    /// - Returns: for the first character, or the first two of a compound surname, the readings with the likeliest first;
    ///   `nil` when it reads as its characters do.
    public static func surnameReadings(_ scalars: [Unicode.Scalar]) -> [[UInt16]]? {
        let table = PinyinTable.shared
        let values = scalars.prefix(2).map(\.value)
        if values.count == 2, let compound = table.surname(values) { return compound }
        guard let first = values.first else { return nil }
        return table.surname([first])
    }

    private static func withSurname(_ spots: [PinyinSpot], of text: String) -> [PinyinSpot] {
        guard let readings = surnameReadings(Array(text.unicodeScalars.prefix(2))), readings.count <= spots.count
        else { return spots }
        var result = spots
        for (position, own) in readings.enumerated() {
            let spot = spots[position]
            result[position] = PinyinSpot(
                range: spot.range, readings: own + spot.readings.filter { !own.contains($0) }, literal: nil,
                startsPart: spot.startsPart)
        }
        return result
    }

    /// Uses up all letters from one character on: by its initial, by a whole reading, or, as the last, by part of one.
    private static func consume(
        _ letters: ArraySlice<UInt8>, of spots: [PinyinSpot], from start: Int
    ) -> (end: Int, unusual: Int)? {
        guard let first = letters.first else { return (start, 0) }
        guard start < spots.count else { return nil }
        let spot = spots[start]
        if let literal = spot.literal {
            return literal == first ? consume(letters.dropFirst(), of: spots, from: start + 1) : nil
        }
        var best: (end: Int, unusual: Int)?
        for (position, reading) in spot.readings.enumerated() {
            let syllable = PinyinTable.shared.letters[Int(reading)]
            guard syllable[0] == first else { continue }
            let common = zip(letters, syllable).prefix { $0 == $1 }.count
            var lengths = [1]
            if common > 1, common == letters.count || common == syllable.count { lengths.insert(common, at: 0) }
            for length in lengths {
                guard let rest = consume(letters.dropFirst(length), of: spots, from: start + 1) else { continue }
                let unusual = rest.unusual + (position == 0 ? 0 : 1)
                if best.map({ unusual < $0.unusual }) ?? true { best = (rest.end, unusual) }
            }
        }
        return best
    }

    private static func literal(_ scalar: UInt32) -> UInt8? {
        // Full-width forms stand for their ASCII originals (Unicode NFKC).
        let plain = (0xFF01...0xFF5E).contains(scalar) ? scalar - 0xFEE0 : scalar
        switch plain {
        case 0x30...0x39, 0x61...0x7A: return UInt8(plain)
        case 0x41...0x5A: return UInt8(plain + 32)
        default: return nil
        }
    }
}
